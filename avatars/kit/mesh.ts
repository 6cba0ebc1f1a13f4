import { add, cross, length, normalize, sub, type Vec2, type Vec3 } from './math.ts';

/** Bone name to weight; weights of a vertex sum to 1 after `packInfluences`. */
export type Influence = Readonly<Record<string, number>>;

/** Triangle soup with shared vertices, in the rest pose (metres, Y up, facing +Z). */
export interface Mesh {
  readonly position: Vec3[];
  readonly normal: Vec3[];
  readonly uv: Vec2[];
  readonly skin: Influence[];
  readonly triangle: (readonly [number, number, number])[];
  /** Morph name to displacement per vertex; absent vertices do not move. */
  readonly morph: Map<string, Map<number, Vec3>>;
}

export const emptyMesh = (): Mesh => ({ position: [], normal: [], uv: [], skin: [], triangle: [], morph: new Map() });

export function append(into: Mesh, part: Mesh): void {
  const base = into.position.length;
  into.position.push(...part.position);
  into.normal.push(...part.normal);
  into.uv.push(...part.uv);
  into.skin.push(...part.skin);
  for (const [a, b, c] of part.triangle) into.triangle.push([a + base, b + base, c + base]);
  for (const [name, deltas] of part.morph) {
    const target = into.morph.get(name) ?? new Map<number, Vec3>();
    for (const [i, d] of deltas) target.set(i + base, d);
    into.morph.set(name, target);
  }
}

/** Area-weighted vertex normals; vertices that coincide within 10 micrometres share one, so seams stay smooth. */
export function computeNormals(position: readonly Vec3[], triangle: Mesh['triangle'], weld = true): Vec3[] {
  const key = (p: Vec3): string => p.map((c) => Math.round(c * 1e5)).join(',');
  const slot = new Map<string, number>();
  const owner = position.map((p, i) => {
    if (!weld) return i;
    const k = key(p);
    const known = slot.get(k);
    if (known !== undefined) return known;
    slot.set(k, i);
    return i;
  });
  const sum: Vec3[] = position.map(() => [0, 0, 0]);
  for (const [a, b, c] of triangle) {
    const n = cross(sub(position[b]!, position[a]!), sub(position[c]!, position[a]!));
    for (const i of [a, b, c]) sum[owner[i]!] = add(sum[owner[i]!]!, n);
  }
  return position.map((_, i) => normalize(sum[owner[i]!]!));
}

/** Quad grid of `rows` x `columns` vertices; `flip` reverses the winding. */
export function gridTriangles(rows: number, columns: number, flip = false, wrap = false): (readonly [number, number, number])[] {
  const out: (readonly [number, number, number])[] = [];
  const last = wrap ? columns : columns - 1;
  for (let r = 0; r + 1 < rows; r += 1) {
    for (let c = 0; c < last; c += 1) {
      const a = r * columns + c;
      const b = r * columns + ((c + 1) % columns);
      const d = a + columns;
      const e = b + columns;
      if (flip) out.push([a, b, e], [a, e, d]);
      else out.push([a, e, b], [a, d, e]);
    }
  }
  return out;
}

/** Drops slivers and repeated corners, then vertices that nothing uses. */
export function tidy(mesh: Mesh): Mesh {
  const triangle = mesh.triangle.filter(([a, b, c]) => {
    if (a === b || b === c || a === c) return false;
    const n = cross(sub(mesh.position[b]!, mesh.position[a]!), sub(mesh.position[c]!, mesh.position[a]!));
    return length(n) > 1e-11;
  });
  const used = new Map<number, number>();
  for (const t of triangle) for (const i of t) if (!used.has(i)) used.set(i, used.size);
  const out = emptyMesh();
  for (const i of used.keys()) {
    out.position.push(mesh.position[i]!);
    out.normal.push(mesh.normal[i]!);
    out.uv.push(mesh.uv[i]!);
    out.skin.push(mesh.skin[i]!);
  }
  for (const [a, b, c] of triangle) out.triangle.push([used.get(a)!, used.get(b)!, used.get(c)!]);
  for (const [name, deltas] of mesh.morph) {
    const kept = new Map<number, Vec3>();
    for (const [i, d] of deltas) {
      const at = used.get(i);
      if (at !== undefined && length(d) > 2e-6) kept.set(at, d);
    }
    out.morph.set(name, kept);
  }
  return out;
}

/** The same mesh on the other side: x negated, winding reversed, left bones swapped for right. */
export function mirror(mesh: Mesh): Mesh {
  const swap = (name: string): string =>
    name.startsWith('left') ? `right${name.slice(4)}` : name.startsWith('right') ? `left${name.slice(5)}` : name;
  return {
    position: mesh.position.map(([x, y, z]) => [-x, y, z] as const),
    normal: mesh.normal.map(([x, y, z]) => [-x, y, z] as const),
    uv: [...mesh.uv],
    skin: mesh.skin.map((w) => Object.fromEntries(Object.entries(w).map(([k, v]) => [swap(k), v]))),
    triangle: mesh.triangle.map(([a, b, c]) => [a, c, b] as const),
    morph: new Map([...mesh.morph].map(([n, d]) => [n, new Map([...d].map(([i, [x, y, z]]) => [i, [-x, y, z] as const]))])),
  };
}

/** The four strongest bones, normalised to bytes that sum to exactly 255 as glTF asks. */
export function packInfluences(skin: Influence, boneIndex: ReadonlyMap<string, number>): { joints: number[]; weights: number[] } {
  const entries = Object.entries(skin)
    .map(([name, w]) => {
      const index = boneIndex.get(name);
      if (index === undefined) throw new Error(`Unknown bone in skin weights: ${name}`);
      return { index, w };
    })
    .filter((e) => e.w > 0.004)
    .sort((a, b) => b.w - a.w || a.index - b.index)
    .slice(0, 4);
  const total = entries.reduce((s, e) => s + e.w, 0);
  if (!(total > 0)) throw new Error(`Vertex without bone weights: ${JSON.stringify(skin)}`);
  const weights = entries.map((e) => Math.round((e.w / total) * 255));
  weights[0]! += 255 - weights.reduce((s, w) => s + w, 0);
  const joints = entries.map((e) => e.index);
  while (joints.length < 4) {
    joints.push(0);
    weights.push(0);
  }
  return { joints: joints.map((j, i) => (weights[i]! > 0 ? j : 0)), weights };
}

/** Averages weights over edges, so that joints bend softly. */
export function smoothSkin(mesh: Mesh, rounds: number): void {
  const near = mesh.position.map(() => new Set<number>());
  for (const [a, b, c] of mesh.triangle) {
    near[a]!.add(b).add(c);
    near[b]!.add(a).add(c);
    near[c]!.add(a).add(b);
  }
  for (let round = 0; round < rounds; round += 1) {
    const next = mesh.skin.map((own, i) => {
      const sum: Record<string, number> = {};
      const n = near[i]!.size || 1;
      for (const [k, w] of Object.entries(own)) sum[k] = (sum[k] ?? 0) + w * 0.5;
      for (const j of near[i]!) for (const [k, w] of Object.entries(mesh.skin[j]!)) sum[k] = (sum[k] ?? 0) + (w * 0.5) / n;
      return sum;
    });
    mesh.skin.splice(0, mesh.skin.length, ...next);
  }
}

