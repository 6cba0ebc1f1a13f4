import { chainWeights } from './chain.ts';
import type { FaceSurface } from './face-surface.ts';
import { add, bell, column, cross, curve, dot, mix, normalize, scale, smoothstep, sub, type Table, type Vec3 } from './math.ts';
import { computeNormals, emptyMesh, gridTriangles, type Influence, type Mesh } from './mesh.ts';
import type { RegionUv } from './face-details.ts';

export interface CapSpec {
  /** Rows of [degrees from the front, 0..180; height of the hairline, head-local]. */
  readonly hairline: Table;
  /** Rows of [0 at the crown .. 1 at the hairline; thickness]. */
  readonly thickness: Table;
  /** Longitude of the parting, degrees, positive towards the character's left. */
  readonly parting: number;
  readonly strands: number;
}

/** Hair close to the skull: columns run from crown to hairline, combed into soft grooves, rolled under at the edge. */
export function buildCap(face: FaceSurface, spec: CapSpec, columns: number, rows: number, origin: Vec3, uv: RegionUv): Mesh {
  const mesh = emptyMesh();
  const edge = column(spec.hairline, 1);
  const thick = column(spec.thickness, 1);
  const centre: Vec3 = [0, 0.01, -0.012];
  const crown = face.around(Math.PI / 2, 0, 0);
  for (let r = 0; r <= rows + 1; r += 1) {
    const t = Math.min(1, r / rows);
    const under = r > rows;
    for (let c = 0; c <= columns; c += 1) {
      const theta = (c / columns) * 2 * Math.PI - Math.PI;
      const degrees = (Math.abs(theta) * 180) / Math.PI;
      const vEdge = face.level(theta, edge(degrees));
      // All columns meet in one point at the crown.
      const p: Vec3 = r === 0 ? crown : face.around(theta, vEdge * t, 0);
      const outward = normalize(sub(p, centre));
      const part = bell(((theta * 180) / Math.PI - spec.parting) / (3 + 22 * (1 - t))) * smoothstep(0.1, 0.5, t);
      const groove = Math.sin(theta * spec.strands + 3 * Math.sin(t * 2.4) + theta * 2) * 0.0011 * smoothstep(0.08, 0.4, t);
      const lift = under ? -0.004 : thick(t) * (1 - 0.5 * part) + groove;
      mesh.position.push(add(origin, add(p, scale(outward, lift))));
      mesh.uv.push(uv('hair', (c / columns) * 0.999, t * 0.8));
      mesh.skin.push({ head: 1 });
    }
  }
  mesh.triangle.push(...gridTriangles(rows + 2, columns + 1, false));
  mesh.normal.push(...computeNormals(mesh.position, mesh.triangle));
  return mesh;
}

/** A knot of a lock's path: on the head at [degrees, height, lift], or free at a head-local point. */
export type Knot = { readonly on: readonly [number, number, number] } | { readonly at: Vec3 };

export interface LockSpec {
  readonly path: readonly Knot[];
  readonly width: number;
  readonly thickness: number;
  /** Where the lock is widest, 0 root to 1 tip. */
  readonly belly: number;
  /** Width at the root as a share of the widest. */
  readonly root: number;
  /** Spring bones along the lock from this share on; absent: rigid on the head. */
  /** Width at the tip as a share of the widest; 0 is a point. */
  readonly tip?: number;
  readonly spring?: { readonly name: string; readonly from: number; readonly joints: number };
  readonly shadeOffset?: number;
}

export const lockCurve = (face: FaceSurface, path: readonly Knot[]): ((t: number) => Vec3) =>
  curve(
    path.map((k) => {
      if ('at' in k) return k.at;
      const theta = (k.on[0] * Math.PI) / 180;
      const p = face.around(theta, face.level(theta, k.on[1]), 0);
      return add(p, scale(normalize(sub(p, [0, p[1] * 0.6, -0.012])), k.on[2]));
    }),
  );

/** Blends from the head to the chain's bones along a lock; joint k sits at from + (1 - from) k / joints. */
export function springWeights(t: number, spring: LockSpec['spring']): Influence {
  if (!spring) return { head: 1 };
  return chainWeights({ ...spring, root: 'head' }, (t - spring.from) / (1 - spring.from));
}

/** A leaf-shaped lock with a soft ridge. */
export function buildLock(face: FaceSurface, spec: LockSpec, segments: number, sides: number, origin: Vec3, uv: RegionUv): Mesh {
  const mesh = emptyMesh();
  const path = lockCurve(face, spec.path);
  for (let s = 0; s <= segments; s += 1) {
    const t = s / segments;
    const p = path(t);
    const along = normalize(sub(path(Math.min(1, t + 0.01)), path(Math.max(0, t - 0.01))));
    const out0: Vec3 = normalize([p[0], (p[1] - 0.02) * 0.55, p[2] + 0.012]);
    const out = normalize(sub(out0, scale(along, dot(out0, along))));
    const across = cross(along, out);
    const rise = mix(spec.root, 1, smoothstep(0, spec.belly, t));
    const fall = t > spec.belly ? mix(spec.tip ?? 0, 1, Math.max(0, Math.cos(((t - spec.belly) / (1 - spec.belly)) * Math.PI * 0.5)) ** 0.8) : 1;
    const w = Math.max(0.0006, spec.width * rise * fall);
    const d = Math.max(0.0006, spec.thickness * mix(0.5, 1, smoothstep(0, 0.3, t)) * fall ** 0.7);
    for (let k = 0; k <= sides; k += 1) {
      const a = (k / sides) * 2 * Math.PI;
      const x = Math.sin(a) * w * 0.5;
      const y = Math.cos(a) * d * (Math.cos(a) > 0 ? 0.62 : 0.4);
      mesh.position.push(add(origin, add(p, add(scale(across, x), scale(out, y)))));
      mesh.uv.push(uv('lock', 0.5 + 0.5 * Math.sin(a), Math.min(1, (spec.shadeOffset ?? 0) + t * (1 - (spec.shadeOffset ?? 0)))));
      mesh.skin.push(springWeights(t, spec.spring));
    }
  }
  mesh.triangle.push(...gridTriangles(segments + 1, sides + 1, false));
  mesh.normal.push(...computeNormals(mesh.position, mesh.triangle));
  return orientOutward(mesh, path, origin, sides + 1);
}

/** Turns a tube inside out if its triangles face its own axis. */
function orientOutward(mesh: Mesh, path: (t: number) => Vec3, origin: Vec3, ring: number): Mesh {
  const rows = mesh.position.length / ring;
  let sum = 0;
  for (const [a, b, c] of mesh.triangle) {
    const p = mesh.position[a]!;
    const axis = add(origin, path(Math.floor(a / ring) / (rows - 1)));
    sum += dot(cross(sub(mesh.position[b]!, p), sub(mesh.position[c]!, p)), sub(p, axis));
  }
  if (sum >= 0) return mesh;
  const triangle = mesh.triangle.map(([a, b, c]) => [a, c, b] as const);
  return { ...mesh, triangle, normal: computeNormals(mesh.position, triangle) };
}

export interface BraidSpec {
  readonly path: readonly Vec3[];
  readonly turns: number;
  readonly radius: number;
  readonly sway: number;
  readonly taper: number;
  readonly spring: NonNullable<LockSpec['spring']>;
}

/** Three strands in the figure-of-eight of a real plait. Path points are in the world. */
export function buildBraid(spec: BraidSpec, segments: number, sides: number, headAxis: Vec3, uv: RegionUv): Mesh {
  const out = emptyMesh();
  const path = curve(spec.path);
  const frame = (t: number): { p: Vec3; along: Vec3; across: Vec3; face: Vec3 } => {
    const p = path(t);
    const along = normalize(sub(path(Math.min(1, t + 0.01)), path(Math.max(0, t - 0.01))));
    const out0 = normalize([p[0] - headAxis[0], 0, p[2] - headAxis[2] + 0.05]);
    const facing = normalize(sub(out0, scale(along, dot(out0, along))));
    return { p, along, across: cross(along, facing), face: facing };
  };
  for (let strand = 0; strand < 3; strand += 1) {
    const phase = (strand * 2 * Math.PI) / 3;
    const centre = (t: number): Vec3 => {
      const f = frame(t);
      const a = t * spec.turns * 2 * Math.PI + phase;
      const size = mix(1, spec.taper, t) * smoothstep(-0.15, 0.1, t);
      return add(f.p, add(scale(f.across, Math.sin(a) * spec.sway * size), scale(f.face, Math.sin(2 * a) * spec.sway * 0.42 * size)));
    };
    const mesh = emptyMesh();
    for (let s = 0; s <= segments; s += 1) {
      const t = s / segments;
      const p = centre(t);
      const along = normalize(sub(centre(Math.min(1, t + 0.004)), centre(Math.max(0, t - 0.004))));
      const facing0 = frame(t).face;
      const facing = normalize(sub(facing0, scale(along, dot(facing0, along))));
      const across = cross(along, facing);
      const ends = t < 0.001 || t > 0.999 ? 0.35 : 1;
      const r = spec.radius * mix(1, spec.taper, t) * ends;
      for (let k = 0; k <= sides; k += 1) {
        const a = (k / sides) * 2 * Math.PI;
        mesh.position.push(add(p, add(scale(across, Math.sin(a) * r * 1.12), scale(facing, Math.cos(a) * r * 0.86))));
        mesh.uv.push(uv('lock', 0.5 + 0.5 * Math.sin(a), 0.25 + 0.5 * t));
        mesh.skin.push(springWeights(t, spec.spring));
      }
    }
    mesh.triangle.push(...gridTriangles(segments + 1, sides + 1, false));
    mesh.normal.push(...computeNormals(mesh.position, mesh.triangle));
    const whole = orientOutward(mesh, centre, [0, 0, 0], sides + 1);
    const base = out.position.length;
    out.position.push(...whole.position);
    out.normal.push(...whole.normal);
    out.uv.push(...whole.uv);
    out.skin.push(...whole.skin);
    for (const [a, b, c] of whole.triangle) out.triangle.push([a + base, b + base, c + base]);
  }
  return out;
}
