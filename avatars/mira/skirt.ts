import type { Level } from '../kit/assemble.ts';
import { buildTube, trunkWeights } from '../kit/body.ts';
import { chainBones, chainNames, chainWeights } from '../kit/chain.ts';
import { bell, column, mix, scale, smoothstep, type Vec3 } from '../kit/math.ts';
import { append, type Influence, type Mesh } from '../kit/mesh.ts';
import type { RegionUv } from '../kit/patch.ts';
import type { Bone, Proportions } from '../kit/skeleton.ts';
import type { Spring } from '../kit/vrm.ts';

/** s (0 waist, 1 hem): height, half width, front, back. */
const profile = [
  [0, 0.872, 0.119, 0.088, -0.088],
  [0.16, 0.815, 0.136, 0.1, -0.108],
  [0.4, 0.73, 0.158, 0.112, -0.128],
  [0.7, 0.622, 0.185, 0.134, -0.15],
  [1, 0.52, 0.212, 0.164, -0.172],
] as const;
const [height, half, front, back] = [1, 2, 3, 4].map((k) => column(profile, k)) as [F, F, F, F];
type F = (s: number) => number;

/** From here on the cloth is moved by springs. */
const loose = 0.36;
const chains = Array.from({ length: 8 }, (_, i) => {
  const angle = ((i + 0.5) / 8) * 2 * Math.PI;
  const side = Math.sin(angle) > 0 ? 'left' : 'right';
  return { name: `skirt${i + 1}_`, root: `${side}${Math.cos(angle) > 0 ? 'UpperLeg' : 'Seat'}`, joints: 2, angle };
});

/** Helpers under the buttocks: they turn a little further than the thighs, so that the back of the skirt closes up under them when she sits. */
const seats: Bone[] = ([['left', 1], ['right', -1]] as const).map(([side, s]) => ({
  name: `${side}Seat`,
  parent: `${side}UpperLeg`,
  at: [s * 0.076, 0.775, -0.11],
  humanoid: false,
  follows: { source: `${side}UpperLeg`, weight: 0.2 },
}));

/** A point of the skirt, `a` from the front towards her left; soft pleats grow towards the hem, and the cloth falls in between the thighs. */
function point(s: number, a: number): Vec3 {
  const pleat = 1 + 0.05 * smoothstep(0.1, 1, s) * Math.cos(a * 9 + 0.6 * Math.sin(a));
  const fold = 1 - 0.11 * s * bell(Math.sin(a / 2) / 0.13);
  const z = Math.cos(a) >= 0 ? front(s) * fold : -back(s);
  return [Math.sin(a) * half(s) * pleat, height(s) + 0.004 * s * Math.cos(a * 9), Math.cos(a) * z * pleat - 0.004];
}

export const skirtBones = (): Bone[] => [...seats, ...chains.flatMap((chain) => chainBones(chain, (t) => point(mix(loose, 1, t), chain.angle)))];

/** In front the cloth falls on the lap; towards the back it keeps ever closer to the thighs. */
export const skirtSprings = (): Spring[] =>
  chains.map((chain) => {
    const ahead = 0.5 + 0.5 * Math.cos(chain.angle);
    return { name: chain.name, bones: chainNames(chain), hitRadius: 0.008, stiffness: 1.3 - 0.3 * ahead, gravity: 0.06 + 0.6 * ahead ** 2, drag: 0.5 };
  });

/** Thighs carry the cloth, the two sides blending broadly over the lap; below, the two nearest chains move it. */
function weights(p: Proportions, s: number, a: number): Influence {
  const q = point(s, a);
  const leg = smoothstep(p.leg[1] + 0.055, p.leg[1] - 0.1, q[1]);
  const left = smoothstep(-0.13, 0.13, q[0]);
  const out: Record<string, number> = {};
  const add = (from: Influence, share: number): void => {
    for (const [bone, w] of Object.entries(from)) if (w * share > 0) out[bone] = (out[bone] ?? 0) + w * share;
  };
  const behind = smoothstep(0.2, -0.6, Math.cos(a));
  const body: Record<string, number> = {};
  for (const [side, share] of [['left', left * leg], ['right', (1 - left) * leg]] as const) {
    body[`${side}UpperLeg`] = share * (1 - behind);
    body[`${side}Seat`] = share * behind;
  }
  add(trunkWeights(p, q[1]), 1 - leg);
  const at = ((a / (2 * Math.PI)) * 8 - 0.5 + 8) % 8;
  const near = Math.floor(at);
  for (const [index, share] of [[near, 1 - (at - near)], [(near + 1) % 8, at - near]] as const) {
    const chain = chains[index]!;
    for (const [bone, w] of Object.entries(chainWeights(chain, (s - loose) / (1 - loose)))) {
      // The root's share stays with the broad blend of both sides.
      add(bone === chain.root ? body : { [bone]: leg }, w * share);
    }
  }
  return out;
}

export function buildSkirt(p: Proportions, level: Level, uv: RegionUv): Mesh {
  const full = level === 'full';
  const columns = full ? 54 : 28;
  const layer = (rows: readonly number[], shrink: number, v: (s: number) => number): Mesh => {
    const mesh = buildTube(
      rows,
      columns,
      (s, a) => {
        const q = point(s, a);
        return [q[0] * shrink, q[1], q[2] * shrink];
      },
      (u, s) => uv('skirt', 1 - Math.abs(((u * 4) % 2) - 1), v(s)),
      () => ({ hips: 1 }),
    );
    const ring = columns + 1;
    mesh.skin.splice(0, mesh.skin.length, ...mesh.skin.map((_, i) => weights(p, rows[Math.floor(i / ring)]!, ((i % ring) / columns) * 2 * Math.PI)));
    return mesh;
  };
  const cloth = layer(full ? [0, 0.08, 0.16, 0.28, 0.4, 0.52, 0.64, 0.76, 0.88, 0.97, 1] : [0, 0.16, 0.36, 0.58, 0.8, 1], 1, (s) => s * 0.95);
  const lining = layer(full ? [0.1, 0.3, 0.5, 0.72, 0.9, 1] : [0.2, 0.5, 0.78, 1], 0.975, () => 0.999);
  append(cloth, { ...lining, normal: lining.normal.map((n) => scale(n, -1)), triangle: lining.triangle.map(([a, b, c]) => [a, c, b] as const) });
  return cloth;
}
