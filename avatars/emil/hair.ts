import type { Level } from '../kit/assemble.ts';
import type { RegionUv } from '../kit/face-details.ts';
import type { FaceSurface } from '../kit/face-surface.ts';
import { followFace } from '../kit/facial-hair.ts';
import { buildCap, buildLock, type Knot, type LockSpec } from '../kit/hair.ts';
import { bell, mix, smoothstep, sub, type Vec3 } from '../kit/math.ts';
import { append, emptyMesh, mirror, type Mesh } from '../kit/mesh.ts';
import { growShell } from '../kit/shell.ts';
import { chin, headOrigin } from './shape.ts';

const on = (degrees: number, y: number, lift: number): Knot => ({ on: [degrees, y, lift] });

/** Combed back from a high hairline, full over the ears. Later locks lie over earlier ones; all are mirrored. */
const locks: LockSpec[] = [
  // Nape and behind the ears
  { path: [on(132, 0.03, 0.006), on(144, -0.012, 0.012), on(154, -0.05, 0.012), on(162, -0.08, 0.006)], width: 0.06, thickness: 0.018, belly: 0.5, root: 0.5, tip: 0.3, shadeOffset: 0.06 },
  { path: [on(108, 0.034, 0.006), on(119, -0.006, 0.013), on(130, -0.046, 0.014), on(139, -0.076, 0.008)], width: 0.048, thickness: 0.018, belly: 0.5, root: 0.5, tip: 0.2 },
  // Over the ears, swept back
  { path: [on(66, 0.034, -0.002), on(82, 0.036, 0.013), on(102, 0.026, 0.019), on(121, -0.012, 0.017), on(136, -0.05, 0.008)], width: 0.04, thickness: 0.018, belly: 0.5, root: 0.5, tip: 0.12 },
  { path: [on(60, 0.056, -0.003), on(80, 0.056, 0.014), on(102, 0.042, 0.019), on(126, 0.004, 0.017), on(146, -0.03, 0.009)], width: 0.054, thickness: 0.017, belly: 0.5, root: 0.5, tip: 0.12, shadeOffset: 0.08 },
  { path: [on(54, 0.08, -0.004), on(74, 0.082, 0.014), on(100, 0.066, 0.019), on(128, 0.03, 0.017), on(150, -0.008, 0.009)], width: 0.054, thickness: 0.016, belly: 0.48, root: 0.5, tip: 0.12 },
  // The top
  { path: [on(42, 0.102, -0.005), on(56, 0.113, 0.012), on(90, 0.106, 0.018), on(130, 0.074, 0.017), on(156, 0.03, 0.009)], width: 0.054, thickness: 0.016, belly: 0.45, root: 0.5, tip: 0.15, shadeOffset: 0.04 },
  { path: [on(24, 0.108, -0.005), on(30, 0.118, 0.013), { at: [0.03, 0.143, -0.022] }, on(146, 0.11, 0.018), on(164, 0.066, 0.012)], width: 0.054, thickness: 0.017, belly: 0.42, root: 0.5, tip: 0.2 },
  // Sideburns
  { path: [on(70, 0.02, 0), on(75, 0.0, 0.007), on(77, -0.025, 0.008), on(75, -0.054, 0.002)], width: 0.025, thickness: 0.012, belly: 0.4, root: 0.7, tip: 0.4 },
];
/** The forelock over the middle. */
const forelock: LockSpec = { path: [on(4, 0.1, -0.005), on(3, 0.115, 0.016), { at: [0, 0.15, -0.014] }, { at: [-0.002, 0.138, -0.075] }, on(178, 0.076, 0.013)], width: 0.052, thickness: 0.019, belly: 0.42, root: 0.5, tip: 0.2, shadeOffset: 0.02 };

export function buildHair(face: FaceSurface, level: Level, uv: RegionUv): [string, Mesh][] {
  const full = level === 'full';
  const lock = (spec: LockSpec): Mesh => buildLock(face, spec, full ? 12 : 6, full ? 7 : 5, headOrigin, uv);
  const cap = buildCap(
    face,
    {
      hairline: [[0, 0.094], [18, 0.102], [34, 0.104], [46, 0.092], [56, 0.066], [66, 0.03], [74, -0.004], [79, -0.02], [85, 0.012], [94, 0.022], [106, 0.012], [120, -0.03], [145, -0.068], [180, -0.076]],
      thickness: [[0, 0.02], [0.4, 0.019], [0.75, 0.014], [0.92, 0.008], [1, 0.002]],
      parting: 400,
      strands: 26,
    },
    full ? 64 : 40,
    full ? 12 : 7,
    headOrigin,
    uv,
  );
  return [['cap', cap], ...locks.flatMap((s): [string, Mesh][] => [['locks', lock(s)], ['locks', mirror(lock(s))]]), ['locks', lock(forelock)]];
}

const mouthY = -0.0815;

/** Full on chin and jaw, short on the cheeks, with a bare ring around the lips; it ends in front of the ears. Head-local metres. */
function beardThickness([x, y, z]: Vec3): number {
  const ax = Math.abs(x);
  // The upper edge climbs from beside the mouth to the sideburns.
  const cheekLine = mix(-0.078, -0.05, smoothstep(0.028, 0.07, ax)) + 0.035 * smoothstep(0.066, 0.086, ax);
  const below = cheekLine - y;
  const grown = Math.min(1, below / 0.02);
  const lips = Math.sqrt((ax / 0.032) ** 2 + ((y - mouthY + 0.0005) / (y < mouthY ? 0.0125 : 0.014)) ** 2) - 1;
  const full = 0.0045 + 0.0085 * smoothstep(-0.085, -0.122, y) + 0.0075 * bell((ax - 0.052) / 0.02, (y + 0.094) / 0.022);
  return Math.min(full * Math.min(grown, lips * 1.3), 0.4 * (z - 0.012 + 0.64 * Math.max(0, -0.05 - y)));
}

const tuft = (path: readonly Vec3[], width: number, thickness: number, belly: number, root: number, tip: number, shadeOffset = 0): LockSpec => ({ path: path.map((at) => ({ at })), width, thickness, belly, root, tip, shadeOffset });

/** Beard, moustache and brows: all that moves with the face. */
export function buildFacialHair(face: FaceSurface, skin: Mesh, level: Level, uv: RegionUv): [string, Mesh][] {
  const full = level === 'full';
  const at = (x: number, y: number, lift: number): Vec3 => face.point(x, y, lift);
  const beard = growShell(skin, {
    thickness: (p) => beardThickness(sub(p, headOrigin)),
    hang: (p) => {
      const [x, y, z] = sub(p, headOrigin);
      const low = smoothstep(-0.1, -0.124, y);
      return [-x * 0.04 * low, -0.011 * low * bell(x / 0.045) - 0.004 * low, -0.004 * low * smoothstep(0.03, 0.07, z)];
    },
    uv: ([x, y]) => uv('beard', 0.5 + x / 0.19, (headOrigin[1] - y) / 0.15),
  });
  const moustache: LockSpec[] = [
    tuft([at(-0.0015, -0.0622, 0.002), at(0.008, -0.0652, 0.0078), at(0.019, -0.0686, 0.0084), at(0.0305, -0.0722, 0.0078), at(0.0435, -0.0712, 0.0054)], 0.0148, 0.0128, 0.36, 0.6, 0.04),
  ];
  const brows: LockSpec[] = [
    tuft([at(0.0115, 0.0225, 0.0012), at(0.021, 0.0262, 0.0056), at(0.0345, 0.0284, 0.006), at(0.0495, 0.0238, 0.0044), at(0.062, 0.0128, 0.0022)], 0.0102, 0.008, 0.36, 0.5, 0.04),
    tuft([at(0.032, 0.028, 0.003), at(0.043, 0.0298, 0.0058), at(0.053, 0.0272, 0.0054), at(0.0625, 0.0222, 0.0042)], 0.0074, 0.006, 0.4, 0.4, 0.04, 0.1),
    tuft([at(0.013, 0.0205, 0.0015), at(0.017, 0.0258, 0.005), at(0.0225, 0.0298, 0.0056), at(0.031, 0.0332, 0.0046)], 0.0076, 0.006, 0.45, 0.4, 0.06, 0.1),
  ];
  const grow = (specs: readonly LockSpec[], region: string, segments: number): Mesh => {
    const out = emptyMesh();
    for (const spec of specs) {
      const left = buildLock(face, spec, segments, full ? 6 : 4, headOrigin, (_, u, v) => uv(region, u, v));
      for (const side of [left, mirror(left)]) append(out, followFace(side, face, headOrigin, chin));
    }
    return out;
  };
  return [['beard', beard], ['moustache', grow(moustache, 'beardLock', full ? 11 : 6)], ['brows', grow(brows, 'browLock', full ? 10 : 6)]];
}
