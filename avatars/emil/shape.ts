import type { FaceSpec } from '../kit/face-surface.ts';
import type { Vec3 } from '../kit/math.ts';
import type { Proportions } from '../kit/skeleton.ts';

/** Where the head's local origin stands in the world. */
export const headOrigin: Vec3 = [0, 1.594, 0.02];

export const faceSpec: FaceSpec = {
  // y front, y behind, half width, z front, z behind
  profile: [
    [0.129, 0.129, 0, -0.014, -0.014],
    [0.127, 0.127, 0.018, 0.008, -0.036],
    [0.12, 0.12, 0.037, 0.034, -0.06],
    [0.106, 0.106, 0.0565, 0.06, -0.084],
    [0.084, 0.084, 0.073, 0.08, -0.103],
    [0.054, 0.054, 0.0835, 0.0915, -0.116],
    [0.02, 0.02, 0.0862, 0.0955, -0.118],
    [-0.012, -0.01, 0.0852, 0.094, -0.113],
    [-0.036, -0.028, 0.0832, 0.0925, -0.102],
    [-0.06, -0.042, 0.0792, 0.0905, -0.09],
    [-0.082, -0.053, 0.0725, 0.0885, -0.077],
    [-0.101, -0.062, 0.0618, 0.0855, -0.065],
    [-0.115, -0.069, 0.0485, 0.0805, -0.055],
    [-0.1225, -0.075, 0.035, 0.0725, -0.045],
    [-0.125, -0.079, 0.024, 0.062, -0.037],
    [-0.122, -0.083, 0.015, 0.041, -0.03],
    [-0.116, -0.087, 0.005, 0.018, -0.016],
  ],
  eye: { x: 0.0345, y: -0.0135, width: 0.0405, upper: 0.0148, lower: 0.0118, tilt: -0.0004, ballRadius: 0.043, irisRadius: 0.0137, meet: 0.7, lash: 0.35 },
  brow: { y: 0.0225, inner: 0.018, outer: 0.055, arch: 0.0052, thickness: 0.0084 },
  nose: { y: -0.0455, out: 0.0215, width: 0.0096, wings: 0.0062, bridge: 0.0075, tall: 0.015 },
  mouth: { y: -0.0815, halfWidth: 0.0225, curve: 0.0052, gap: 0.0012 },
  cheek: 0.0044,
};

/** Lowest point of the skin of the chin, head-local. */
export const chin = -0.124;

const finger = (z: number, l: number, x: number, splay: number, radius: number): { base: Vec3; direction: Vec3; lengths: [number, number, number]; radius: number } => {
  const n = Math.sqrt(1 + splay * splay);
  return { base: [x, 0.0005, z], direction: [1 / n, 0, splay / n], lengths: [l * 0.45, l * 0.3, l * 0.25], radius };
};
const thumb = Math.sqrt(0.74 ** 2 + 0.2 ** 2 + 0.62 ** 2);

export const proportions: Proportions = {
  hips: 0.925,
  spine: 1.005,
  chest: 1.11,
  upperChest: 1.235,
  neck: 1.405,
  head: [0, 1.494, -0.002],
  jaw: [0, 1.534, 0.03],
  eye: [0, 0, 0],
  shoulder: [0.17, 1.35, -0.016],
  upperArm: 0.262,
  lowerArm: 0.238,
  leg: [0.092, 0.885, -0.004],
  knee: 0.485,
  ankle: 0.085,
  hand: {
    palm: { length: 0.096, width: 0.084, thickness: 0.033 },
    fingers: [
      { name: 'Thumb', base: [0.025, -0.007, 0.027], direction: [0.74 / thumb, -0.2 / thumb, 0.62 / thumb], lengths: [0.041, 0.032, 0.028], radius: 0.0114 },
      { name: 'Index', ...finger(0.031, 0.078, 0.093, 0.1, 0.0101) },
      { name: 'Middle', ...finger(0.01, 0.086, 0.096, 0.015, 0.0104) },
      { name: 'Ring', ...finger(-0.0112, 0.08, 0.093, -0.06, 0.01) },
      { name: 'Little', ...finger(-0.031, 0.063, 0.085, -0.15, 0.0092) },
    ],
  },
};
