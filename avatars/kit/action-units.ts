import { add, bell, clamp, length, smoothstep, sub, type Vec3 } from './math.ts';
import type { EyeFrame, FaceSurface } from './face-surface.ts';
import type { Mesh } from './mesh.ts';

/** Where a vertex sits on the front of the face; `lip` says which lip a margin vertex belongs to. */
export interface FacePoint {
  readonly x: number;
  readonly y: number;
  readonly lip?: 1 | -1;
  /** 1 moves along the face's surface, 0 straight; defaults to 1. */
  readonly follow?: number;
}

/** `slide` follows the surface of the face, `free` goes straight through the air. */
interface Motion {
  readonly slide?: readonly [number, number];
  readonly free?: Vec3;
}
type Unit = (p: FacePoint, rest: Vec3) => Motion;

/** Drop of the chin at jawOpen = 1, metres. */
export const jawDrop = 0.019;

const made = new WeakMap<FaceSurface, Record<string, Unit>>();

/**
 * Displacement fields of the facial action units (FACS, Ekman & Friesen) over the front of a face.
 * Every part of the face (skin, brows, lashes, lips, teeth) is moved by the same fields, so parts never come apart.
 */
export function actionUnits(face: FaceSurface): Record<string, Unit> {
  const known = made.get(face);
  if (known) return known;
  const { eye, brow, nose, mouth } = face.spec;
  const xc = mouth.halfWidth;
  const line = face.lipLine;
  const isUpper = (p: FacePoint): number => (p.lip ? (p.lip + 1) / 2 : smoothstep(-0.0008, 0.0008, p.y - line(p.x)));
  const arch = (x: number, width = xc): number => Math.max(0, 1 - (x / width) ** 2);
  const sideOf = (x: number): 1 | -1 => (x >= 0 ? 1 : -1);

  /** 1 at the corner of the mouth and outside it, easing to 0 at the middle; fades away from the lips. */
  const corner = (p: FacePoint, power: number, spread = 0.015): number => {
    const ax = Math.abs(p.x);
    const along = ax < xc ? (ax / xc) ** power : bell((ax - xc) / spread);
    return along * bell((p.y - line(p.x)) / spread);
  };
  const jaw = (p: FacePoint, rest: Vec3): number => {
    const below = Math.max(0, line(p.x) - p.y);
    const reach = xc + below * 1.7;
    return (1 - isUpper(p)) * arch(p.x, reach) ** 0.72 * smoothstep(-0.035, 0.05, rest[2]);
  };

  /** How strongly a point belongs to the upper (1) or lower (-1) lid of an eye, with its place along the lid. */
  const lid = (e: EyeFrame, p: FacePoint): { upper: number; lower: number; u: number } => {
    const u = e.u(p.x);
    const out = Math.max(0, Math.abs(p.x - e.centre[0]) - eye.width / 2);
    const fade = 1 - smoothstep(0.001, 0.012, out);
    const middle = e.upper(u) - 0.5 * (e.upper(u) - e.lower(u));
    const up = p.y >= middle;
    return {
      u,
      upper: up ? fade * (1 - smoothstep(0.0025, 0.0175, p.y - e.upper(u))) : 0,
      lower: up ? 0 : fade * (1 - smoothstep(0.0015, 0.016, e.lower(u) - p.y)),
    };
  };
  const eyeOf = (p: FacePoint): EyeFrame => (p.x >= 0 ? face.eyes[0] : face.eyes[1]);
  const lids =
    (upperBy: (e: EyeFrame, u: number) => number, lowerBy: (e: EyeFrame, u: number) => number): Unit =>
    (p) => {
      const e = eyeOf(p);
      const w = lid(e, p);
      return { slide: [0, upperBy(e, w.u) * w.upper + lowerBy(e, w.u) * w.lower] };
    };
  const bow = (u: number): number => Math.sin(Math.PI * clamp(u)) ** 0.8;
  const blink =
    (side: 1 | -1): Unit =>
    (p, rest) =>
      sideOf(p.x) === side ? lids((e, u) => e.closed(u) + 0.0001 - e.upper(u), (e, u) => e.closed(u) - 0.0002 - e.lower(u))(p, rest) : {};
  const smile =
    (side: 1 | -1): Unit =>
    (p) => {
      const half = smoothstep(-0.003, 0.003, p.x * side);
      const c = corner(p, 1.35) * half;
      const rise = corner(p, 2.5) * half;
      const ax = Math.abs(p.x);
      const ball = bell((ax - eye.x - 0.006) / 0.014, (p.y - eye.y + 0.038) / 0.014) * half;
      return { slide: [side * (0.0088 * c + 0.0012 * ball), 0.0088 * rise + 0.003 * ball], free: [0, 0, -0.0012 * c + 0.0024 * ball] };
    };
  const browBand = (p: FacePoint): number => bell((p.y - brow.y) / 0.015);
  const browAt = (p: FacePoint, centre: number, spread: number): number => bell((Math.abs(p.x) - centre) / spread) * browBand(p);
  const mid = (brow.inner + brow.outer) / 2;

  const units: Record<string, Unit> = {
    browInnerUp: (p) => ({ slide: [-sideOf(p.x) * 0.001 * browAt(p, brow.inner, 0.012), 0.0092 * browAt(p, brow.inner - 0.001, 0.0125) - 0.0022 * browAt(p, brow.outer, 0.012)] }),
    browDown: (p) => ({
      slide: [
        -sideOf(p.x) * 0.0034 * browAt(p, brow.inner, 0.014) * smoothstep(0.002, 0.01, Math.abs(p.x)),
        -0.0102 * browAt(p, brow.inner, 0.013) - 0.0046 * browAt(p, mid + 0.003, 0.011) + 0.001 * browAt(p, brow.outer + 0.004, 0.01),
      ],
    }),
    browOuterUp: (p) => ({ slide: [0, 0.0072 * browAt(p, brow.outer - 0.008, 0.0125) + 0.003 * browAt(p, mid - 0.006, 0.01)] }),
    cheekRaise: (p, rest) => {
      const lower = lids((_, u) => -0.0008 * bow(u), (_, u) => 0.0052 * bow(u))(p, rest).slide!;
      const ball = bell((Math.abs(p.x) - eye.x - 0.006) / 0.016, (p.y - eye.y + 0.034) / 0.013);
      return { slide: [lower[0], lower[1] + 0.0034 * ball], free: [0, 0, 0.0022 * ball] };
    },
    eyeWide: lids((_, u) => 0.0036 * bow(u), (_, u) => -0.0014 * bow(u)),
    eyeSquint: lids((_, u) => -0.0048 * bow(u), (_, u) => 0.0042 * bow(u)),
    noseWrinkle: (p) => {
      const wing = bell((Math.abs(p.x) - 0.011) / 0.008, (p.y - nose.y) / 0.01);
      const lip = isUpper(p) * bell((Math.abs(p.x) - 0.011) / 0.009, Math.max(0, p.y - line(p.x) - 0.002) / 0.009);
      const frown = browAt(p, brow.inner - 0.002, 0.01);
      return { slide: [0, 0.0032 * wing + 0.0036 * lip - 0.0036 * frown], free: [0, 0, 0.001 * wing] };
    },
    smileLeft: smile(1),
    smileRight: smile(-1),
    mouthFrown: (p) => {
      const c = corner(p, 2);
      const up = bell(p.x / 0.011, (p.y - line(p.x)) / 0.008);
      const chin = bell(p.x / 0.014, (p.y - mouth.y + 0.026) / 0.009);
      return { slide: [sideOf(p.x) * -0.0006 * c, -0.0082 * c + 0.0016 * up + 0.0018 * chin] };
    },
    mouthPress: (p) => {
      const near = bell((p.y - line(p.x)) / 0.007) * bell(Math.max(0, Math.abs(p.x) - xc) / 0.006);
      return { slide: [sideOf(p.x) * 0.0008 * corner(p, 2), -(p.y - line(p.x)) * 0.62 * near], free: [0, 0, -0.0016 * near * arch(p.x, xc * 1.2)] };
    },
    mouthPucker: (p) => {
      const near = bell(Math.max(0, Math.abs(p.x) - xc * 0.6) / 0.014, (p.y - line(p.x)) / 0.0105);
      const lips = bell(p.x / 0.011, (p.y - line(p.x)) / 0.008);
      return { slide: [-p.x * 0.46 * near, (p.y - line(p.x)) * 0.3 * lips - mouth.curve * 0.8 * clamp((p.x / xc) ** 2) * near], free: [0, 0, 0.0048 * lips] };
    },
    mouthStretch: (p) => {
      const c = corner(p, 1.3);
      return { slide: [sideOf(p.x) * 0.0064 * c, -0.0026 * c] };
    },
    upperLipUp: (p) => {
      const d = Math.max(0, p.y - line(p.x));
      return { slide: [0, 0.0056 * isUpper(p) * arch(p.x, xc * (1 + d * 30)) ** 0.6 * bell(Math.max(0, d - 0.003) / 0.0085)] };
    },
    lowerLipDown: (p) => {
      const d = Math.max(0, line(p.x) - p.y);
      return { slide: [0, -0.0056 * (1 - isUpper(p)) * arch(p.x, xc * (1 + d * 30)) ** 0.6 * bell(Math.max(0, d - 0.004) / 0.0085)] };
    },
    lowerLipIn: (p) => {
      const d = Math.max(0, line(p.x) - p.y);
      const w = (1 - isUpper(p)) * arch(p.x, xc * 1.15) * bell(Math.max(0, d - 0.001) / 0.006);
      return { slide: [0, 0.0022 * w], free: [0, 0, -0.0034 * w] };
    },
    jawOpen: (p, rest) => {
      const j = jaw(p, rest);
      const pull = 0.0028 * bell((Math.abs(p.x) - xc) / 0.009, (p.y - line(p.x)) / 0.008);
      const narrow = -0.0016 * sideOf(p.x) * bell((Math.abs(p.x) - xc) / 0.009, (p.y - line(p.x)) / 0.008);
      const lift = 0.0012 * isUpper(p) * arch(p.x) * bell((p.y - line(p.x)) / 0.007);
      return { slide: [narrow, lift], free: [0, -jawDrop * j - pull, -0.0055 * j] };
    },
    blinkLeft: blink(1),
    blinkRight: blink(-1),
  };
  made.set(face, units);
  return units;
}

/** Share of the jaw bone in a point's skin weights: the same field as jawOpen. */
export const jawWeight = (face: FaceSurface, p: FacePoint, rest: Vec3): number =>
  clamp(-(actionUnits(face)['jawOpen']!({ ...p }, rest).free?.[1] ?? 0) / jawDrop);

/** Displacement of one vertex whose rest position is `rest`. */
export function displace(face: FaceSurface, unit: Unit, p: FacePoint, rest: Vec3): Vec3 {
  const motion = unit(p, rest);
  const [sx, sy] = motion.slide ?? [0, 0];
  const free = motion.free ?? [0, 0, 0];
  if (Math.abs(sx) + Math.abs(sy) + length(free) < 4e-6) return [0, 0, 0];
  // Only the front can be read as a height over (x, y): the sides and the underside of the jaw move straight.
  const { mouth } = face.spec;
  const onFront = (1 - smoothstep(0.052, 0.068, Math.abs(p.x))) * smoothstep(mouth.y - 0.036, mouth.y - 0.027, p.y);
  const follow = (p.follow ?? (1 - smoothstep(0.006, 0.014, Math.abs(rest[2] - face.depth(p.x, p.y))))) * onFront;
  const far = Math.sqrt(sx * sx + sy * sy);
  // Near the silhouette the height falls off a cliff; no skin slides steeper than 45 degrees or so.
  const dz = follow > 0 && far > 1e-6 ? clamp((face.depth(p.x + sx, p.y + sy) - face.depth(p.x, p.y)) * follow, -1.1 * far, 1.1 * far) : 0;
  return add([sx, sy, dz], free);
}

/** Adds every action unit to a mesh whose vertices lie on (or just off) the face. */
export function addActionUnits(mesh: Mesh, face: FaceSurface, points: readonly (FacePoint | undefined)[], origin: Vec3): void {
  for (const [name, unit] of Object.entries(actionUnits(face))) {
    const deltas = mesh.morph.get(name) ?? new Map<number, Vec3>();
    points.forEach((p, i) => {
      if (!p) return;
      const d = displace(face, unit, p, sub(mesh.position[i]!, origin));
      if (length(d) > 4e-6) deltas.set(i, d);
    });
    mesh.morph.set(name, deltas);
  }
}
