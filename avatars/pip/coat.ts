import type { Level } from '../kit/assemble.ts';
import { armDirection, bothSides, buildHand, buildTop, buildTube, legWeights, topWeights, trunkWeights } from '../kit/body.ts';
import { chainWeights, type Chain } from '../kit/chain.ts';
import type { RegionUv } from '../kit/face-details.ts';
import { add, column, cross, curve, mix, normalize, scale, smoothstep, sub, type Vec3 } from '../kit/math.ts';
import type { Influence, Mesh } from '../kit/mesh.ts';
import { blend, loft, roundCone, type Field } from '../kit/sdf.ts';
import type { Proportions } from '../kit/skeleton.ts';
import { buildTuft } from './tuft.ts';

/** y, half width, front, back: a small pear. */
const trunk = loft(
  [
    [0.33, 0.1, 0.075, -0.085],
    [0.39, 0.155, 0.12, -0.128],
    [0.46, 0.178, 0.15, -0.145],
    [0.55, 0.176, 0.155, -0.138],
    [0.66, 0.152, 0.136, -0.118],
    [0.77, 0.128, 0.11, -0.102],
    [0.86, 0.114, 0.094, -0.094],
    [0.92, 0.1, 0.082, -0.084],
    [0.98, 0.084, 0.074, -0.07],
    [1.03, 0.08, 0.072, -0.064],
  ],
  0.05,
);

function coatField(p: Proportions): Field {
  const limb = (s: 1 | -1): Field => {
    const d: Vec3 = [s * armDirection[0], armDirection[1], 0];
    const at = (t: number): Vec3 => add([s * p.shoulder[0], p.shoulder[1], p.shoulder[2]], scale(d, t));
    const wrist = p.upperArm + p.lowerArm;
    return blend(0.03, roundCone(at(-0.02), at(p.upperArm), 0.056, 0.051), roundCone(at(p.upperArm), at(wrist - 0.02), 0.051, 0.038));
  };
  const leg = (s: 1 | -1): Field => {
    const x = s * p.leg[0];
    return blend(
      0.05,
      roundCone([x, p.leg[1] - 0.03, 0], [x * 1.06, p.knee, 0.004], 0.098, 0.07),
      roundCone([x * 1.06, p.knee, 0.004], [x * 1.1, p.ankle, -0.004], 0.068, 0.058),
      roundCone([x * 1.1, 0.056, -0.016], [x * 1.24, 0.056, 0.095], 0.06, 0.066),
    );
  };
  const legs: Field = (q) => Math.min(left(q), right(q));
  const [left, right] = [leg(1), leg(-1)];
  const sole: Field = (q) => Math.max(blend(0.05, trunk, legs)(q), -q[1]);
  return blend(0.04, sole, limb(1), limb(-1));
}

/** Feet below, legs and hips as in trousers, the rest as in a top. */
function coatWeights(p: Proportions, q: Vec3): Influence {
  if (q[1] > p.leg[1] + 0.07) return topWeights(p, q);
  const side = q[0] >= 0 ? 'left' : 'right';
  const shin = `${side}LowerLeg`;
  const { [shin]: calf = 0, ...out } = legWeights(p, q);
  const foot = 1 - smoothstep(p.ankle - 0.03, p.ankle + 0.035, q[1]);
  const toes = smoothstep(p.leg[2] + 0.07, p.leg[2] + 0.105, q[2]) * foot;
  return { ...out, [shin]: calf * (1 - foot), [`${side}Foot`]: calf * (foot - toes), [`${side}Toes`]: calf * toes };
}

export const tailChain: Chain = { name: 'tail', root: 'hips', joints: 5 };
export const tailAt = curve([
  [0, 0.46, -0.1],
  [-0.03, 0.42, -0.23],
  [-0.09, 0.44, -0.35],
  [-0.17, 0.56, -0.42],
  [-0.24, 0.72, -0.42],
  [-0.275, 0.88, -0.36],
  [-0.25, 1.0, -0.28],
]);
const tailRadius = column([[0, 0.04], [0.12, 0.058], [0.3, 0.102], [0.5, 0.138], [0.66, 0.148], [0.8, 0.126], [0.92, 0.072], [1, 0.002]], 1);

function buildTail(rows: number, columns: number, uv: RegionUv): Mesh {
  const at = Array.from({ length: rows + 1 }, (_, i) => i / rows);
  const nearest = (p: Vec3): number => at.reduce((best, t) => (distance(p, tailAt(t)) < distance(p, tailAt(best)) ? t : best), 0);
  const distance = (a: Vec3, b: Vec3): number => Math.hypot(...sub(a, b));
  return buildTube(
    at,
    columns,
    (t, a) => {
      const d = normalize(sub(tailAt(Math.min(1, t + 0.01)), tailAt(Math.max(0, t - 0.01))));
      const side = normalize(cross(d, [1, 0.25, 0]));
      const out = cross(side, d);
      // Tufts: shallow furrows that wind along the tail.
      const r = tailRadius(t) * (1 + 0.05 * smoothstep(0.1, 0.4, t) * Math.cos(a * 6 + t * 5));
      return add(tailAt(t), add(scale(side, Math.sin(a) * r), scale(out, Math.cos(a) * r)));
    },
    (u, t) => uv('tail', u, t),
    (p) => chainWeights(tailChain, nearest(p)),
  );
}

/** From, to, half width: a bib that stands off the chest under the scarf. */
const chestTufts: readonly (readonly [Vec3, Vec3, number])[] = [
  [[-0.03, 0.89, 0.062], [-0.06, 0.745, 0.116], 0.036],
  [[0.034, 0.885, 0.062], [0.062, 0.75, 0.114], 0.036],
  [[0, 0.89, 0.07], [-0.004, 0.69, 0.146], 0.044],
];

/** Pip's own fur from the neck down: trunk and limbs in one skin, paws, tail. In the body's space. */
export function buildCoat(p: Proportions, level: Level, uv: RegionUv): [string, Mesh][] {
  const full = level === 'full';
  const cell = full ? 0.0205 : 0.033;
  const wristX = p.shoulder[0] + p.upperArm + p.lowerArm;
  const body = buildTop(p, {
    field: coatField(p),
    cell,
    min: [-(Math.ceil(0.44 / cell) + 0.5) * cell, -0.05, -0.2],
    max: [0.46, 1.07, 0.21],
    // u: a quarter turn from the front to the back of the trunk, then on down the arms.
    uv: ([x, y, z], along, off) => {
      const arm = smoothstep(0.02, 0.08, along) * (1 - smoothstep(0.06, 0.1, off));
      return uv('coat', mix((Math.abs(Math.atan2(x, z)) / Math.PI) * 0.7, 0.7 + 0.3 * (along / (p.upperArm + p.lowerArm)), arm), 1 - y / 1.06);
    },
    weights: (q) => coatWeights(p, q),
  });
  const paw = buildHand(p, full ? [0.0098, 0.0078, 0.0078] : [0.0155, 0.0125, 0.0125], ([x]) => uv('paw', 0.5, (x - wristX + 0.06) / 0.25));
  const chest = chestTufts.map(([from, to, width]): [string, Mesh] => [
    'chest',
    buildTuft({ from, to, width, facing: [0, 0.3, 1], bulge: 0.016 }, full ? 7 : 4, uv, (q) => trunkWeights(p, q[1])),
  ]);
  return [...chest, ['coat', body], ...bothSides(paw).map((m): [string, Mesh] => ['paws', m]), ['tail', buildTail(full ? 30 : 16, full ? 22 : 12, uv)]];
}
