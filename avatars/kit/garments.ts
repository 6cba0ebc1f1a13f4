import { buildTube } from './body.ts';
import { chainBones, chainNames, chainWeights, type Chain } from './chain.ts';
import type { RegionUv } from './patch.ts';
import { add, cross, curve, mix, normalize, scale, smoothstep, sub, type Vec2, type Vec3 } from './math.ts';
import type { Influence, Mesh } from './mesh.ts';
import { blend, gradient, project, roundCone, type Field } from './sdf.ts';
import type { Bone, Proportions } from './skeleton.ts';
import { surfaceNets } from './surface-nets.ts';

export interface BandSpec {
  /** Knots of the middle line, metres; `on` pulls the line onto the garment. */
  readonly path: readonly Vec3[];
  readonly on?: Field;
  /** Field whose slope the band lies flat on. */
  readonly lie: Field;
  readonly lift: number;
  width(t: number): number;
  readonly thickness: number;
}

/** A flat knitted band on a garment: a collar, a button border, the edge of a pocket. */
export function buildBand(spec: BandSpec, segments: number, sides: number, uv: (u: number, t: number) => Vec2, weights: (p: Vec3) => Influence): Mesh {
  const line = curve(spec.path);
  const at = (t: number): Vec3 => (spec.on ? project(spec.on, line(t), spec.lift) : line(t));
  const rows = Array.from({ length: segments + 1 }, (_, i) => i / segments);
  return buildTube(
    [0, ...rows, 1],
    sides,
    (t, a) => {
      const p = at(t);
      const along = normalize(sub(at(Math.min(1, t + 0.01)), at(Math.max(0, t - 0.01))));
      const slope = gradient(spec.lie, p, 1e-3);
      const across = normalize(cross(along, slope));
      const out = cross(across, along);
      const soft = (x: number): number => Math.sign(x) * Math.abs(x) ** 0.7;
      return add(p, add(scale(across, soft(Math.sin(a)) * spec.width(t) * 0.5), scale(out, soft(Math.cos(a)) * spec.thickness * 0.5)));
    },
    uv,
    weights,
  );
}

export interface SkirtSpec {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  /** Half width, front and back at the top and at the bottom, metres. */
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
  /** Half of the opening in front at the top and the bottom, radians. */
  readonly gap: readonly [number, number];
  readonly chains: number;
}

const ringPoint = (spec: SkirtSpec, s: number, a: number, inset = 0): Vec3 => {
  const [w, f, b] = [0, 1, 2].map((k) => mix(spec.from[k as 0], spec.to[k as 0], s) - inset) as [number, number, number];
  return [Math.sin(a) * w, mix(spec.top, spec.bottom, s), Math.cos(a) * (Math.cos(a) > 0 ? f : b)];
};
const chainAngle = (spec: SkirtSpec, i: number): number => ((i + 0.5) / spec.chains) * 2 * Math.PI;
const skirtChain = (spec: SkirtSpec, i: number): Chain => ({ name: `${spec.name}${i + 1}Joint`, root: 'hips', joints: 1 });

/** One chain of a joint and a tail for each part of the way around. */
export const skirtBones = (spec: SkirtSpec): Bone[] => Array.from({ length: spec.chains }, (_, i) => chainBones(skirtChain(spec, i), (t) => ringPoint(spec, t, chainAngle(spec, i)))).flat();
export const skirtChains = (spec: SkirtSpec): string[][] => Array.from({ length: spec.chains }, (_, i) => chainNames(skirtChain(spec, i)));

/** The free-hanging part of a coat or cardigan, open in front, folded in at its lower edge; `over` gives the weights where it is sewn on. */
export function buildSkirt(spec: SkirtSpec, columns: number, uv: RegionUv, region: string, over: (q: Vec3) => Influence): Mesh {
  const outer = [0, 0.25, 0.5, 0.75, 0.94, 1];
  const rows = [...outer.map((s) => s * 0.6), 0.72, 0.86, 1];
  const place = (row: number): { s: number; inset: number } => (row <= 0.6 ? { s: row / 0.6, inset: row === 0.6 ? 0.003 : 0 } : { s: 1 - (row - 0.6) / 0.55, inset: 0.011 });
  const weights = new Map<string, Influence>();
  const key = (p: Vec3): string => p.map((c) => Math.round(c * 1e6)).join(',');
  return buildTube(
    rows,
    columns,
    (row, turn) => {
      const { s, inset } = place(row);
      const open = mix(spec.gap[0], spec.gap[1], s);
      const a = mix(open, 2 * Math.PI - open, turn / (2 * Math.PI));
      const p = ringPoint(spec, s, a, inset);
      const f = (a / (2 * Math.PI)) * spec.chains - 0.5;
      const [i, w] = [Math.floor(f), smoothstep(0, 1, f - Math.floor(f))];
      const out: Record<string, number> = {};
      for (const [k, share] of [[i, 1 - w], [i + 1, w]] as const) {
        const chain = skirtChain(spec, (k + spec.chains) % spec.chains);
        for (const [bone, v] of Object.entries(chainWeights(chain, s))) {
          if (bone !== chain.root) out[bone] = (out[bone] ?? 0) + v * share;
          else for (const [sewn, o] of Object.entries(over(p))) out[sewn] = (out[sewn] ?? 0) + o * v * share;
        }
      }
      weights.set(key(p), out);
      return p;
    },
    (u, row) => uv(region, u, place(row).s),
    (p) => weights.get(key(p))!,
  );
}

/** The left cuff of a sleeve in the T-pose, folded at both ends. */
export function buildCuff(p: Proportions, radius: number, length: number, columns: number, uv: RegionUv, region: string): Mesh {
  const wrist = p.shoulder[0] + p.upperArm + p.lowerArm;
  return buildTube(
    [0, 0.08, 0.5, 0.92, 1],
    columns,
    (s, a) => {
      const r = radius + 0.0025 * Math.sin(Math.PI * s) - (s === 0 || s === 1 ? 0.007 : 0);
      return [wrist - length - 0.002 + length * s, p.shoulder[1] + Math.sin(a) * r, p.shoulder[2] + Math.cos(a) * r];
    },
    (u, s) => uv(region, u * 0.4, s),
    (q) => {
      const w = smoothstep(wrist - 0.012, wrist + 0.02, q[0]);
      return { leftLowerArm: 1 - w, leftHand: w };
    },
  );
}

/** Weights of a neck between chest and head. */
export function neckWeights(p: Proportions, y: number): Influence {
  const head = smoothstep(p.head[1] - 0.035, p.head[1] + 0.025, y);
  const chest = 1 - smoothstep(p.neck - 0.03, p.neck + 0.03, y);
  return { head, upperChest: chest * (1 - head), neck: (1 - chest) * (1 - head) };
}

export interface ShoeSpec {
  readonly x: number;
  /** Middle of the heel and of the toe, metres along z. */
  readonly heel: number;
  readonly toe: number;
  readonly width: number;
  readonly sole: number;
  readonly cell: Vec3;
}

/** A left lace-up shoe: upper, sole with a heel. */
export function buildShoe(p: Proportions, spec: ShoeSpec, uv: RegionUv): [string, Mesh][] {
  const { x, heel, toe, width: w, sole: s } = spec;
  const upper = blend(
    0.03,
    roundCone([x, s + w * 0.62, heel], [x, s + w * 1.1, heel + 0.022], w * 0.86, w * 0.92),
    roundCone([x, s + w * 0.75, mix(heel, toe, 0.3)], [x + 0.004, s + w * 0.2, toe - w * 0.2], w * 0.95, w * 0.8),
    roundCone([x - w * 0.2, s + w * 0.1, toe - w * 0.55], [x + w * 0.28, s + w * 0.1, toe - w * 0.6], w * 0.8, w * 0.78),
  );
  const above: Field = (q) => Math.max(upper(q), s - 0.002 - q[1]);
  const welt: Field = (q) => {
    const flat = upper([q[0], s + w * 0.35, q[2]]) - 0.003;
    // The sole lifts off the ground between heel and ball.
    const arch = 0.008 * smoothstep(mix(heel, toe, 0.16), mix(heel, toe, 0.24), q[2]) * (1 - smoothstep(mix(heel, toe, 0.4), mix(heel, toe, 0.52), q[2]));
    const v = Math.abs(q[1] - (s + arch) / 2) - (s - arch) / 2;
    return Math.sqrt(Math.max(flat + 0.005, 0) ** 2 + Math.max(v + 0.005, 0) ** 2) + Math.min(Math.max(flat, v) + 0.005, 0) - 0.005;
  };
  return [['shoe', above, spec.cell] as const, ['sole', welt, [spec.cell[0] * 1.2, spec.cell[1] * 0.72, spec.cell[2] * 1.2] as Vec3] as const].map(([region, field, cell]) => {
    const mesh = surfaceNets(field, { min: [x - w * 2, -0.03, heel - w * 2], max: [x + w * 2, s + w * 3, toe + w * 1.5], cell });
    for (const q of mesh.position) {
      const toes = smoothstep(p.leg[2] + 0.07, p.leg[2] + 0.105, q[2]);
      mesh.uv.push(uv(region, (q[2] - heel + w) / (toe - heel + 2 * w), 1 - q[1] / 0.12));
      mesh.skin.push({ leftFoot: 1 - toes, leftToes: toes });
    }
    return [`${region}s`, mesh];
  });
}
