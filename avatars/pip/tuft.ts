import { buildTube } from '../kit/body.ts';
import type { RegionUv } from '../kit/face-details.ts';
import { add, cross, mix, normalize, scale, sub, type Vec3 } from '../kit/math.ts';
import type { Influence, Mesh } from '../kit/mesh.ts';

export interface TuftSpec {
  readonly from: Vec3;
  readonly to: Vec3;
  readonly width: number;
  /** Way its broad side looks. */
  readonly facing: Vec3;
  /** How far its middle stands out, metres. */
  readonly bulge: number;
}

/** A pointed, slightly arched lock of pale fur. */
export function buildTuft({ from, to, width, facing, bulge }: TuftSpec, rows: number, uv: RegionUv, skin: (p: Vec3) => Influence): Mesh {
  const along = normalize(sub(to, from));
  const side = normalize(cross(along, facing));
  const out = cross(side, along);
  return buildTube(
    Array.from({ length: rows + 1 }, (_, i) => i / rows),
    6,
    (s, a) => {
      const r = Math.max(width * 0.04, width * Math.sin(Math.PI * mix(0.28, 1, s)) ** 0.9);
      const middle: Vec3 = [mix(from[0], to[0], s), mix(from[1], to[1], s), mix(from[2], to[2], s)];
      return add(add(middle, scale(out, bulge * Math.sin(Math.PI * s))), add(scale(side, Math.sin(a) * r), scale(out, Math.cos(a) * r * 0.5)));
    },
    (u, s) => uv('cream', u, s),
    skin,
  );
}
