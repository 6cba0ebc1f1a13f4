import { addMouthExtras, buildFaceDetails, type DetailLevel, type GazeLimits } from './face-details.ts';
import { buildFaceMesh, type FaceDetail } from './face-mesh.ts';
import type { FaceSurface } from './face-surface.ts';
import type { Vec3 } from './math.ts';
import { tidy, type Mesh } from './mesh.ts';
import type { Atlas } from './paint.ts';
import { faceUv } from './paint-face.ts';

export type Level = 'full' | 'light';

/** One character: everything that differs from another stands in its recipe. */
export interface AvatarRecipe {
  readonly id: string;
  readonly name: string;
  readonly heightMetres: number;
  readonly eyeHeightMetres: number;
  readonly gaze: GazeLimits;
  build(level: Level): Uint8Array;
  /** Triangles of the parts, for the budget. */
  count(level: Level): Record<string, number>;
}

/** Head parts that every humanoid character shares. */
export function buildHead(face: FaceSurface, faceDetail: FaceDetail, detail: DetailLevel, atlas: Atlas, origin: Vec3, gaze: GazeLimits): { skin: Mesh; details: Mesh } {
  const { mesh, mouthMargin } = buildFaceMesh(face, faceDetail, origin, faceUv(atlas));
  const details = buildFaceDetails(face, detail, origin, (r, u, v) => atlas.uv(r, u, v), gaze, mouthMargin);
  addMouthExtras(details, face, origin, (uv, region) => {
    const [a, b] = [atlas.uv(region, 0, 0), atlas.uv(region, 1, 1)];
    return uv[0] >= a[0] - 1e-9 && uv[0] <= b[0] + 1e-9 && uv[1] >= a[1] - 1e-9 && uv[1] <= b[1] + 1e-9;
  });
  return { skin: tidy(mesh), details: tidy(details) };
}
