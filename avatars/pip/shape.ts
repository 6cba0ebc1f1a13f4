import type { FaceSpec } from '../kit/face-surface.ts';
import type { Vec3 } from '../kit/math.ts';
import type { Finger, Proportions } from '../kit/skeleton.ts';

/**
 * Pip is modelled at adult sizes, where the kit's fields fit, and shrunk at the end: from the head's own space by
 * `headScale` to the body's, and from there by `wholeScale` to the world.
 */
export const headScale = 3.3;
export const wholeScale = 0.555;

/** Where the head's origin stands in the body's space. */
export const headOrigin: Vec3 = [0, 1.292, 0.012];

export const faceSpec: FaceSpec = {
  // y front, y behind, half width, z front, z behind
  profile: [
    [0.1, 0.1, 0, -0.012, -0.012],
    [0.0985, 0.0985, 0.023, 0.012, -0.036],
    [0.0915, 0.0915, 0.046, 0.037, -0.062],
    [0.078, 0.078, 0.065, 0.059, -0.082],
    [0.058, 0.058, 0.0785, 0.0735, -0.095],
    [0.033, 0.033, 0.0868, 0.0815, -0.101],
    [0.006, 0.006, 0.0908, 0.085, -0.102],
    [-0.02, -0.018, 0.0918, 0.0855, -0.098],
    [-0.045, -0.038, 0.0898, 0.083, -0.088],
    [-0.065, -0.052, 0.0835, 0.079, -0.076],
    [-0.081, -0.062, 0.0715, 0.0735, -0.062],
    [-0.092, -0.068, 0.054, 0.065, -0.05],
    [-0.0975, -0.072, 0.037, 0.053, -0.04],
    [-0.099, -0.075, 0.024, 0.04, -0.032],
    [-0.096, -0.078, 0.012, 0.02, -0.026],
    [-0.092, -0.08, 0.004, 0.006, -0.02],
  ],
  eye: { x: 0.0375, y: -0.017, width: 0.0435, upper: 0.0205, lower: 0.0165, tilt: 0.003, ballRadius: 0.062, irisRadius: 0.0184, meet: 0.72, clearance: 0.0032, lash: 0.6 },
  brow: { y: 0.0235, inner: 0.021, outer: 0.049, arch: 0.004, thickness: 0.0115 },
  nose: { y: -0.0425, out: 0.002, width: 0.008, wings: 0 },
  mouth: { y: -0.066, halfWidth: 0.0225, curve: 0.0042, gap: 0.0012, bow: 0.0032, dimples: false },
  cheek: 0.003,
  muzzle: { y: -0.054, out: 0.0205, width: 0.0255, height: 0.0185 },
};

const finger = (name: Finger['name'], base: Vec3, splay: number, length: number): Finger => {
  const n = Math.sqrt(1 + splay * splay);
  return { name, base, direction: [1 / n, 0, splay / n], lengths: [length * 0.42, length * 0.3, length * 0.28], radius: 0.0142 };
};
const thumb = Math.sqrt(0.72 ** 2 + 0.16 ** 2 + 0.68 ** 2);

export const proportions: Proportions = {
  hips: 0.465,
  spine: 0.54,
  chest: 0.65,
  upperChest: 0.77,
  neck: 0.93,
  head: [0, 1.0, 0],
  jaw: [0, 1.11, 0.06],
  eye: [0, 0, 0],
  shoulder: [0.122, 0.885, -0.006],
  upperArm: 0.186,
  lowerArm: 0.168,
  leg: [0.078, 0.42, 0],
  knee: 0.245,
  ankle: 0.075,
  hand: {
    palm: { length: 0.072, width: 0.086, thickness: 0.052 },
    fingers: [
      { name: 'Thumb', base: [0.016, -0.006, 0.024], direction: [0.72 / thumb, -0.16 / thumb, 0.68 / thumb], lengths: [0.026, 0.022, 0.02], radius: 0.0138 },
      finger('Index', [0.062, 0, 0.031], 0.2, 0.052),
      finger('Middle', [0.067, 0, 0.0105], 0.06, 0.056),
      finger('Ring', [0.066, 0, -0.0105], -0.07, 0.053),
      finger('Little', [0.06, 0, -0.031], -0.22, 0.046),
    ],
  },
};
