import { add, scale, type Vec2, type Vec3 } from './math.ts';
import { computeNormals, emptyMesh, tidy, type Mesh } from './mesh.ts';

export interface ShellSpec {
  /** Thickness over the surface at a point of it, metres; negative where there is none. */
  thickness(p: Vec3): number;
  /** Further way from the surface, metres. */
  hang?(p: Vec3): Vec3;
  uv(p: Vec3): Vec2;
}

/** How deep the edge may go under the surface, metres: deep enough that the line where it comes out is smoother than the mesh. */
const rootDepth = 0.006;

/** A layer grown from a mesh (a beard from skin, a patch from a sleeve): the triangles it covers, pushed out. It keeps their weights and morphs, so it moves as they do. */
export function growShell(under: Mesh, spec: ShellSpec): Mesh {
  const out = emptyMesh();
  const thick = under.position.map((p) => spec.thickness(p));
  under.position.forEach((p, i) => {
    const t = Math.max(-rootDepth, thick[i]!);
    out.position.push(add(p, add(scale(under.normal[i]!, t), t > 0 && spec.hang ? spec.hang(p) : [0, 0, 0])));
    out.uv.push(spec.uv(p));
    out.skin.push(under.skin[i]!);
  });
  out.triangle.push(...under.triangle.filter((t) => t.some((i) => thick[i]! > 0)));
  out.normal.push(...computeNormals(out.position, out.triangle));
  for (const [name, deltas] of under.morph) out.morph.set(name, new Map(deltas));
  return tidy(out);
}
