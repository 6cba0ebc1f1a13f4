import { addActionUnits, type FacePoint } from '../kit/action-units.ts';
import { buildTube } from '../kit/body.ts';
import type { RegionUv } from '../kit/face-details.ts';
import type { FaceSurface } from '../kit/face-surface.ts';
import { buildLock, type Knot, type LockSpec } from '../kit/hair.ts';
import { add, mix, type Vec3 } from '../kit/math.ts';
import { append, emptyMesh, mirror, type Mesh } from '../kit/mesh.ts';

const on = (degrees: number, y: number, lift: number): Knot => ({ on: [degrees, y, lift] });
const at = (x: number, y: number, z: number): Knot => ({ at: [x, y, z] });
type Tuft = readonly [region: 'fur' | 'cream', spec: LockSpec];
const leaf = { belly: 0.3, root: 0.75, thickness: 0.012 };

/** Cheek ruff on the left, from the jaw up to the temple; mirrored. */
const ruff: Tuft[] = [
  ['cream', { ...leaf, path: [on(40, -0.07, -0.005), on(62, -0.074, 0.001), at(0.098, -0.096, 0.0)], width: 0.046 }],
  ['cream', { ...leaf, path: [on(52, -0.03, -0.006), on(80, -0.03, 0.001), at(0.12, -0.038, -0.026)], width: 0.052 }],
  ['cream', { ...leaf, path: [on(46, -0.052, -0.006), on(72, -0.056, 0.001), at(0.115, -0.072, -0.014)], width: 0.052 }],
];
/** Forelock between the ears. */
const forelock: Tuft[] = [
  ['fur', { ...leaf, path: [at(0.012, 0.084, 0.034), at(0.02, 0.102, 0.04), at(0.036, 0.112, 0.036)], width: 0.03 }],
  ['fur', { ...leaf, path: [at(-0.014, 0.082, 0.032), at(-0.021, 0.1, 0.038), at(-0.032, 0.109, 0.034)], width: 0.028 }],
  ['fur', { ...leaf, path: [at(-0.001, 0.082, 0.04), at(0, 0.103, 0.048), at(0.008, 0.123, 0.044)], width: 0.034 }],
];

/** Fur that stands off the head, in the head's space. */
export function buildFluff(face: FaceSurface, segments: number, uv: RegionUv): Mesh {
  const out = emptyMesh();
  const lock = ([region, spec]: Tuft): Mesh => buildLock(face, spec, segments, 6, [0, 0, 0], (_, u, v) => uv(region, u, v));
  for (const t of ruff) {
    const left = lock(t);
    append(out, left);
    append(out, mirror(left));
  }
  for (const t of forelock) append(out, lock(t));
  return out;
}

/** A small dark nose that rides on the muzzle. */
export function buildNose(face: FaceSurface, rows: number, columns: number, uv: RegionUv): Mesh {
  const { y } = face.spec.nose;
  const middle: Vec3 = face.point(0, y, -0.003);
  const mesh = buildTube(
    Array.from({ length: rows + 1 }, (_, i) => i / rows),
    columns,
    (s, a) => {
      const polar = mix(0.02, Math.PI - 0.02, s);
      const r = Math.sin(polar);
      const up = Math.cos(polar);
      // Broad above, narrow below.
      const wide = 0.0108 * (1 + 0.3 * up);
      return add(middle, [Math.sin(a) * r * wide, up * 0.0072, Math.cos(a) * r * 0.0074]);
    },
    (u, s) => uv('nose', u, s),
    () => ({ head: 1 }),
  );
  const rides: FacePoint = { x: 0, y, follow: 0 };
  addActionUnits(mesh, face, mesh.position.map(() => rides), [0, 0, 0]);
  return mesh;
}
