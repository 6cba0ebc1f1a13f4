/** Small vector and curve helpers. All lengths in metres, angles in radians. */

export type Vec2 = readonly [number, number];
export type Vec3 = readonly [number, number, number];

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, s: number): Vec3 => [a[0] * s, a[1] * s, a[2] * s];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vec3): number => Math.sqrt(dot(a, a));
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
export const clamp = (x: number, lo = 0, hi = 1): number => Math.min(hi, Math.max(lo, x));
export const smoothstep = (lo: number, hi: number, x: number): number => {
  const t = clamp((x - lo) / (hi - lo));
  return t * t * (3 - 2 * t);
};
/** Bell of height 1; `d2` is already divided by the spread, squared. */
export const bell = (...d: number[]): number => Math.exp(-0.5 * d.reduce((s, x) => s + x * x, 0));

export function normalize(a: Vec3): Vec3 {
  const l = length(a);
  return l > 1e-12 ? scale(a, 1 / l) : [0, 1, 0];
}

/** Rotates `p` about an axis through the origin (unit `axis`). */
export function rotate(p: Vec3, axis: Vec3, angle: number): Vec3 {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return add(add(scale(p, c), scale(cross(axis, p), s)), scale(axis, dot(axis, p) * (1 - c)));
}

/** Rows of [key, value, value…] in ascending key order. */
export type Table = readonly (readonly number[])[];

/** Monotone cubic interpolation (Fritsch-Carlson limited) of one column: smooth, never overshooting. */
export function column(table: Table, index: number): (key: number) => number {
  const x = table.map((row) => row[0]!);
  const y = table.map((row) => row[index]!);
  const n = x.length;
  const slope = x.map((_, i) => (i < n - 1 ? (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!) : 0));
  const m = x.map((_, i) => {
    if (i === 0) return slope[0]!;
    if (i === n - 1) return slope[n - 2]!;
    const a = slope[i - 1]!;
    const b = slope[i]!;
    return a * b <= 0 ? 0 : (2 * a * b) / (a + b);
  });
  return (key) => {
    if (key <= x[0]!) return y[0]!;
    if (key >= x[n - 1]!) return y[n - 1]!;
    let i = 0;
    for (let hi = n - 1; hi - i > 1; ) {
      const middle = (i + hi) >> 1;
      if (x[middle]! < key) i = middle;
      else hi = middle;
    }
    const h = x[i + 1]! - x[i]!;
    const t = (key - x[i]!) / h;
    const t2 = t * t;
    const t3 = t2 * t;
    return (
      (2 * t3 - 3 * t2 + 1) * y[i]! + (t3 - 2 * t2 + t) * h * m[i]! + (-2 * t3 + 3 * t2) * y[i + 1]! + (t3 - t2) * h * m[i + 1]!
    );
  };
}

/** Catmull-Rom through the points, `t` from 0 to 1 over the whole curve. */
export function curve(points: readonly Vec3[]): (t: number) => Vec3 {
  const n = points.length - 1;
  const at = (i: number): Vec3 => {
    if (i < 0) return sub(scale(points[0]!, 2), points[1]!);
    if (i > n) return sub(scale(points[n]!, 2), points[n - 1]!);
    return points[i]!;
  };
  return (t) => {
    const f = clamp(t) * n;
    const i = Math.min(n - 1, Math.floor(f));
    const u = f - i;
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const axis = (k: 0 | 1 | 2): number =>
      0.5 * (2 * b[k] + (c[k] - a[k]) * u + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * u * u + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * u * u * u);
    return [axis(0), axis(1), axis(2)];
  };
}
