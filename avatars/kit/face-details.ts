import { addActionUnits, jawWeight } from './action-units.ts';
import { faceLines, widenLine } from './face-lines.ts';
import type { EyeFrame, FaceSurface } from './face-surface.ts';
import { add, clamp, mix, rotate, smoothstep, sub, type Vec2, type Vec3 } from './math.ts';
import { jawDrop } from './lower-face-units.ts';
import { append, emptyMesh, type Influence, type Mesh } from './mesh.ts';
import { patch, type RegionUv, type Spot } from './patch.ts';
import type { FacePoint } from './unit.ts';

export interface DetailLevel {
  readonly lid: number;
  readonly iris: number;
  readonly lip: number;
}
export type { RegionUv } from './patch.ts';

/** Rotation of the eye at full gaze presets, radians. */
export interface GazeLimits {
  readonly horizontal: number;
  readonly up: number;
  readonly down: number;
}

const range = (n: number): number[] => Array.from({ length: n + 1 }, (_, i) => i / n);

export function buildFaceDetails(face: FaceSurface, level: DetailLevel, origin: Vec3, uv: RegionUv, gaze: GazeLimits, margin: readonly FacePoint[]): Mesh {
  const out = emptyMesh();
  const keep = (rows: readonly (readonly Spot[])[], towards?: Vec3): Mesh => {
    const { mesh, points } = patch(rows, origin, towards);
    addActionUnits(mesh, face, points, origin);
    append(out, mesh);
    return mesh;
  };
  for (const eye of face.eyes) {
    append(out, buildEye(face, eye, level, origin, uv, gaze));
    lashes(face, eye, level, uv).forEach((rows) => keep(rows));
    keep(browRows(face, eye, level, uv));
  }
  keep(mouthBag(face, margin, uv));
  for (const rows of teethAndTongue(face, level, uv)) keep(rows);
  for (const line of faceLines(face, uv)) {
    const { mesh, points } = patch(line.rows, origin);
    addActionUnits(mesh, face, points, origin);
    widenLine(mesh, line);
    append(out, mesh);
  }
  return out;
}

function buildEye(face: FaceSurface, eye: EyeFrame, level: DetailLevel, origin: Vec3, uv: RegionUv, gaze: GazeLimits): Mesh {
  const out = emptyMesh();
  const { spec } = face;
  const bone = eye.side === 1 ? 'leftEye' : 'rightEye';
  const onBall = (dx: number, dy: number, lift: number): Vec3 => {
    const r = eye.ballRadius + lift;
    return [eye.ball[0] + dx, eye.ball[1] + dy, eye.ball[2] + Math.sqrt(Math.max(0, r * r - dx * dx - dy * dy))];
  };
  // An ellipse a little larger than the opening; a rectangle's corners would come out through the cheek.
  const middle = (spec.eye.upper + spec.eye.lower) / 2;
  const tall = middle + Math.max(0.004, 0.28 * middle);
  const rise = (spec.eye.upper - spec.eye.lower) / 2;
  const white = range(3).map((r) =>
    range(18).map((s): Spot => {
      const [x, y] = [Math.cos(s * 2 * Math.PI) * r, Math.sin(s * 2 * Math.PI) * r];
      return { p: onBall(x * (spec.eye.width / 2 + 0.0012), y * tall + rise, -0.0009), uv: uv('sclera', 0.5 + x / 2, 0.5 - y / 2) };
    }),
  );
  append(out, patch(white, origin).mesh);

  const disc = (radius: number, sides: number, rings: number, lift: number, dx: number, dy: number, region: string, skin: Influence, squash = 1): Mesh => {
    const rows = range(rings).map((r) =>
      range(sides).map((s): Spot => {
        const a = s * 2 * Math.PI;
        const [x, y] = [Math.cos(a) * r * radius * squash, Math.sin(a) * r * radius];
        return { p: onBall(dx + x, dy + y, lift), uv: uv(region, 0.5 + (x / radius / squash) * 0.5, 0.5 - (y / radius) * 0.5), skin };
      }),
    );
    return patch(rows, origin).mesh;
  };
  const iris = disc(spec.eye.irisRadius, level.iris, 3, 0, 0, 0, 'iris', { [bone]: 1 }, 0.95);
  // The catchlights move half as far as the iris: the lamp stays where it is, and the eye stays alive.
  const half: Influence = { [bone]: 0.55, head: 0.45 };
  const big = disc(spec.eye.irisRadius * 0.29, Math.max(6, level.iris - 8), 1, 0.0006, -spec.eye.irisRadius * 0.33, spec.eye.irisRadius * 0.42, 'glint', half, 0.9);
  const small = disc(spec.eye.irisRadius * 0.13, Math.max(5, level.iris - 12), 1, 0.0006, spec.eye.irisRadius * 0.4, -spec.eye.irisRadius * 0.42, 'glint', half);

  const turn = (axis: Vec3, angle: number, share: number) => (p: Vec3): Vec3 => {
    const local = sub(sub(p, origin), eye.ball);
    return sub(rotate(local, axis, angle * share), local);
  };
  for (const [part, share] of [[iris, 1], [big, 0.55], [small, 0.55]] as const) {
    const looks: [string, (p: Vec3) => Vec3][] = [
      ['irisUp', turn([-1, 0, 0], gaze.up, share)],
      ['irisDown', turn([1, 0, 0], gaze.down, share)],
      ['irisLeft', turn([0, 1, 0], gaze.horizontal, share)],
      ['irisRight', turn([0, -1, 0], gaze.horizontal, share)],
    ];
    for (const [name, move] of looks) part.morph.set(name, new Map(part.position.map((p, i) => [i, move(p)])));
    if (share === 1) {
      part.morph.set(
        'irisShrink',
        new Map(
          part.position.map((p, i) => {
            const local = sub(sub(p, origin), eye.ball);
            const to = onBall(local[0] * 0.78, local[1] * 0.78, 0);
            return [i, sub(add(to, origin), p)];
          }),
        ),
      );
    }
    append(out, part);
  }
  return out;
}

function lashes(face: FaceSurface, eye: EyeFrame, level: DetailLevel, uv: RegionUv): Spot[][][] {
  const spec = face.spec.eye;
  const us = range(level.lid).map((t) => (1 - Math.cos(t * Math.PI)) / 2);
  const spot = (x: number, y: number, lift: number, at: Vec2, on: FacePoint): Spot => ({ p: face.point(x, y, lift), uv: at, on });
  const upper = us.map((u, i) => {
    const x = eye.x(u);
    const y = eye.upper(u);
    const thick = 0.001 + 0.0025 * (spec.lash ?? 1) * Math.sin(Math.PI * Math.min(1, 0.12 + u * 0.62)) ** 1.5 * smoothstep(0, 0.12, u);
    return { x, y, thick, u, i };
  });
  const tip = upper[upper.length - 1]!;
  const rowsUpper: Spot[][] = [[], [], []];
  for (const { x, y, thick } of upper) {
    const on: FacePoint = { x, y: y + 0.0001 };
    rowsUpper[0]!.push(spot(x, y + thick, 0.0012, uv('lash', 0.5, 0), { x, y: y + Math.min(thick, 0.0024) }));
    rowsUpper[1]!.push(spot(x, y + thick * 0.4, 0.0021, uv('lash', 0.5, 0.5), on));
    rowsUpper[2]!.push({ p: add(face.point(x, y), [0, -0.0006, -0.0008]), uv: uv('lash', 0.5, 1), on });
  }
  // The wing: lashes gather beyond the outer corner and sweep up.
  const wing = (dx: number, dy: number, top: number, bottom: number): void => {
    const x = tip.x + eye.side * dx;
    const on: FacePoint = { x: tip.x, y: tip.y + 0.0001 };
    const z = face.point(tip.x, tip.y)[2] + 0.0012 - dx * 0.55;
    rowsUpper[0]!.push({ p: [x, tip.y + dy + top, z], uv: uv('lash', 0.5, 0), on });
    rowsUpper[1]!.push({ p: [x, tip.y + dy + (top + bottom) / 2, z + 0.0004], uv: uv('lash', 0.5, 0.5), on });
    rowsUpper[2]!.push({ p: [x, tip.y + dy + bottom, z], uv: uv('lash', 0.5, 1), on });
  };
  if ((spec.lash ?? 1) > 0.6) {
    wing(0.0016, 0.001, 0.002, -0.0006);
    wing(0.0046, 0.0036, 0.0006, -0.0001);
  }

  const lowerUs = us.filter((u) => u > 0.22);
  const rowsLower: Spot[][] = [[], []];
  for (const u of lowerUs) {
    const x = eye.x(u);
    const y = eye.lower(u);
    const thick = 0.0009 * smoothstep(0.2, 0.75, u);
    rowsLower[0]!.push({ p: add(face.point(x, y), [0, 0.0003, -0.0004]), uv: uv('lowerLash', 0.5, 0), on: { x, y: y - 0.0001 } });
    rowsLower[1]!.push(spot(x, y - thick, 0.0007, uv('lowerLash', 0.5, 1), { x, y: y - thick }));
  }
  const creaseUs = us.filter((u) => u > 0.1 && u < 0.97);
  const rowsCrease: Spot[][] = [[], []];
  for (const u of creaseUs) {
    const x = eye.x(u) + eye.side * (u - 0.4) * 0.002;
    const y = eye.upper(u) + 0.0052;
    const thick = 0.00075 * Math.sin(Math.PI * clamp((u - 0.08) / 0.9)) ** 0.7;
    rowsCrease[0]!.push(spot(x, y + thick, 0.0005, uv('crease', 0.5, 0), { x, y }));
    rowsCrease[1]!.push(spot(x, y, 0.0005, uv('crease', 0.5, 1), { x, y }));
  }
  return [rowsUpper, rowsLower, rowsCrease];
}

function browRows(face: FaceSurface, eye: EyeFrame, level: DetailLevel, uv: RegionUv): Spot[][] {
  const { brow } = face.spec;
  const rows: Spot[][] = [[], [], []];
  for (const t of range(level.lid)) {
    const x = eye.side * mix(brow.inner - 0.006, brow.outer + 0.003, t);
    const y = brow.y - 0.0012 + brow.arch * Math.sin(Math.PI * Math.min(1, 0.1 + t * 0.78)) - 0.0042 * t * t - 0.0018 * (1 - t) ** 3;
    const thick = brow.thickness * Math.sqrt(smoothstep(-0.02, 0.24, t)) * (1 - 0.86 * t ** 2.1);
    const on: FacePoint = { x, y };
    rows[0]!.push({ p: face.point(x, y + thick * 0.5, 0.0009), uv: uv('brow', t, 0), on });
    rows[1]!.push({ p: face.point(x, y, 0.0019), uv: uv('brow', t, 0.5), on });
    rows[2]!.push({ p: face.point(x, y - thick * 0.5, 0.0009), uv: uv('brow', t, 1), on });
  }
  return rows;
}

const jawSkin = (face: FaceSurface, on: FacePoint): Influence => {
  const w = jawWeight(face, on, face.point(on.x, on.y));
  return { head: 1 - w, jaw: w };
};

/** The dark inside of the mouth: a bag hung from the lips' margins, whole loop as columns, deeper rows smaller. */
function mouthBag(face: FaceSurface, half: readonly FacePoint[], uv: RegionUv): Spot[][] {
  const flip = ({ x, ...rest }: FacePoint): FacePoint => Object.assign(rest, { x: -x });
  const loop = [...half, ...half.slice(1, -1).toReversed().map(flip), half[0]!];
  const my = face.spec.mouth.y;
  return [0, 0.003, 0.011, 0.024].map((deep, row) =>
    loop.map((on, i): Spot => {
      const p = face.point(on.x, on.y);
      const shrink = [1, 1, 0.94, 0.0][row]!;
      return {
        p: [p[0] * shrink, mix(my, p[1], shrink), row === 3 ? face.depth(0, my) - deep : p[2] - deep],
        uv: uv('mouth', i / (loop.length - 1), row / 3),
        // The bag's bottom is one point and must move as one: it goes with the jaw.
        on: row === 3 ? { x: 0, y: my - 0.026, follow: 0 } : { ...on, follow: 0.9 },
        skin: row === 3 ? { jaw: 1 } : jawSkin(face, on),
      };
    }),
  );
}

function teethAndTongue(face: FaceSurface, level: DetailLevel, uv: RegionUv): Spot[][][] {
  const { mouth } = face.spec;
  const arc = (t: number, width: number): Vec3 => {
    const a = (t - 0.5) * Math.PI * 0.86;
    return [Math.sin(a) * width, 0, (Math.cos(a) - 1) * width * 0.72];
  };
  const front = face.depth(0, mouth.y) - 0.0052;
  // Under a snout the face falls back: the lower row stands as far behind it as the upper one.
  const underbite = face.spec.muzzle ? front - face.depth(0, mouth.y - 0.011) + 0.0052 : 0;
  const band = (top: number, bottom: number, width: number, region: string, on: FacePoint, skin: Influence): Spot[][] =>
    [top, bottom].map((y, row) =>
      range(level.lip).map((t): Spot => {
        const p = arc(t, width);
        // The row ends round, not square.
        const up = row === (top > 0 ? 1 : 0) ? Math.sign(top) * 0.0035 * Math.abs(2 * t - 1) ** 3 : 0;
        return { p: [p[0], mouth.y + y + up, front + p[2] - (top < 0 ? underbite : 0)], uv: uv(region, t, row), on: { ...on, x: on.x }, skin };
      }),
    );
  // Teeth ride on points of the lips' own fields: the upper row barely moves, the lower row goes with the jaw.
  const upper = band(0.0065, 0.0003, mouth.halfWidth * 0.98, 'teeth', { x: 0, y: mouth.y + 0.02, follow: 0 }, { head: 1 });
  const lower = band(-0.0026, -0.0078, mouth.halfWidth * 0.84, 'teeth', { x: 0, y: mouth.y - 0.026, follow: 0 }, { jaw: 1 });
  const tongue = range(4).map((r) =>
    range(6).map((t): Spot => {
      const a = (t - 0.5) * Math.PI;
      const w = 0.0105 * Math.sin(Math.PI * (0.22 + 0.6 * r)) ** 0.6;
      return {
        p: [Math.sin(a) * w, mouth.y + 0.0042 - 0.0035 * (1 - Math.cos(a)) - 0.006 * (1 - r) ** 2, front - 0.001 - 0.5 * underbite - r * 0.014],
        uv: uv('tongue', t, r),
        on: { x: 0, y: mouth.y - 0.026, follow: 0 },
        skin: { jaw: 1 },
      };
    }),
  );
  return [upper, lower, tongue];
}

/** Morphs that belong to the inside of the mouth alone. Call on the finished details mesh. */
export function addMouthExtras(mesh: Mesh, face: FaceSurface, origin: Vec3, is: (uv: Vec2, region: string) => boolean): void {
  const { mouth } = face.spec;
  const tongueUp = new Map<number, Vec3>();
  const jaw = mesh.morph.get('jawOpen')!;
  mesh.position.forEach((p, i) => {
    const at = mesh.uv[i]!;
    if (is(at, 'tongue')) {
      const local = sub(p, origin);
      const tip = smoothstep(face.depth(0, mouth.y) - 0.02, face.depth(0, mouth.y) - 0.005, local[2]);
      tongueUp.set(i, [0, 0.0045 + 0.006 * tip, 0.0055 * tip]);
    }
    if (is(at, 'teeth')) {
      const upper = p[1] - origin[1] > mouth.y;
      for (const deltas of mesh.morph.values()) deltas.delete(i);
      // A cheat of the stage: the upper row comes down a little as the mouth opens, so that it shows.
      const x = p[0] - origin[0];
      const t = Math.abs(x) / mouth.halfWidth;
      mesh.morph.get(x > 0 ? 'smileLeft' : 'smileRight')!.set(i, [x * 0.3, 0.0035 * t * t, -0.001 * t]);
      mesh.morph.get('mouthStretch')!.set(i, [x * 0.25, 0, 0]);
      mesh.morph.get('mouthPucker')!.set(i, [x * -0.3, 0, 0]);
      jaw.set(i, upper ? [0, -0.0042, 0] : [0, -jawDrop * 0.97, -0.004]);
    }
  });
  mesh.morph.set('tongueUp', tongueUp);
}
