import { clamp, type HeadPose } from '../../core/index.ts';

/**
 * MediaPipe's facial transformation matrix: 16 numbers, column by column, that take the canonical
 * face to the camera's frame (x to the right of the picture, y up, z towards the camera).
 */
export type FaceTransform = readonly number[];

/** Nine numbers, row by row: a rotation from the head's own axes to the camera's. */
export type Rotation = readonly number[];

/** The rotation of a facial transformation matrix, freed from its scale. */
export function headRotation(transform: FaceTransform): Rotation {
  if (transform.length !== 16) {
    throw new RangeError(`Expected a facial transformation matrix of 16 numbers, but got ${transform.length}.`);
  }
  const at = (row: number, column: number): number => transform[column * 4 + row] ?? 0;
  const scales = [0, 1, 2].map((column) => Math.hypot(at(0, column), at(1, column), at(2, column)) || 1);
  return [0, 1, 2].flatMap((row) => scales.map((scale, column) => at(row, column) / scale));
}

/**
 * Turns a rotation into the player's yaw, pitch and roll, in radians; see {@link HeadPose} for signs.
 *
 * The player's own left is on the right of an unmirrored picture: a head whose nose points to +x has
 * turned to its left.
 */
export function headPose(rotation: Rotation): HeadPose {
  const [, , forwardX = 0, upFromX = 0, upFromY = 1, forwardY = 0, , , forwardZ = 1] = rotation;
  return {
    yaw: Math.atan2(forwardX, forwardZ),
    pitch: Math.asin(clamp(forwardY, -1, 1)),
    roll: Math.atan2(upFromX, upFromY),
  };
}
