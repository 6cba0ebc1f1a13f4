import { clamp, column, dot, length, mix, normalize, sub, type Table, type Vec3 } from './math.ts';

/** Signed distance to a surface in metres (negative inside); near enough to exact close to the surface. */
export type Field = (p: Vec3) => number;

export const roundCone =
  (a: Vec3, b: Vec3, ra: number, rb: number): Field =>
  (p) => {
    const ab = sub(b, a);
    const t = clamp(dot(sub(p, a), ab) / dot(ab, ab));
    const d = sub(p, [a[0] + ab[0] * t, a[1] + ab[1] * t, a[2] + ab[2] * t]);
    return length(d) - mix(ra, rb, t);
  };

export const ellipsoid =
  (centre: Vec3, radius: Vec3): Field =>
  (p) => {
    const q = sub(p, centre);
    const k0 = length([q[0] / radius[0], q[1] / radius[1], q[2] / radius[2]]);
    const k1 = length([q[0] / radius[0] ** 2, q[1] / radius[1] ** 2, q[2] / radius[2] ** 2]);
    return k1 < 1e-9 ? -Math.min(...radius) : (k0 * (k0 - 1)) / k1;
  };

/**
 * Stack of ellipses along Y: rows of [y, half width, front z, back z, centre x?], ascending in y.
 * The ends are flat with an edge rounded by `round`.
 */
export function loft(table: Table, round = 0.01, centreX = 0): Field {
  const [a, front, back] = [column(table, 1), column(table, 2), column(table, 3)];
  const lo = table[0]![0]!;
  const hi = table[table.length - 1]![0]!;
  return ([x, y, z]) => {
    const k = clamp(y, lo, hi);
    const mid = (front(k) + back(k)) / 2;
    const rx = a(k);
    const rz = (front(k) - back(k)) / 2;
    const q: Vec3 = [(x - centreX) / rx, 0, (z - mid) / rz];
    const side = (length(q) - 1) * Math.min(rx, rz);
    const end = Math.max(lo - y, y - hi);
    const u = Math.max(side + round, 0);
    const v = Math.max(end + round, 0);
    return Math.sqrt(u * u + v * v) + Math.min(Math.max(side + round, end + round), 0) - round;
  };
}

/** Polynomial smooth union: the seam is filled over about `k` metres. */
export const blend =
  (k: number, ...fields: Field[]): Field =>
  (p) => {
    let d = fields[0]!(p);
    for (let i = 1; i < fields.length; i += 1) {
      const e = fields[i]!(p);
      const h = Math.max(k - Math.abs(d - e), 0) / k;
      d = Math.min(d, e) - (h * h * k) / 4;
    }
    return d;
  };

export const gradient = (f: Field, p: Vec3, h = 1e-4): Vec3 =>
  normalize([
    f([p[0] + h, p[1], p[2]]) - f([p[0] - h, p[1], p[2]]),
    f([p[0], p[1] + h, p[2]]) - f([p[0], p[1] - h, p[2]]),
    f([p[0], p[1], p[2] + h]) - f([p[0], p[1], p[2] - h]),
  ]);

/** Moves a point onto the level set `level` of the field. */
export function project(f: Field, p: Vec3, level = 0, steps = 8): Vec3 {
  let q = p;
  for (let i = 0; i < steps; i += 1) {
    const g = gradient(f, q);
    const d = (f(q) - level) * 0.9;
    q = [q[0] - g[0] * d, q[1] - g[1] * d, q[2] - g[2] * d];
  }
  return q;
}
