import type { VrmDriver } from 'attune/three';
import { Box3, Vector3 } from 'three';

/** How much of the avatar is in the picture. */
export const SHOTS = ['face', 'upper', 'whole'] as const;
export type Shot = (typeof SHOTS)[number];

/** What must fit into a picture, in metres: its middle above the floor, height and width. */
export interface View {
  readonly middle: number;
  readonly tall: number;
  readonly wide: number;
}

/** Frames a shot for any size of body and head: a child, a giant, or a robot that is half head. */
export function viewOf({ avatar, object, headHeight }: VrmDriver, shot: Shot): View {
  object.updateWorldMatrix(true, true);
  const top = new Box3().setFromObject(object).max.y - object.position.y;
  const heightOf = (bone: 'hips' | 'neck' | 'head'): number | undefined => avatar.vrm.humanoid.getRawBoneNode(bone)?.getWorldPosition(point).y;
  const hips = heightOf('hips') ?? 0.5 * top;
  const neck = heightOf('neck') ?? heightOf('head') ?? 0.8 * top;
  const head = Math.max(0.1, top - neck);
  switch (shot) {
    case 'face': return { middle: headHeight - 0.14 * head, tall: 2.1 * head, wide: 1.45 * head };
    case 'upper': return { middle: (top + hips) / 2 + 0.04 * top, tall: 1.35 * (top - hips), wide: 0.62 * top };
    case 'whole': return { middle: 0.52 * top, tall: 1.24 * top, wide: 0.62 * top };
  }
}

const point = new Vector3();
