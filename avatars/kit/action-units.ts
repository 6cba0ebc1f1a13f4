import { add, clamp, length, smoothstep, sub, type Vec3 } from './math.ts';
import type { FaceSurface } from './face-surface.ts';
import { jawDrop, lowerFaceUnits } from './lower-face-units.ts';
import type { Mesh } from './mesh.ts';
import type { FacePoint, Unit } from './unit.ts';
import { upperFaceUnits } from './upper-face-units.ts';

export type { FacePoint } from './unit.ts';

const made = new WeakMap<FaceSurface, Record<string, Unit>>();

/**
 * Displacement fields of the facial action units (FACS, Ekman & Friesen) over the front of a face.
 * Every part of the face (skin, brows, lashes, lips, teeth) is moved by the same fields, so parts never come apart.
 */
export function actionUnits(face: FaceSurface): Record<string, Unit> {
  const known = made.get(face);
  if (known) return known;
  const units = { ...upperFaceUnits(face), ...lowerFaceUnits(face) };
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
  // Units add up straight where the eyeball is round: skin gathered beside it swells, or the iris would come through.
  const swell = 0.32 * Math.min(0.005, Math.abs(sy)) * besideEye(face, p);
  return add([sx, sy, dz + swell], free);
}

/** 1 on the lids and right beside them, 0 one eye's height away. */
function besideEye({ spec: { eye } }: FaceSurface, p: FacePoint): number {
  const [dx, dy] = [(Math.abs(p.x) - eye.x) / eye.width, (p.y - eye.y) / (eye.upper + eye.lower)];
  return 1 - smoothstep(0.7, 1.3, Math.sqrt(dx * dx + dy * dy));
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
