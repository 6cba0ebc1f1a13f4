import type { Mesh } from 'three';
import { type MorphTable, type Offsets, offsetsOf } from './morphs.ts';
import type { VertexMotion } from './vertex-limit.ts';

/** How much farther than the farthest single action unit a vertex may go when units add up. */
export const VERTEX_LIMIT = 1.2;
/** The vertices that are watched stop a little before it, for the sake of those between them. */
const WATCHED_LIMIT = VERTEX_LIMIT - 0.05;
/** A vertex that hardly moves may go this far of what the mesh's most moved vertex does. */
const FLOOR = 0.05;
/** A vertex moves with a morph from here on, in metres. */
const NOTHING = 1e-6;

/**
 * Lists what the morphs do to each vertex that could go too far, as shares of the vertex's own reach:
 * of the farthest that one morph or one expression takes it alone, and a part more.
 */
export function measureMotions(table: MorphTable): VertexMotion[] {
  return [...new Set(table.morphs.flatMap(({ meshes }) => meshes))].flatMap((mesh) => motionsOf(mesh, table));
}

interface Mover {
  readonly morph: number;
  readonly offsets: Offsets;
}

function motionsOf(mesh: Mesh, { morphs, shares }: MorphTable): VertexMotion[] {
  const movers = morphs.flatMap(({ meshes, index }, morph): Mover[] => {
    const offsets = meshes.includes(mesh) ? offsetsOf(mesh, index) : undefined;
    return offsets ? [{ morph, offsets }] : [];
  });
  const count = mesh.geometry.getAttribute('position').count;
  const moved: { morphs: number[]; offsets: number[]; reach: number }[] = [];
  for (let vertex = 0; vertex < count; vertex++) {
    const entry = { morphs: [] as number[], offsets: [] as number[], reach: 0 };
    for (const { morph, offsets } of movers) {
      const [x, y, z] = [offsets.getX(vertex), offsets.getY(vertex), offsets.getZ(vertex)];
      if (Math.abs(x) + Math.abs(y) + Math.abs(z) < NOTHING) continue;
      entry.morphs.push(morph);
      entry.offsets.push(x, y, z);
      entry.reach = Math.max(entry.reach, Math.hypot(x, y, z));
    }
    if (entry.morphs.length < 2) continue;
    for (const share of shares) entry.reach = Math.max(entry.reach, together(entry, share));
    moved.push(entry);
  }
  const floor = FLOOR * moved.reduce((most, { reach }) => Math.max(most, reach), 0);
  return moved.flatMap((entry) => {
    const allowed = WATCHED_LIMIT * Math.max(entry.reach, floor);
    const offsets = entry.offsets.map((value) => value / allowed);
    let most = 0;
    for (let at = 0; at < offsets.length; at += 3) most += Math.hypot(offsets[at]!, offsets[at + 1]!, offsets[at + 2]!);
    return most > 1 ? [{ morphs: entry.morphs, offsets }] : [];
  });
}

/** How far an expression alone takes a vertex. */
function together(entry: { morphs: readonly number[]; offsets: readonly number[] }, shares: MorphTable['shares'][number]): number {
  let x = 0;
  let y = 0;
  let z = 0;
  for (const { morph, weight } of shares) {
    const at = entry.morphs.indexOf(morph);
    if (at < 0) continue;
    x += weight * entry.offsets[3 * at]!;
    y += weight * entry.offsets[3 * at + 1]!;
    z += weight * entry.offsets[3 * at + 2]!;
  }
  return Math.hypot(x, y, z);
}

/** How far given morphs take a vertex, as a share of what it may go. */
export function reachOf({ morphs, offsets }: VertexMotion, held: Float64Array, free: Float64Array): number {
  let x = 0;
  let y = 0;
  let z = 0;
  for (let at = 0; at < morphs.length; at++) {
    const weight = held[morphs[at]!]! + free[morphs[at]!]!;
    x += weight * offsets[3 * at]!;
    y += weight * offsets[3 * at + 1]!;
    z += weight * offsets[3 * at + 2]!;
  }
  return Math.hypot(x, y, z);
}
