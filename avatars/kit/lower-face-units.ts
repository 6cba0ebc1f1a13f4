import { bell, clamp, smoothstep, type Vec3 } from './math.ts';
import type { FaceSurface } from './face-surface.ts';
import { sideOf, type FacePoint, type Unit } from './unit.ts';

/** Drop of the chin at jawOpen = 1, metres. */
export const jawDrop = 0.021;

/** Nose, lips and jaw: AU 9, 10, 12, 15, 16, 18, 20, 24, 26. */
export function lowerFaceUnits(face: FaceSurface): Record<string, Unit> {
  const { eye, brow, nose, mouth } = face.spec;
  const xc = mouth.halfWidth;
  const line = face.lipLine;
  const isUpper = (p: FacePoint): number => (p.lip ? (p.lip + 1) / 2 : smoothstep(-0.0008, 0.0008, p.y - line(p.x)));
  const arch = (x: number, width = xc): number => Math.max(0, 1 - (x / width) ** 2);

  /** 1 at the corner of the mouth and outside it, easing to 0 at the middle; fades away from the lips. */
  const corner = (p: FacePoint, power: number, spread = 0.017): number => {
    const ax = Math.abs(p.x);
    const along = ax < xc ? (ax / xc) ** power : bell((ax - xc) / spread);
    return along * bell((p.y - line(p.x)) / spread);
  };
  const jaw = (p: FacePoint, rest: Vec3): number => {
    const below = Math.max(0, line(p.x) - p.y);
    const reach = xc + below * 1.7;
    return (1 - isUpper(p)) * arch(p.x, reach) ** 0.72 * smoothstep(-0.035, 0.05, rest[2]);
  };
  const smile =
    (side: 1 | -1): Unit =>
    (p) => {
      const half = smoothstep(-0.003, 0.003, p.x * side);
      const c = corner(p, 1.3) * half;
      const rise = corner(p, 2.2) * half;
      const ball = bell((Math.abs(p.x) - eye.x - 0.006) / 0.014, (p.y - eye.y + 0.038) / 0.014) * half;
      return { slide: [side * (0.0108 * c + 0.0014 * ball), 0.0128 * rise + 0.0036 * ball], free: [0, 0, -0.0014 * c + 0.0028 * ball] };
    };

  return {
    noseWrinkle: (p) => {
      const wing = bell((Math.abs(p.x) - 0.011) / 0.008, (p.y - nose.y) / 0.01);
      const lip = isUpper(p) * bell((Math.abs(p.x) - 0.0115) / 0.0085, Math.max(0, p.y - line(p.x) - 0.002) / 0.009);
      const frown = bell((Math.abs(p.x) - brow.inner + 0.002) / 0.012, (p.y - brow.y) / 0.014);
      return { slide: [0, 0.0044 * wing + 0.005 * lip - 0.0052 * frown], free: [0, 0, 0.0012 * wing] };
    },
    smileLeft: smile(1),
    smileRight: smile(-1),
    mouthFrown: (p) => {
      const c = corner(p, 1.9);
      const up = bell(p.x / 0.0115, (p.y - line(p.x)) / 0.009);
      const chin = bell(p.x / 0.014, (p.y - mouth.y + 0.026) / 0.009);
      return { slide: [sideOf(p.x) * -0.0008 * c, -0.0152 * c + 0.0036 * up + 0.0026 * chin] };
    },
    mouthPress: (p) => {
      const near = bell((p.y - line(p.x)) / 0.0075) * bell(Math.max(0, Math.abs(p.x) - xc) / 0.006);
      return { slide: [sideOf(p.x) * 0.0012 * corner(p, 2), -(p.y - line(p.x)) * 0.7 * near], free: [0, 0, -0.0018 * near * arch(p.x, xc * 1.2)] };
    },
    mouthPucker: (p) => {
      const bow = (mouth.bow ?? 0) * bell(p.x / (xc * 0.3));
      const near = bell(Math.max(0, Math.abs(p.x) - xc * 0.6) / 0.015, (p.y - line(p.x)) / 0.0115);
      const lips = bell(p.x / 0.011, (p.y - line(p.x)) / 0.008);
      return { slide: [-p.x * 0.55 * near, (p.y - line(p.x)) * 0.32 * lips - mouth.curve * 0.85 * clamp((p.x / xc) ** 2) * near - bow * near], free: [0, 0, 0.0052 * lips] };
    },
    mouthStretch: (p) => {
      const c = corner(p, 1.2);
      return { slide: [sideOf(p.x) * 0.0094 * c, -0.0052 * corner(p, 2)] };
    },
    upperLipUp: (p) => {
      const d = Math.max(0, p.y - line(p.x));
      return { slide: [0, 0.0076 * isUpper(p) * arch(p.x, xc * (1 + d * 30)) ** 0.6 * bell(Math.max(0, d - 0.003) / 0.0088)] };
    },
    lowerLipDown: (p) => {
      const d = Math.max(0, line(p.x) - p.y);
      return { slide: [0, -0.0076 * (1 - isUpper(p)) * arch(p.x, xc * (1 + d * 30)) ** 0.6 * bell(Math.max(0, d - 0.004) / 0.009)] };
    },
    lowerLipIn: (p) => {
      const d = Math.max(0, line(p.x) - p.y);
      const w = (1 - isUpper(p)) * arch(p.x, xc * 1.15) * bell(Math.max(0, d - 0.001) / 0.006);
      return { slide: [0, 0.0022 * w], free: [0, 0, -0.0034 * w] };
    },
    jawOpen: (p, rest) => {
      const j = jaw(p, rest);
      const atCorner = bell((Math.abs(p.x) - xc) / 0.009, (p.y - line(p.x)) / 0.008);
      const lift = 0.0012 * isUpper(p) * arch(p.x) * bell((p.y - line(p.x)) / 0.007);
      return { slide: [-0.0018 * sideOf(p.x) * atCorner, lift], free: [0, -jawDrop * j - 0.0028 * atCorner, -0.0055 * j] };
    },
  };
}
