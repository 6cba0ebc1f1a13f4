import { add, cross, dot, sub, type Vec2, type Vec3 } from './math.ts';
import { computeNormals, emptyMesh, gridTriangles, type Influence, type Mesh } from './mesh.ts';
import type { FacePoint } from './unit.ts';

export type RegionUv = (region: string, u: number, v: number) => Vec2;

/** A vertex of a patch; `on` is the point of the face that it moves with. */
export interface Spot {
  readonly p: Vec3;
  readonly uv: Vec2;
  readonly on?: FacePoint;
  readonly skin?: Influence;
}

/** A patch of quads from rows of spots, turned so that most of it faces `towards`. */
export function patch(rows: readonly (readonly Spot[])[], origin: Vec3, towards: Vec3 = [0, 0, 1]): { mesh: Mesh; points: (FacePoint | undefined)[] } {
  const mesh = emptyMesh();
  const spots = rows.flat();
  for (const s of spots) {
    mesh.position.push(add(origin, s.p));
    mesh.uv.push(s.uv);
    mesh.skin.push(s.skin ?? { head: 1 });
  }
  const facing = (flip: boolean): number =>
    gridTriangles(rows.length, rows[0]!.length, flip).reduce((sum, [a, b, c]) => {
      const [p, q, r] = [mesh.position[a]!, mesh.position[b]!, mesh.position[c]!];
      return sum + dot(cross(sub(q, p), sub(r, p)), towards);
    }, 0);
  mesh.triangle.push(...gridTriangles(rows.length, rows[0]!.length, facing(false) < 0));
  mesh.normal.push(...computeNormals(mesh.position, mesh.triangle));
  return { mesh, points: spots.map((s) => s.on) };
}
