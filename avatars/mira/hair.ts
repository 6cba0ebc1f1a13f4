import type { Level } from '../kit/assemble.ts';
import { chainBones, chainNames } from '../kit/chain.ts';
import type { RegionUv } from '../kit/face-details.ts';
import type { FaceSurface } from '../kit/face-surface.ts';
import { buildBraid, buildCap, buildLock, lockCurve, springWeights, type BraidSpec, type LockSpec } from '../kit/hair.ts';
import { add, cross, curve, normalize, scale, sub, type Vec3 } from '../kit/math.ts';
import type { Mesh } from '../kit/mesh.ts';
import { buildTube } from '../kit/body.ts';
import type { Bone } from '../kit/skeleton.ts';
import type { Spring } from '../kit/vrm.ts';
import { headOrigin } from './shape.ts';

const braid: BraidSpec = {
  path: [
    [0.042, 1.368, -0.078],
    [0.078, 1.333, -0.05],
    [0.1, 1.298, 0.01],
    [0.1, 1.25, 0.068],
    [0.09, 1.19, 0.107],
    [0.083, 1.125, 0.119],
    [0.079, 1.07, 0.12],
  ],
  turns: 3.1,
  radius: 0.0155,
  sway: 0.0145,
  taper: 0.62,
  spring: { name: 'braid', from: 0.3, joints: 4 },
};

const on = (degrees: number, y: number, lift: number): { on: [number, number, number] } => ({ on: [degrees, y, lift] });

/** Parting at +24 degrees (her left); the fringe sweeps to her right. Later locks lie over earlier ones. */
const locks: LockSpec[] = [
  // Fringe to her right
  { path: [on(26, 0.113, 0.017), on(0, 0.098, 0.022), on(-32, 0.06, 0.02), on(-57, 0.022, 0.015), on(-70, -0.012, 0.011)], width: 0.042, thickness: 0.013, belly: 0.45, root: 0.5 },
  { path: [on(25, 0.111, 0.018), on(6, 0.096, 0.023), on(-20, 0.064, 0.02), on(-42, 0.034, 0.015), on(-57, 0.01, 0.01)], width: 0.038, thickness: 0.013, belly: 0.42, root: 0.5, shadeOffset: 0.08 },
  { path: [on(24, 0.11, 0.018), on(13, 0.096, 0.019), on(-6, 0.066, 0.012), on(-24, 0.042, 0.0085), on(-39, 0.026, 0.008)], width: 0.033, thickness: 0.012, belly: 0.42, root: 0.5 },
  // Fringe to her left
  { path: [on(25, 0.111, 0.017), on(36, 0.096, 0.021), on(50, 0.06, 0.019), on(62, 0.022, 0.017), on(70, -0.012, 0.011)], width: 0.038, thickness: 0.013, belly: 0.45, root: 0.5 },
  { path: [on(24, 0.11, 0.018), on(29, 0.096, 0.022), on(37, 0.07, 0.018), on(47, 0.044, 0.013), on(56, 0.022, 0.01)], width: 0.028, thickness: 0.011, belly: 0.42, root: 0.5, shadeOffset: 0.06 },
  // A lighter strand on each side of the fringe
  { path: [on(25, 0.113, 0.019), on(8, 0.102, 0.026), on(-16, 0.076, 0.0255), on(-44, 0.046, 0.022), on(-66, 0.014, 0.0185)], width: 0.014, thickness: 0.008, belly: 0.5, root: 0.3, shadeOffset: 0.16 },
  { path: [on(25, 0.113, 0.019), on(34, 0.1, 0.0245), on(46, 0.068, 0.0235), on(58, 0.034, 0.0205), on(67, 0.006, 0.0165)], width: 0.012, thickness: 0.008, belly: 0.5, root: 0.3, shadeOffset: 0.16 },
  // Long locks that frame the face: out over the cheekbone, in at the jaw, and a flick at the tip
  { path: [on(-60, 0.074, 0.014), on(-70, 0.036, 0.019), on(-74, -0.006, 0.017), { at: [-0.088, -0.046, 0.024] }, { at: [-0.08, -0.088, 0.036] }, { at: [-0.067, -0.122, 0.046] }, { at: [-0.07, -0.148, 0.05] }, { at: [-0.084, -0.164, 0.052] }], width: 0.03, thickness: 0.015, belly: 0.36, root: 0.35, spring: { name: 'lockRight', from: 0.45, joints: 2 } },
  { path: [on(63, 0.07, 0.014), on(71, 0.03, 0.019), on(75, -0.01, 0.017), { at: [0.089, -0.044, 0.024] }, { at: [0.083, -0.08, 0.034] }, { at: [0.071, -0.11, 0.043] }, { at: [0.071, -0.132, 0.047] }, { at: [0.082, -0.146, 0.048] }], width: 0.027, thickness: 0.014, belly: 0.36, root: 0.35, spring: { name: 'lockLeft', from: 0.45, joints: 2 } },
  { path: [on(-70, 0.05, 0.01), on(-79, 0.01, 0.014), on(-82, -0.03, 0.012), { at: [-0.086, -0.068, 0.012] }, { at: [-0.079, -0.1, 0.024] }, { at: [-0.083, -0.122, 0.031] }], width: 0.019, thickness: 0.011, belly: 0.42, root: 0.35, spring: { name: 'lockRight', from: 0.5, joints: 2 }, shadeOffset: 0.1 },
  { path: [on(70, 0.046, 0.01), on(80, 0.006, 0.014), on(83, -0.03, 0.012), { at: [0.086, -0.062, 0.014] }, { at: [0.08, -0.088, 0.026] }, { at: [0.086, -0.106, 0.032] }], width: 0.015, thickness: 0.009, belly: 0.42, root: 0.35, spring: { name: 'lockLeft', from: 0.5, joints: 2 }, shadeOffset: 0.1 },
  // Swept back over the ears to the plait
  { path: [on(84, 0.05, 0.006), on(104, 0.006, 0.012), on(128, -0.03, 0.015), { at: [0.058, -0.066, -0.08] }, { at: [0.052, -0.078, -0.086] }], width: 0.042, thickness: 0.016, belly: 0.45, root: 0.4, tip: 0.55 },
  { path: [on(-84, 0.05, 0.006), on(-106, 0.0, 0.012), on(-136, -0.036, 0.015), on(-170, -0.062, 0.017), on(160, -0.072, 0.018), { at: [0.05, -0.074, -0.088] }], width: 0.044, thickness: 0.016, belly: 0.45, root: 0.4, tip: 0.55 },
  { path: [on(-110, 0.07, 0.006), on(-136, 0.022, 0.013), on(-168, -0.024, 0.017), on(164, -0.05, 0.019), on(146, -0.062, 0.02), { at: [0.055, -0.07, -0.086] }], width: 0.046, thickness: 0.017, belly: 0.45, root: 0.4, tip: 0.55, shadeOffset: 0.05 },
];

/** Spring bones along the plait and the two front locks; the last of each chain is its tail. */
export function hairBones(face: FaceSurface): Bone[] {
  const chain = (spring: NonNullable<LockSpec['spring']>, at: (t: number) => Vec3): Bone[] =>
    chainBones({ ...spring, root: 'head' }, (t) => at(spring.from + (1 - spring.from) * t));
  // Each chain lies along the first lock that it moves.
  const front = ['lockRight', 'lockLeft'].flatMap((name) => {
    const { path, spring } = locks.find((lock) => lock.spring?.name === name)!;
    const c = lockCurve(face, path);
    return chain(spring!, (t) => add(headOrigin, c(t)));
  });
  return [...chain(braid.spring, curve(braid.path)), ...front];
}

export const springs: Spring[] = [
  { name: 'braid', bones: chainNames({ name: 'braid', joints: 4 }), hitRadius: 0.022, stiffness: 1.1, gravity: 0.12, drag: 0.5 },
  { name: 'lockRight', bones: chainNames({ name: 'lockRight', joints: 2 }), hitRadius: 0.008, stiffness: 1.4, gravity: 0.05, drag: 0.55 },
  { name: 'lockLeft', bones: chainNames({ name: 'lockLeft', joints: 2 }), hitRadius: 0.008, stiffness: 1.4, gravity: 0.05, drag: 0.55 },
];

export function buildHair(face: FaceSurface, level: Level, uv: RegionUv): [string, Mesh][] {
  const full = level === 'full';
  const out: [string, Mesh][] = [];
  out.push([
    'cap',
    buildCap(
      face,
      {
        hairline: [[0, 0.078], [25, 0.074], [45, 0.062], [60, 0.036], [72, 0.0], [82, -0.012], [92, 0.006], [104, -0.004], [120, -0.036], [145, -0.066], [180, -0.078]],
        thickness: [[0, 0.021], [0.3, 0.021], [0.65, 0.016], [0.9, 0.0095], [1, 0.003]],
        parting: 24,
        strands: 30,
      },
      full ? 80 : 44,
      full ? 15 : 8,
      headOrigin,
      uv,
    ),
  ]);
  for (const lock of locks) {
    const thin = lock.width < 0.016;
    // A thin strand is a pixel or two from where the light level is seen.
    if (thin && !full) continue;
    out.push(['locks', buildLock(face, lock, full ? (thin ? 11 : 15) : 8, full && !thin ? 8 : 6, headOrigin, uv)]);
  }
  out.push(['braid', buildBraid(braid, full ? 38 : 20, full ? 8 : 6, headOrigin, uv)]);

  const path = curve(braid.path);
  const end = path(1);
  const down = normalize(sub(end, path(0.97)));
  const across = normalize(cross(down, [0, 0, 1]));
  const front = cross(across, down);
  const tipSkin = (): Record<string, number> => ({ ...springWeights(0.999, braid.spring) });
  const along = (s: number, a: number, radius: number, from: number, to: number): Vec3 =>
    add(add(end, scale(down, from + (to - from) * s)), add(scale(across, Math.sin(a) * radius), scale(front, Math.cos(a) * radius)));
  const sides = full ? 12 : 8;
  out.push(['ribbon', buildTube([0, 0.15, 0.5, 0.85, 1], sides, (s, a) => along(s, a, 0.0125 + 0.0045 * Math.sin(Math.PI * s) ** 0.7, -0.006, 0.012), (u, s) => uv('ribbon', u, s), tipSkin)]);
  out.push(['tuft', buildTube([0, 0.2, 0.45, 0.7, 0.88, 1], sides, (s, a) => along(s, a, 0.0005 + 0.0175 * Math.sin(Math.PI * (0.22 + 0.78 * s)) ** 0.8 * (1 + 0.1 * Math.cos(a * 4)), 0.008, 0.058), (u, s) => uv('lock', u, 0.3 + 0.7 * s), tipSkin)]);
  return out;
}
