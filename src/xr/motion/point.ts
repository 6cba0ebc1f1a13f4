/** A place or a direction in the player's room, in metres: +y up. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z });
export const plus = (a: Point, b: Point, share = 1): Point => ({ x: a.x + share * b.x, y: a.y + share * b.y, z: a.z + share * b.z });
export const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y + a.z * b.z;
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);

/** Of the length 1 along the floor; null for what points straight up or down. */
export function level({ x, z }: Point): Point | null {
  const length = Math.hypot(x, z);
  return length < 1e-4 ? null : { x: x / length, y: 0, z: z / length };
}
