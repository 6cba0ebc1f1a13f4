import { add, clamp, dot, normalize, smoothstep, sub, cross, type Vec3 } from './math.ts';
import type { Mesh } from './mesh.ts';
import { mixColour, type Atlas, type Colour } from './paint.ts';
import { encodePng } from './png.ts';

/** A small portrait drawn in software, head and shoulders, so that the file's picture is as reproducible as the rest. */
export function drawThumbnail(
  meshes: readonly { readonly mesh: Mesh; readonly flat: boolean }[],
  atlas: Atlas,
  focus: Vec3,
  span: number,
  background: Colour,
  weights: Readonly<Record<string, number>>,
  size = 256,
): Uint8Array {
  const over = 3;
  const n = size * over;
  const colour = new Float32Array(n * n * 3);
  const depth = new Float32Array(n * n).fill(-1e9);
  for (let i = 0; i < n * n; i += 1) {
    const fade = Math.floor(i / n) / n;
    background.forEach((c, k) => (colour[i * 3 + k] = c * (1.02 - 0.1 * fade)));
  }
  // A three-quarter view from slightly above; orthographic.
  const forward = normalize([0.3, 0.06, 1]);
  const right = normalize(cross([0, 1, 0], forward));
  const up = cross(forward, right);
  const light = normalize([0.35, 0.5, 0.85]);

  for (const { mesh, flat } of meshes) {
    const moved = mesh.position.map((p, i) => {
      let q = p;
      for (const [name, w] of Object.entries(weights)) {
        const d = mesh.morph.get(name)?.get(i);
        if (d) q = add(q, [d[0] * w, d[1] * w, d[2] * w]);
      }
      const local = sub(q, focus);
      return [(dot(local, right) / span + 0.5) * n, (0.5 - dot(local, up) / span) * n, dot(local, forward)] as const;
    });
    for (const [a, b, c] of mesh.triangle) {
      const [p, q, r] = [moved[a]!, moved[b]!, moved[c]!];
      const area = (q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1]);
      if (area >= 0) continue;
      const x0 = Math.max(0, Math.floor(Math.min(p[0], q[0], r[0])));
      const x1 = Math.min(n - 1, Math.ceil(Math.max(p[0], q[0], r[0])));
      const y0 = Math.max(0, Math.floor(Math.min(p[1], q[1], r[1])));
      const y1 = Math.min(n - 1, Math.ceil(Math.max(p[1], q[1], r[1])));
      for (let y = y0; y <= y1; y += 1) {
        for (let x = x0; x <= x1; x += 1) {
          const [sx, sy] = [x + 0.5, y + 0.5];
          const u = ((q[0] - sx) * (r[1] - sy) - (r[0] - sx) * (q[1] - sy)) / area;
          const v = ((r[0] - sx) * (p[1] - sy) - (p[0] - sx) * (r[1] - sy)) / area;
          const w = 1 - u - v;
          if (u < 0 || v < 0 || w < 0) continue;
          const z = u * p[2] + v * q[2] + w * r[2];
          const at = y * n + x;
          if (z <= depth[at]!) continue;
          depth[at] = z;
          const mixAt = (k: 0 | 1): number => u * mesh.uv[a]![k] + v * mesh.uv[b]![k] + w * mesh.uv[c]![k];
          const texel = atlas.sample([mixAt(0), mixAt(1)]);
          const nAt = (k: 0 | 1 | 2): number => u * mesh.normal[a]![k] + v * mesh.normal[b]![k] + w * mesh.normal[c]![k];
          const lit = flat ? 1 : smoothstep(0.0, 0.3, dot(normalize([nAt(0), nAt(1), nAt(2)]), light));
          mixColour(texel.shade, texel.lit, lit).forEach((value, k) => (colour[at * 3 + k] = value));
        }
      }
    }
  }
  // Ink where the depth jumps.
  const pixels = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const sum = [0, 0, 0];
      for (let j = 0; j < over; j += 1) {
        for (let i = 0; i < over; i += 1) {
          const at = (y * over + j) * n + x * over + i;
          const jump = [1, 2, n, 2 * n].some((d) => Math.abs((depth[at + d] ?? depth[at]!) - depth[at]!) > 0.012);
          for (const k of [0, 1, 2] as const) sum[k]! += colour[at * 3 + k]! * (jump ? 0.55 : 1);
        }
      }
      sum.forEach((s, k) => (pixels[(y * size + x) * 3 + k] = Math.round(clamp(s / (over * over), 0, 255))));
    }
  }
  return encodePng(size, size, pixels);
}
