import type { Level } from '../kit/assemble.ts';
import { buildTube, trunkWeights } from '../kit/body.ts';
import { chainWeights, type Chain } from '../kit/chain.ts';
import type { RegionUv } from '../kit/face-details.ts';
import { add, cross, curve, mix, normalize, scale, sub, type Vec3 } from '../kit/math.ts';
import type { Influence, Mesh } from '../kit/mesh.ts';
import type { Proportions } from '../kit/skeleton.ts';

interface End {
  readonly chain: Chain;
  readonly at: (t: number) => Vec3;
  /** Which way the broad side faces. */
  readonly facing: Vec3;
  readonly width: number;
}

/** The two loose ends: one down the chest, one down the back. */
export const scarfEnds: readonly End[] = [
  { chain: { name: 'scarfFront', root: 'upperChest', joints: 3 }, at: curve([[0.088, 0.945, 0.118], [0.1, 0.87, 0.142], [0.104, 0.77, 0.158], [0.106, 0.66, 0.172]]), facing: [0.3, 0.1, 1], width: 0.05 },
  { chain: { name: 'scarfBack', root: 'upperChest', joints: 3 }, at: curve([[0.075, 0.945, -0.1], [0.1, 0.87, -0.142], [0.108, 0.77, -0.168], [0.112, 0.67, -0.19]]), facing: [0.3, 0.1, -1], width: 0.05 },
];

const range = (n: number): number[] => Array.from({ length: n + 1 }, (_, i) => i / n);

/** One turn around the neck: a fat, slightly twisted loop. */
function buildLoop(centre: Vec3, radius: readonly [number, number], thick: readonly [number, number], tilt: number, turns: number, sides: number, uv: RegionUv, skin: (q: Vec3) => Influence): Mesh {
  return buildTube(
    range(turns),
    sides,
    (s, a) => {
      const t = s * 2 * Math.PI;
      const swell = 1 + 0.07 * Math.sin(t * 3 + 1);
      const out: Vec3 = [Math.sin(t), 0, Math.cos(t)];
      const ring: Vec3 = add(centre, [out[0] * radius[0], tilt * out[2] + 0.008 * Math.sin(t * 2), out[2] * radius[1]]);
      const fold = a + 0.35 * Math.sin(t);
      return add(ring, add(scale(out, Math.cos(fold) * thick[0] * swell), [0, Math.sin(fold) * thick[1] * swell, 0]));
    },
    (u, s) => uv('scarf', u, (s * 5) % 1),
    skin,
  );
}

function buildEnd(end: End, rows: number, uv: RegionUv): Mesh[] {
  const frame = (t: number): { side: Vec3; out: Vec3 } => {
    const d = normalize(sub(end.at(Math.min(1, t + 0.02)), end.at(Math.max(0, t - 0.02))));
    const side = normalize(cross(end.facing, d));
    return { side, out: cross(d, side) };
  };
  const strip = buildTube(
    [0, 0.001, ...range(rows).slice(1, -1), 0.999, 1],
    10,
    (t, a) => {
      const { side, out } = frame(t);
      const closed = t === 0 || t === 1 ? 0.02 : 1;
      const w = end.width * mix(0.72, 1, Math.min(1, t * 2.2)) * closed;
      const square = (c: number): number => Math.sign(c) * Math.abs(c) ** 0.55;
      return add(end.at(t), add(scale(side, square(Math.sin(a)) * w), scale(out, square(Math.cos(a)) * 0.0135 * closed)));
    },
    (u, t) => uv('scarf', u, t),
    (p) => chainWeights(end.chain, nearest(end, p)),
  );
  const { side, out } = frame(1);
  const tip = end.at(1);
  const down = normalize(sub(tip, end.at(0.96)));
  const fringe = [-0.8, -0.4, 0, 0.4, 0.8].map((x) =>
    buildTube(
      [0, 0.5, 1],
      5,
      (s, a) => {
        const r = [0.0085, 0.0075, 0.0045][Math.round(s * 2)]!;
        const q = add(tip, add(scale(side, x * end.width * 1.02), scale(down, -0.006 + s * 0.046)));
        return add(q, add(scale(side, Math.sin(a) * r), scale(out, Math.cos(a) * r)));
      },
      (u, s) => uv('fringe', u, s),
      () => chainWeights(end.chain, 1),
    ),
  );
  return [strip, ...fringe];
}

const nearest = (end: End, p: Vec3): number => range(40).reduce((best, t) => (gap(p, end.at(t)) < gap(p, end.at(best)) ? t : best), 0);
const gap = (a: Vec3, b: Vec3): number => Math.hypot(...sub(a, b));

/** A knitted scarf, wound twice, its ends on springs. In the body's space. */
export function buildScarf(p: Proportions, level: Level, uv: RegionUv): [string, Mesh][] {
  const full = level === 'full';
  const [turns, sides] = full ? [40, 12] : [22, 8];
  const skin = (q: Vec3): Influence => trunkWeights(p, Math.min(q[1], p.neck - 0.02));
  const loops = [
    buildLoop([0, 0.925, 0.0], [0.138, 0.122], [0.036, 0.044], -0.018, turns, sides, uv, skin),
    buildLoop([0.004, 0.985, 0.004], [0.122, 0.112], [0.034, 0.04], -0.02, turns, sides, uv, skin),
  ];
  return [...loops, ...scarfEnds.flatMap((end) => buildEnd(end, full ? 12 : 6, uv))].map((m) => ['scarf', m]);
}
