import type { Level } from '../kit/assemble.ts';
import { armDirection, bothSides, buildCollarFlap, buildHand, buildTop, buildTube, legWeights, topWeights, trunkWeights, unbendArms } from '../kit/body.ts';
import { buildEar } from '../kit/ear.ts';
import type { RegionUv } from '../kit/face-details.ts';
import { buildBand, buildCuff, buildShoe, buildSkirt, neckWeights, type SkirtSpec } from '../kit/garments.ts';
import { add, mix, scale, smoothstep, sub, type Vec3 } from '../kit/math.ts';
import { mirror, smoothSkin, type Mesh } from '../kit/mesh.ts';
import { growShell } from '../kit/shell.ts';
import { blend, ellipsoid, loft, project, roundCone, type Field } from '../kit/sdf.ts';
import type { Proportions } from '../kit/skeleton.ts';
import { surfaceNets } from '../kit/surface-nets.ts';
import { headOrigin } from './shape.ts';

const neckBase: Vec3 = [0, 1.405, -0.018];

/** y, half width, front, back */
const trunk = loft(
  [
    [0.955, 0.17, 0.135, -0.122],
    [1.0, 0.172, 0.143, -0.118],
    [1.06, 0.173, 0.147, -0.116],
    [1.12, 0.172, 0.142, -0.117],
    [1.19, 0.172, 0.135, -0.122],
    [1.26, 0.17, 0.126, -0.128],
    [1.31, 0.16, 0.11, -0.128],
    [1.348, 0.134, 0.086, -0.114],
    [1.38, 0.096, 0.06, -0.094],
    [1.402, 0.06, 0.04, -0.074],
  ],
  0.016,
);

function topField(p: Proportions): Field {
  const sleeve = (s: 1 | -1): Field => {
    const d: Vec3 = [s * armDirection[0], armDirection[1], 0];
    const at = (t: number): Vec3 => add([s * p.shoulder[0], p.shoulder[1], p.shoulder[2]], scale(d, t));
    const whole = p.upperArm + p.lowerArm;
    return blend(0.03, roundCone(at(0.004), at(p.upperArm), 0.0585, 0.051), roundCone(at(p.upperArm), at(whole - 0.09), 0.051, 0.05), roundCone(at(whole - 0.09), at(whole - 0.068), 0.049, 0.041));
  };
  const belly = ellipsoid([0, 1.07, 0.064], [0.125, 0.115, 0.104]);
  const chest = blend(0.03, ellipsoid([0.066, 1.275, 0.05], [0.066, 0.06, 0.068]), ellipsoid([-0.066, 1.275, 0.05], [0.066, 0.06, 0.068]));
  const slope = blend(0.03, roundCone([0.035, 1.374, -0.02], [0.152, 1.332, -0.017], 0.04, 0.056), roundCone([-0.035, 1.374, -0.02], [-0.152, 1.332, -0.017], 0.04, 0.056));
  return blend(0.05, blend(0.045, trunk, slope, chest, belly), sleeve(1), sleeve(-1));
}

function trouserField(p: Proportions): Field {
  const pelvis = loft([[0.82, 0.142, 0.092, -0.112], [0.875, 0.15, 0.1, -0.118], [0.93, 0.147, 0.104, -0.112], [0.98, 0.142, 0.104, -0.1], [1.02, 0.13, 0.1, -0.09]], 0.03);
  const leg = (s: 1 | -1): Field =>
    loft([[0.105, 0.074, 0.078, -0.086], [0.3, 0.069, 0.07, -0.076], [0.5, 0.07, 0.073, -0.075], [0.66, 0.077, 0.082, -0.088], [0.8, 0.084, 0.09, -0.102], [0.88, 0.078, 0.084, -0.1]], 0.006, s * p.leg[0] * 1.04);
  const [left, right] = [leg(1), leg(-1)];
  return blend(0.035, pelvis, (q) => Math.min(left(q), right(q)));
}

export const hem: SkirtSpec = { name: 'hem', top: 1.0, bottom: 0.858, from: [0.1745, 0.16, 0.121], to: [0.185, 0.15, 0.136], gap: [0.02, 0.12], chains: 8 };

/** Shawl collar: from behind the neck over the collar bone to the top button. */
const shawl: readonly Vec3[] = [
  [-0.012, 1.422, -0.09],
  [0.03, 1.422, -0.084],
  [0.074, 1.416, -0.03],
  [0.074, 1.394, 0.035],
  [0.06, 1.34, 0.098],
  [0.042, 1.27, 0.13],
  [0.022, 1.2, 0.142],
  [0.004, 1.135, 0.15],
];

export function buildOutfit(p: Proportions, level: Level, uv: RegionUv): [string, Mesh][] {
  const full = level === 'full';
  const out: [string, Mesh][] = [];
  const put = (name: string, ...meshes: Mesh[]): void => meshes.forEach((m) => out.push([name, m]));
  const round = (many: number, few: number): number => (full ? many : few);
  const wristX = p.shoulder[0] + p.upperArm + p.lowerArm;
  const over = (q: Vec3): Mesh['skin'][number] => topWeights(p, q);

  const field = topField(p);
  const cell = round(0.0215, 0.037);
  const top = buildTop(p, { field, cell, min: [-(round(27, 16) + 0.5) * cell, 0.92, -0.19], max: [0.58, 1.49, 0.21], uv: ([x, y, z]) => uv('top', Math.abs(Math.atan2(x, z + 0.014)) / Math.PI, (1.43 - y) / 0.5) });
  put('top', top);
  put('skirt', buildSkirt(hem, round(56, 28), uv, 'skirt', (q) => trunkWeights(p, q[1])));

  // Right border under the left one; the two meet at the top button and run down as the button border.
  const band = (path: readonly Vec3[], lift: number, width: (t: number) => number, thickness: number, segments: number): Mesh => {
    const mesh = buildBand({ path, lie: field, lift, width, thickness }, segments, round(8, 6), (u, t) => uv('shawl', u, t), over);
    unbendArms(mesh, p);
    return mesh;
  };
  const onFront = (x: number, y: number, lift: number): Vec3 => project(field, [x, y, 0.17], lift);
  const lay = (path: readonly Vec3[], lift: number): Vec3[] => path.map((q, i) => (i > 2 ? project(field, q, lift) : q));
  const wide = (t: number): number => mix(0.05, 0.072, smoothstep(0.1, 0.6, t)) * mix(1, 0.42, smoothstep(0.7, 1, t));
  put('shawl', band(lay(shawl, 0.012), 0.012, wide, 0.02, round(22, 12)), band(lay(shawl.map(([x, y, z]) => [-x, y, z] as const), 0.009), 0.009, wide, 0.02, round(22, 12)));
  put('border', band([1.15, 1.1, 1.05, 1.0].map((y) => onFront(0, y, 0.005)), 0.005, () => 0.036, 0.014, round(8, 4)));

  const button = (centre: Vec3, size: number, region: string, weights: (q: Vec3) => Mesh['skin'][number]): Mesh =>
    buildTube([0, 0.3, 1], round(10, 6), (s, a) => [centre[0] + Math.sin(a) * size * (1 - s * 0.999), centre[1] + Math.cos(a) * size * (1 - s * 0.999), centre[2] + (s > 0 ? 0.003 : -0.003)], (u, s) => uv(region, u, s), weights);
  for (const y of [1.125, 1.075, 1.025]) put('buttons', button(onFront(0.004, y, 0.0125), 0.0095, 'button', over));

  const cuff = buildCuff(p, 0.037, 0.05, round(18, 10), uv, 'rib');
  put('cuffs', cuff, mirror(cuff));
  const patch = growShell(top, {
    thickness: ([x, y, z]) => 0.004 * Math.min(1, 6 * (1 - Math.hypot((x - p.shoulder[0] - p.upperArm - 0.004) / 0.058, (y - p.shoulder[1]) / 0.044)), (p.shoulder[2] - 0.008 - z) / 0.004),
    uv: () => uv('patch', 0.5, 0.2),
  });
  put('patches', ...bothSides(patch));

  const flap = buildCollarFlap({ surface: field, neck: neckBase, inner: 0.055, rise: 0.05, dip: 0.024, length: 0.042, gapFront: 0.02, lift: 0.005 }, round(20, 11), round(6, 4), (u, s) => uv('collar', u, s), over);
  unbendArms(flap, p);
  put('collar', flap, mirror(flap));

  const bowAt: Vec3 = [0, 1.404, 0.058];
  const wing = (side: 1 | -1): Field => blend(0.012, roundCone(bowAt, add(bowAt, [side * 0.034, 0.006, -0.008]), 0.004, 0.0085), roundCone(bowAt, add(bowAt, [side * 0.034, -0.008, -0.008]), 0.004, 0.0085));
  const bow = surfaceNets(blend(0.003, wing(1), wing(-1), ellipsoid(add(bowAt, [0, 0, 0.003]), [0.009, 0.01, 0.0085])), { min: sub(bowAt, [0.0495, 0.026, 0.026]), max: add(bowAt, [0.05, 0.026, 0.02]), cell: full ? [0.0066, 0.0062, 0.0066] : [0.011, 0.0098, 0.011] });
  for (const q of bow.position) {
    bow.uv.push(uv('bow', 0.5, 0.5 - (q[1] - bowAt[1]) / 0.05));
    bow.skin.push(neckWeights(p, q[1]));
  }
  put('bow', bow);

  const hands = buildHand(p, full ? [0.01, 0.007, 0.007] : [0.0185, 0.0118, 0.0115], ([x, , z]) => uv('hand', (x - wristX + 0.06) / 0.28, (z + 0.08) / 0.18));
  put('hands', ...bothSides(hands));

  const neck = buildTube(
    [0, 0.2, 0.4, 0.6, 0.8, 1],
    round(20, 12),
    (s, a) => {
      const r = mix(0.058, 0.051, smoothstep(0, 0.35, s));
      return [Math.sin(a) * r, 1.36 + 0.18 * s, mix(-0.02, -0.01, s) + Math.cos(a) * r * 0.98];
    },
    (u, s) => uv('skin', u, 0.5 - 0.5 * s),
    (q) => neckWeights(p, q[1]),
  );
  put('neck', neck);

  const trousers = surfaceNets(trouserField(p), { min: [-(round(9, 6) + 0.5) * round(0.0235, 0.035), 0.06, -0.17], max: [0.22, 1.07, 0.16], cell: full ? [0.0235, 0.036, 0.0235] : [0.035, 0.056, 0.035] });
  for (const q of trousers.position) {
    trousers.uv.push(uv('trousers', Math.abs(Math.atan2(Math.abs(q[0]) - (q[1] < 0.78 ? p.leg[0] : 0), q[2])) / Math.PI, (1.05 - q[1]) / 0.95));
    trousers.skin.push(legWeights(p, q));
  }
  smoothSkin(trousers, 3);
  put('trousers', trousers);

  const legX = p.leg[0] * 1.04;
  for (const [region, mesh] of buildShoe(p, { x: legX, heel: -0.034, toe: 0.15, width: 0.041, sole: 0.026, cell: full ? [0.0165, 0.0165, 0.02] : [0.024, 0.023, 0.03] }, uv)) put(region, ...bothSides(mesh));

  const ear = buildEar({ at: add(headOrigin, [0.087, -0.0215, -0.012]), size: 0.033, flare: 0.5, lean: 0.18 }, round(20, 12), (u, v) => uv('ear', u, v));
  put('ears', ...bothSides(ear));
  return out;
}
