import { addActionUnits, jawWeight } from './action-units.ts';
import type { FaceSurface } from './face-surface.ts';
import { sub, type Vec3 } from './math.ts';
import type { Mesh } from './mesh.ts';
import type { FacePoint } from './unit.ts';

/** Makes a part that lies on the face (a tuft of brow, a moustache) move with the skin beneath it. Points below `chin` hang from the chin. */
export function followFace(mesh: Mesh, face: FaceSurface, origin: Vec3, chin: number): Mesh {
  const points = mesh.position.map((p): FacePoint => {
    const [x, y] = sub(p, origin);
    return { x, y: Math.max(y, chin), follow: y < chin ? 0 : 1 };
  });
  mesh.position.forEach((p, i) => {
    const w = jawWeight(face, points[i]!, sub(p, origin));
    mesh.skin[i] = w > 0.02 ? { head: 1 - w, jaw: w } : { head: 1 };
  });
  addActionUnits(mesh, face, points, origin);
  return mesh;
}
