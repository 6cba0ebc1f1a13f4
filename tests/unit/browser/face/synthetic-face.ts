import type { Landmark, PictureSize } from '../../../../src/browser/face/face-geometry.ts';
import { LANDMARK_COUNT } from '../../../../src/browser/face/face-geometry.ts';
import type { FaceTransform } from '../../../../src/browser/face/head-pose.ts';
import type { HeadPose } from '../../../../src/core/index.ts';

/** How a made-up face is shaped; lengths in units of the distance between its outer eye corners. */
export interface Shape {
  readonly mouthWidth: number;
  /** Height of the mouth corners over the middle of the lips. */
  readonly cornerHeight: number;
  readonly lipGap: number;
  readonly browHeight: number;
  readonly lidGap: number;
}

/** Where a made-up face is in the picture; `size` is the pixels between its outer eye corners. */
export interface Placing extends HeadPose {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export const PICTURE: PictureSize = { width: 640, height: 480 };
export const RESTING: Shape = { mouthWidth: 0.55, cornerHeight: 0, lipGap: 0.03, browHeight: 0.22, lidGap: 0.09 };
export const STRAIGHT: Placing = { x: 320, y: 240, size: 110, yaw: 0, pitch: 0, roll: 0 };

type Vector = readonly [number, number, number];

/** A face that belongs to nobody: an ellipsoid with the measured points drawn on it. */
export function syntheticFace(shape: Shape, placing: Placing, size: PictureSize = PICTURE): { landmarks: Landmark[]; transform: FaceTransform } {
  const points: Vector[] = Array.from({ length: LANDMARK_COUNT }, (_, i) => {
    const [turn, height] = [i * 2.4, (i / LANDMARK_COUNT) * 2 - 1];
    const ring = Math.sqrt(1 - height * height);
    return [0.75 * ring * Math.cos(turn), height - 0.2, 0.4 * ring * Math.abs(Math.sin(turn))];
  });
  const both = (right: number, left: number, [x, y, z]: Vector): void => {
    points[right] = [-x, y, z];
    points[left] = [x, y, z];
  };
  both(33, 263, [0.5, 0, 0.25]);
  both(133, 362, [0.2, 0, 0.3]);
  both(127, 356, [0.75, 0.05, -0.1]);
  both(234, 454, [0.76, -0.15, -0.15]);
  points[168] = [0, 0.03, 0.42];
  points[6] = [0, -0.08, 0.47];
  points[2] = [0, -0.48, 0.5];
  both(107, 336, [0.12, shape.browHeight + 0.02, 0.4]);
  both(55, 285, [0.14, shape.browHeight - 0.02, 0.4]);
  for (const [x, right, left] of [[0.28, [160, 144], [387, 373]], [0.34, [159, 145], [386, 374]], [0.4, [158, 153], [385, 380]]] as const) {
    both(right[0], left[0], [x, shape.lidGap / 2, 0.3]);
    both(right[1], left[1], [x, -shape.lidGap / 2, 0.3]);
  }
  points[13] = [0, -0.75 + shape.lipGap / 2, 0.48];
  points[14] = [0, -0.75 - shape.lipGap / 2, 0.48];
  both(61, 291, [shape.mouthWidth / 2, -0.75 + shape.cornerHeight, 0.34]);

  const rotation = rotationOf(placing);
  const landmarks = points.map((point): Landmark => {
    const [x, y, z] = rotation.map((row) => row[0] * point[0] + row[1] * point[1] + row[2] * point[2]) as unknown as Vector;
    return { x: (placing.x + placing.size * x) / size.width, y: (placing.y - placing.size * y) / size.height, z: (-placing.size * z) / size.width };
  });
  const column = (c: 0 | 1 | 2): number[] => [...rotation.map((row) => row[c]), 0];
  return { landmarks, transform: [...column(0), ...column(1), ...column(2), 0, 0, -40, 1] };
}

/** Turn (yaw), then nod (pitch, up), then tilt (roll), as the player does them. */
function rotationOf({ yaw, pitch, roll }: HeadPose): [Vector, Vector, Vector] {
  const [sy, cy, sp, cp, sr, cr] = [Math.sin(yaw), Math.cos(yaw), Math.sin(-pitch), Math.cos(-pitch), Math.sin(roll), Math.cos(roll)];
  return [
    [cy * cr + sy * sp * sr, -cy * sr + sy * sp * cr, sy * cp],
    [cp * sr, cp * cr, -sp],
    [-sy * cr + cy * sp * sr, sy * sr + cy * sp * cr, cy * cp],
  ];
}
