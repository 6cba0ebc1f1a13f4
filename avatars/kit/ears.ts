import type { RegionUv } from './face-details.ts';
import { add, type Vec3 } from './math.ts';
import type { Mesh } from './mesh.ts';
import { blend, ellipsoid, type Field } from './sdf.ts';
import { surfaceNets } from './surface-nets.ts';

export interface EarSpec {
  /** Middle of the left ear, head-local metres. */
  readonly at: Vec3;
  /** Half extents outwards, up and towards the front. */
  readonly size: Vec3;
  readonly cell: Vec3;
}

/** A left ear: a leaning shell with a hollow, and a lobe. The region 'ear' is painted from the edge (v = 0) to the hollow (v = 1). */
export function buildEar({ at, size: [out, tall, deep], cell }: EarSpec, origin: Vec3, uv: RegionUv): Mesh {
  const lean = 0.32;
  const local = (p: Vec3): Vec3 => [p[0] - at[0] - (at[2] - p[2]) * 0.35, p[1] - at[1], p[2] - at[2] + (p[1] - at[1]) * lean];
  const whole = blend(0.008, ellipsoid([0, tall * 0.12, 0], [out, tall * 0.88, deep]), ellipsoid([-out * 0.1, -tall * 0.66, deep * 0.28], [out * 0.8, tall * 0.36, deep * 0.52]));
  const hollow = ellipsoid([out * 1.15, tall * 0.16, deep * 0.2], [out * 0.9, tall * 0.56, deep * 0.6]);
  const field: Field = (p) => {
    const q = local(p);
    const h = -hollow(q);
    const d = whole(q);
    const k = 0.004;
    const s = Math.max(k - Math.abs(d - h), 0) / k;
    return Math.max(d, h) + (s * s * k) / 4;
  };
  const reach: Vec3 = [out + deep * 0.5 + 0.008, tall + 0.012, deep + tall * lean + 0.008];
  const mesh = surfaceNets(field, { min: [at[0] - reach[0], at[1] - reach[1], at[2] - reach[2]], max: add(at, reach), cell });
  mesh.position.forEach((p, i) => {
    mesh.uv.push(uv('ear', 0.5, Math.min(1, Math.max(0, 0.5 - hollow(local(p)) / 0.008))));
    mesh.skin.push({ head: 1 });
    mesh.position[i] = add(origin, p);
  });
  return mesh;
}
