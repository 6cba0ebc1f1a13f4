/** How far thumb, index, middle, ring and little finger curl at the knuckle, in radians, and how far they fan out. */
export type Grip = readonly [thumb: number, index: number, middle: number, ring: number, little: number, fan: number];

/** Shapes of the hand. */
export const GRIPS = {
  loose: [0.3, 0.34, 0.42, 0.5, 0.56, -0.1],
  open: [0.08, 0.12, 0.16, 0.2, 0.2, 0.14],
  flat: [0.12, 0.1, 0.12, 0.14, 0.16, -0.02],
  offered: [0.1, 0.2, 0.26, 0.32, 0.36, 0.06],
  chin: [0.25, 0.28, 0.85, 1.05, 1.1, -0.05],
  point: [0.75, 0.04, 1.15, 1.25, 1.25, 0],
  one: [0.85, 0.04, 1.2, 1.25, 1.25, 0],
  two: [0.85, 0.04, 0.04, 1.25, 1.25, 0.16],
  three: [0.85, 0.04, 0.04, 0.06, 1.25, 0.12],
} as const satisfies Readonly<Record<string, Grip>>;
