import type { FaceSpec } from '../kit/face-surface.ts';
import type { Vec3 } from '../kit/math.ts';
import type { Proportions } from '../kit/skeleton.ts';

/** Where the head's local origin stands in the world. */
export const headOrigin: Vec3 = [0, 1.432, 0.014];

export const faceSpec: FaceSpec = {
  // y front, y behind, half width, z front, z behind
  profile: [
    [0.127, 0.127, 0, -0.012, -0.012],
    [0.125, 0.125, 0.018, 0.01, -0.034],
    [0.118, 0.118, 0.036, 0.034, -0.058],
    [0.104, 0.104, 0.054, 0.059, -0.081],
    [0.082, 0.082, 0.07, 0.079, -0.1],
    [0.052, 0.052, 0.0805, 0.0905, -0.112],
    [0.02, 0.02, 0.0832, 0.094, -0.114],
    [-0.012, -0.01, 0.0815, 0.0935, -0.11],
    [-0.034, -0.026, 0.0785, 0.0925, -0.1],
    [-0.056, -0.038, 0.0722, 0.0905, -0.088],
    [-0.076, -0.047, 0.0628, 0.088, -0.074],
    [-0.094, -0.055, 0.0502, 0.0845, -0.062],
    [-0.107, -0.061, 0.037, 0.079, -0.052],
    [-0.1145, -0.066, 0.0255, 0.0705, -0.042],
    [-0.1165, -0.07, 0.018, 0.06, -0.034],
    [-0.1135, -0.074, 0.012, 0.04, -0.028],
    [-0.108, -0.078, 0.004, 0.018, -0.016],
  ],
  eye: { x: 0.0345, y: -0.0155, width: 0.0405, upper: 0.0147, lower: 0.0116, tilt: 0.0036, ballRadius: 0.043, irisRadius: 0.014, meet: 0.72 },
  brow: { y: 0.0195, inner: 0.0175, outer: 0.053, arch: 0.0052, thickness: 0.0084 },
  nose: { y: -0.0465, out: 0.0115, width: 0.0068 },
  mouth: { y: -0.0765, halfWidth: 0.0245, curve: 0.0046, gap: 0.0012 },
  cheek: 0.0034,
};

const finger = (z: number, l: number, x: number, splay: number, radius: number): { base: Vec3; direction: Vec3; lengths: [number, number, number]; radius: number } => {
  const n = Math.sqrt(1 + splay * splay);
  return { base: [x, 0.0005, z], direction: [1 / n, 0, splay / n], lengths: [l * 0.45, l * 0.3, l * 0.25], radius };
};
const thumb = Math.sqrt(0.74 ** 2 + 0.2 ** 2 + 0.62 ** 2);

export const proportions: Proportions = {
  hips: 0.835,
  spine: 0.905,
  chest: 1.0,
  upperChest: 1.112,
  neck: 1.262,
  head: [0, 1.34, -0.004],
  jaw: [0, 1.378, 0.024],
  eye: [0, 0, 0],
  shoulder: [0.128, 1.243, -0.012],
  upperArm: 0.226,
  lowerArm: 0.206,
  leg: [0.076, 0.795, -0.004],
  knee: 0.435,
  ankle: 0.078,
  hand: {
    palm: { length: 0.084, width: 0.07, thickness: 0.028 },
    fingers: [
      { name: 'Thumb', base: [0.022, -0.006, 0.022], direction: [0.74 / thumb, -0.2 / thumb, 0.62 / thumb], lengths: [0.036, 0.028, 0.025], radius: 0.0094 },
      { name: 'Index', ...finger(0.026, 0.07, 0.082, 0.1, 0.0083) },
      { name: 'Middle', ...finger(0.0085, 0.077, 0.085, 0.015, 0.0085) },
      { name: 'Ring', ...finger(-0.009, 0.071, 0.082, -0.06, 0.0082) },
      { name: 'Little', ...finger(-0.0255, 0.056, 0.075, -0.15, 0.0075) },
    ],
  },
};
