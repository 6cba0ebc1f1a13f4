import type { Level } from '../kit/assemble.ts';
import type { RegionUv } from '../kit/face-details.ts';
import { armDirection, bothSides, buildCollarFlap, buildHand, buildTop, buildTube, topWeights, trunkWeights, unbendArms } from '../kit/body.ts';
import { buildEar } from '../kit/ear.ts';
import { add, column, length, mix, scale, smoothstep, sub, type Vec3 } from '../kit/math.ts';
import { mirror, type Influence, type Mesh } from '../kit/mesh.ts';
import { blend, ellipsoid, loft, roundCone, type Field } from '../kit/sdf.ts';
import type { Proportions } from '../kit/skeleton.ts';
import { surfaceNets } from '../kit/surface-nets.ts';
import { headOrigin } from './shape.ts';
import { buildSkirt } from './skirt.ts';

const collarBase: Vec3 = [0, 1.258, -0.014];

/** y, half width, front, back */
const trunk = loft(
  [
    [0.86, 0.134, 0.092, -0.098],
    [0.9, 0.131, 0.094, -0.094],
    [0.96, 0.12, 0.09, -0.084],
    [1.02, 0.116, 0.089, -0.08],
    [1.08, 0.122, 0.094, -0.084],
    [1.13, 0.13, 0.099, -0.09],
    [1.18, 0.129, 0.092, -0.092],
    [1.22, 0.112, 0.074, -0.086],
    [1.242, 0.078, 0.05, -0.07],
    [1.258, 0.048, 0.032, -0.056],
  ],
  0.014,
);

function topField(p: Proportions): Field {
  const sleeve = (s: 1 | -1): Field => {
    const d: Vec3 = [s * armDirection[0], armDirection[1], 0];
    const at = (t: number): Vec3 => add([s * p.shoulder[0], p.shoulder[1], p.shoulder[2]], scale(d, t));
    const whole = p.upperArm + p.lowerArm;
    return blend(0.03, roundCone(at(0.004), at(p.upperArm), 0.0485, 0.0435), roundCone(at(p.upperArm), at(whole - 0.085), 0.0435, 0.0455), roundCone(at(whole - 0.085), at(whole - 0.066), 0.0445, 0.036));
  };
  const bust = blend(0.03, ellipsoid([0.052, 1.125, 0.052], [0.052, 0.05, 0.056]), ellipsoid([-0.052, 1.125, 0.052], [0.052, 0.05, 0.056]));
  const slope = blend(0.03, roundCone([0.03, 1.237, -0.016], [0.116, 1.224, -0.014], 0.036, 0.048), roundCone([-0.03, 1.237, -0.016], [-0.116, 1.224, -0.014], 0.036, 0.048));
  return blend(0.032, blend(0.04, trunk, slope, bust), sleeve(1), sleeve(-1));
}

/** y: half width, front, back of a leg in tights. */
const legShape = [
  [0.1, 0.03, 0.026, -0.036],
  [0.2, 0.039, 0.032, -0.05],
  [0.3, 0.0485, 0.045, -0.066],
  [0.38, 0.0465, 0.049, -0.056],
  [0.44, 0.0475, 0.056, -0.05],
  [0.52, 0.054, 0.06, -0.058],
  [0.66, 0.062, 0.069, -0.072],
  [0.8, 0.038, 0.06, -0.074],
] as const;

function buildLeg(p: Proportions, level: Level, uv: RegionUv): Mesh {
  const [half, front, back] = [1, 2, 3].map((k) => column(legShape, k)) as [F, F, F];
  const heights = level === 'full' ? [0.741, 0.74, 0.7, 0.64, 0.57, 0.52, 0.485, 0.455, 0.43, 0.405, 0.375, 0.335, 0.29, 0.24, 0.19, 0.15] : [0.741, 0.74, 0.66, 0.55, 0.49, 0.45, 0.415, 0.37, 0.29, 0.2, 0.15];
  return buildTube(
    heights,
    level === 'full' ? 16 : 10,
    (y, a) => {
      const r = y > 0.74 ? 0.05 : 1; // closed at the top
      return [p.leg[0] * 1.02 + Math.sin(a) * half(y) * r, y, p.leg[2] + Math.cos(a) * (Math.cos(a) >= 0 ? front(y) : -back(y)) * r];
    },
    (u, y) => uv('tights', u, (0.8 - y) / 0.7),
    (q) => {
      const knee = 1 - smoothstep(p.knee - 0.045, p.knee + 0.045, q[1]);
      const foot = 1 - smoothstep(p.ankle - 0.01, p.ankle + 0.05, q[1]);
      return { leftUpperLeg: 1 - knee, leftLowerLeg: knee * (1 - foot), leftFoot: knee * foot };
    },
  );
}
type F = (y: number) => number;

export function buildOutfit(p: Proportions, level: Level, uv: RegionUv): [string, Mesh][] {
  const full = level === 'full';
  const out: [string, Mesh][] = [];
  const put = (name: string, ...meshes: Mesh[]): void => meshes.forEach((m) => out.push([name, m]));
  const round = (many: number, few: number): number => (full ? many : few);
  const wristX = p.shoulder[0] + p.upperArm + p.lowerArm;

  const field = topField(p);
  put(
    'top',
    buildTop(p, {
      field,
      cell: full ? 0.0172 : 0.029,
      min: [-(round(29, 17) + 0.5) * round(0.0172, 0.029), 0.83, -0.17],
      max: [0.5, 1.33, 0.17],
      uv: ([x, y, z]) => uv('top', Math.abs(Math.atan2(x, z + 0.014)) / Math.PI, length(sub([x, y, z], collarBase)) / 0.5),
    }),
  );
  const rows = [0, 0.08, 0.5, 0.92, 1];
  const hem = buildTube(
    rows,
    round(36, 22),
    (s, a) => {
      const y = 0.838 + 0.044 * s;
      const puff = 0.003 * Math.sin(Math.PI * s) - (s === 0 || s === 1 ? 0.012 : 0);
      return [Math.sin(a) * (0.1385 + puff), y, -0.004 + Math.cos(a) * (0.101 + puff)];
    },
    (u, s) => uv('rib', u, s),
    (q) => trunkWeights(p, q[1]),
  );
  put('hem', hem);
  const cuff = buildTube(
    rows,
    round(18, 10),
    (s, a) => {
      const r = 0.032 + 0.0025 * Math.sin(Math.PI * s) - (s === 0 || s === 1 ? 0.007 : 0);
      return [wristX - 0.044 + 0.04 * s, p.shoulder[1] + Math.sin(a) * r, p.shoulder[2] + Math.cos(a) * r];
    },
    (u, s) => uv('rib', u * 0.4, s),
    (q) => {
      const w = smoothstep(wristX - 0.012, wristX + 0.02, q[0]);
      return { leftLowerArm: 1 - w, leftHand: w };
    },
  );
  put('cuffs', cuff, mirror(cuff));

  const flap = buildCollarFlap(
    { surface: field, neck: collarBase, inner: 0.0415, rise: 0.034, dip: 0.015, length: 0.06, gapFront: 0.05, lift: 0.0075 },
    round(22, 12),
    round(6, 4),
    (u, s) => uv('collar', u, s),
    (q) => topWeights(p, q),
  );
  unbendArms(flap, p);
  put('collar', flap, mirror(flap));

  const hands = buildHand(p, full ? [0.0084, 0.0058, 0.0058] : [0.015, 0.0095, 0.0092], ([x, , z]) => uv('hand', (x - wristX + 0.06) / 0.25, (z + 0.07) / 0.16));
  put('hands', ...bothSides(hands));

  const neck = buildTube(
    [0, 0.2, 0.4, 0.6, 0.8, 1],
    round(20, 12),
    (s, a) => {
      const r = mix(0.043, 0.0375, smoothstep(0, 0.35, s)) + 0.004 * smoothstep(0.75, 1, s);
      return [Math.sin(a) * r, 1.225 + 0.155 * s, mix(-0.018, -0.008, s) + Math.cos(a) * r * 0.98];
    },
    (u, s) => uv('skin', u, 0.5 - 0.5 * s),
    (q): Influence => {
      const head = smoothstep(p.head[1] - 0.035, p.head[1] + 0.025, q[1]);
      const chest = 1 - smoothstep(p.neck - 0.03, p.neck + 0.03, q[1]);
      return { head, upperChest: chest * (1 - head), neck: (1 - chest) * (1 - head) };
    },
  );
  put('neck', neck);

  put('skirt', buildSkirt(p, level, uv));
  put('legs', ...bothSides(buildLeg(p, level, uv)));

  const legX = p.leg[0] * 1.04;
  // Knitted socks folded over the boots.
  const sockSkin = (q: Vec3): Influence => {
    const foot = 1 - smoothstep(p.ankle - 0.01, p.ankle + 0.06, q[1]);
    return { leftFoot: foot, leftLowerLeg: 1 - foot };
  };
  const sock = buildTube(
    [0, 0.1, 0.5, 0.9, 1],
    round(18, 12),
    (s, a) => {
      const r = 0.0485 + 0.0055 * Math.sin(Math.PI * s) - (s === 0 || s === 1 ? 0.009 : 0);
      return [legX + Math.sin(a) * r, 0.166 + 0.05 * s, -0.011 + Math.cos(a) * r * 1.06];
    },
    (u, s) => uv('sock', u, s),
    sockSkin,
  );
  put('socks', sock, mirror(sock));

  const footSkin = (q: Vec3): Influence => {
    const toes = smoothstep(p.leg[2] + 0.07, p.leg[2] + 0.105, q[2]);
    const shin = smoothstep(p.ankle + 0.005, p.ankle + 0.07, q[1]);
    return { leftLowerLeg: shin, leftFoot: (1 - toes) * (1 - shin), leftToes: toes * (1 - shin) };
  };
  const upper = blend(
    0.035,
    roundCone([legX, 0.05, -0.026], [legX, 0.06, -0.012], 0.037, 0.04),
    roundCone([legX, 0.075, -0.012], [legX, 0.165, -0.011], 0.041, 0.047),
    roundCone([legX, 0.042, 0.0], [legX + 0.004, 0.034, 0.108], 0.038, 0.034),
    roundCone([legX - 0.012, 0.03, 0.1], [legX + 0.014, 0.03, 0.098], 0.028, 0.028),
  );
  const shoe: Field = (q) => Math.max(upper(q), 0.014 - q[1], q[1] - 0.187);
  const sole: Field = (q) => {
    const flat = upper([q[0], 0.034, q[2]]) - 0.0035;
    const v = Math.abs(q[1] - 0.0125) - 0.0125;
    return Math.sqrt(Math.max(flat + 0.006, 0) ** 2 + Math.max(v + 0.006, 0) ** 2) + Math.min(Math.max(flat, v) + 0.006, 0) - 0.006;
  };
  const parts: [string, Field, string, Vec3][] = [
    ['shoes', shoe, 'shoe', full ? [0.0145, 0.0145, 0.018] : [0.021, 0.02, 0.026]],
    ['soles', sole, 'sole', full ? [0.018, 0.0105, 0.023] : [0.025, 0.0125, 0.032]],
  ];
  for (const [name, f, region, cell] of parts) {
    const mesh = surfaceNets(f, { min: [legX - 0.075, -0.03, -0.11], max: [legX + 0.08, 0.21, 0.19], cell });
    for (const q of mesh.position) {
      mesh.uv.push(uv(region, 0.5, 1 - q[1] / (name === 'shoes' ? 0.19 : 0.1)));
      mesh.skin.push(footSkin(q));
    }
    put(name, ...bothSides(mesh));
  }

  const ear = buildEar({ at: add(headOrigin, [0.0815, -0.0215, -0.012]), size: 0.0265, flare: 0.42, lean: 0.16 }, round(20, 12), (u, v) => uv('ear', u, v));
  put('ears', ...bothSides(ear));
  return out;
}
