import { createAvatarFrame, poseBody, type PoseName } from 'attune';
import type { VrmDriver } from 'attune/three';

/** A portrait lens, in degrees: a wide one at arm's length would swell the nose. */
export const FOV = 24;

/** How much of the avatar is in the picture. */
export const SHOTS = ['face', 'upper', 'whole'] as const;
export type Shot = (typeof SHOTS)[number];

/** What must fit into a picture, in metres: its middle above the floor, height and width. */
export interface View {
  readonly middle: number;
  readonly tall: number;
  readonly wide: number;
}

/** Frames a shot for any size of body and head: a child, a giant, or a fox that is half head, also when it sits. */
export function viewOf({ avatar: { build, headBox } }: VrmDriver, shot: Shot, pose: PoseName | null): View {
  const frame = createAvatarFrame(build);
  if (pose) poseBody(pose, frame);
  const sunk = frame.hips.y * build.hips.y;
  const top = headBox.max.y;
  const head = top - build.neck.y;
  const reach = build.shoulder.x + build.upperArm + build.lowerArm + build.hand;
  switch (shot) {
    case 'face': return { middle: build.neck.y + 0.4 * head + sunk, tall: 2 * head, wide: Math.max(1.4 * head, 1.15 * (headBox.max.x - headBox.min.x)) };
    case 'upper': return { middle: 0.5 * (top + build.hips.y) + 0.06 * head + sunk, tall: 1.4 * (top - build.hips.y), wide: 1.25 * reach };
    case 'whole': return { middle: 0.5 * top, tall: 1.25 * top, wide: 1.25 * reach };
  }
}
