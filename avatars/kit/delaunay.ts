import type { Vec2 } from './math.ts';

interface Cell {
  readonly corner: readonly [number, number, number];
  readonly cx: number;
  readonly cy: number;
  readonly r2: number;
}

/** Bowyer-Watson triangulation of distinct points, counter-clockwise. Quadratic: meant for a few thousand points. */
export function delaunay(points: readonly Vec2[]): Cell['corner'][] {
  const n = points.length;
  const all: Vec2[] = [...points, [-10, -10], [10, -10], [0, 20]];
  const cell = (a: number, b: number, c: number): Cell => {
    const [ax, ay] = all[a]!;
    const [bx, by] = all[b]!;
    const [px, py] = all[c]!;
    const d = 2 * (ax * (by - py) + bx * (py - ay) + px * (ay - by));
    const a2 = ax * ax + ay * ay;
    const b2 = bx * bx + by * by;
    const c2 = px * px + py * py;
    const cx = (a2 * (by - py) + b2 * (py - ay) + c2 * (ay - by)) / d;
    const cy = (a2 * (px - bx) + b2 * (ax - px) + c2 * (bx - ax)) / d;
    return { corner: d > 0 ? [a, b, c] : [a, c, b], cx, cy, r2: (ax - cx) ** 2 + (ay - cy) ** 2 };
  };
  let cells = [cell(n, n + 1, n + 2)];
  for (let i = 0; i < n; i += 1) {
    const [x, y] = all[i]!;
    const edges = new Map<string, [number, number]>();
    const kept: Cell[] = [];
    for (const c of cells) {
      if ((x - c.cx) ** 2 + (y - c.cy) ** 2 >= c.r2 * (1 - 1e-10)) {
        kept.push(c);
        continue;
      }
      const [p, q, r] = c.corner;
      for (const [u, v] of [[p, q], [q, r], [r, p]] as const) {
        if (!edges.delete(`${v},${u}`)) edges.set(`${u},${v}`, [u, v]);
      }
    }
    for (const [u, v] of edges.values()) kept.push(cell(u, v, i));
    cells = kept;
  }
  return cells.filter((c) => c.corner.every((k) => k < n)).map((c) => c.corner);
}
