import { add, bell, cross, mix, normalize, scale, smoothstep, type Vec2, type Vec3 } from './math.ts';
import { computeNormals, emptyMesh, gridTriangles, type Mesh } from './mesh.ts';

export interface EarSpec {
  /** Middle of the ear where it meets the head, in the world. */
  readonly at: Vec3;
  /** Half its height, metres. */
  readonly size: number;
  /** Angle between the ear and the side of the head, radians; its back edge stands off. */
  readonly flare: number;
  /** Lean of its top towards the back, radians. */
  readonly lean: number;
}

/** The left ear as a bowl: hollow, inner fold, rolled rim and lobe, then the back down to the head. u of `uv` runs from the hollow (0) to the rim (1). */
export function buildEar(spec: EarSpec, columns: number, uv: (u: number, v: number) => Vec2): Mesh {
  const mesh = emptyMesh();
  const { size } = spec;
  // Axes of the ear: back along the head, up, and out of the bowl.
  const back = normalize([Math.sin(spec.flare), -Math.sin(spec.lean) * 0.5, -Math.cos(spec.flare)]);
  const up0: Vec3 = [0.08, Math.cos(spec.lean), -Math.sin(spec.lean)];
  const out = normalize(cross(back, up0));
  const up = cross(out, back);
  const outline = (a: number): Vec2 => {
    // a = 0 at the back, a quarter turn up; wide above, drawn in to the lobe.
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const width = 0.62 - 0.2 * smoothstep(0.1, -0.75, s) + 0.06 * smoothstep(0.2, 0.9, s);
    return [(c > 0 ? width : width * 0.72) * c * size, s * size * (s < 0 ? 1 - 0.06 * Math.abs(c) : 1)];
  };
  // Rings of [share of the outline, height of the bowl as a share of size].
  const rings: readonly (readonly [number, number])[] = [[0, -0.05], [0.32, -0.02], [0.55, 0.2], [0.7, 0.26], [0.82, 0.2], [0.93, 0.36], [1, 0.28], [0.94, 0.06], [0.6, -0.34]];
  for (const [ring, [share, height]] of rings.entries()) {
    for (let k = 0; k <= columns; k += 1) {
      const a = (k / columns) * 2 * Math.PI;
      const [x, y] = outline(a);
      // In front the rim runs down into the cheek; the lobe has no folds.
      const front = smoothstep(0.2, -0.9, Math.cos(a)) * (1 - bell((a - Math.PI * 0.62) / 0.5) * 0.6);
      const lobe = smoothstep(-0.45, -0.85, Math.sin(a));
      const flat = Math.max(front * 0.85, lobe * 0.6) * (ring > 0 && ring < 7 ? 1 : 0);
      const h = mix(height, 0.12, flat) * size;
      mesh.position.push(add(spec.at, add(scale(back, x * share + size * 0.16), add(scale(up, y * share), scale(out, h)))));
      mesh.uv.push(uv(Math.min(1, share), Math.abs(y) / size));
      mesh.skin.push({ head: 1 });
    }
  }
  mesh.triangle.push(...gridTriangles(rings.length, columns + 1, false));
  mesh.normal.push(...computeNormals(mesh.position, mesh.triangle));
  return mesh;
}
