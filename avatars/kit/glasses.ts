import { buildTube } from './body.ts';
import type { RegionUv } from './patch.ts';
import { add, cross, curve, normalize, scale, sub, type Vec3 } from './math.ts';
import { append, emptyMesh, mirror, type Mesh } from './mesh.ts';

export interface GlassesSpec {
  /** Middle of the left ring, head-local metres. */
  readonly at: Vec3;
  readonly radius: number;
  /** Half thickness of the wire. */
  readonly wire: number;
  /** How far the ring's outer edge lies behind its inner one. */
  readonly wrap: number;
  /** From the ring's hinge along the temple to behind the ear. */
  readonly temple: readonly Vec3[];
}

/** Round spectacles without lenses, rigid on the head, in the region 'wire'. */
export function buildGlasses(spec: GlassesSpec, sides: number, segments: number, origin: Vec3, uv: RegionUv): Mesh {
  const out = emptyMesh();
  const wire = (at: (t: number) => Vec3, steps: number): Mesh =>
    buildTube(
      Array.from({ length: steps + 1 }, (_, i) => i / steps),
      sides,
      (t, a) => {
        const p = at(t);
        const along = normalize(sub(at(Math.min(1, t + 0.004)), at(Math.max(0, t - 0.004))));
        const across = normalize(cross(along, Math.abs(along[2]) > 0.8 ? [0, 1, 0] : [0, 0, 1]));
        return add(origin, add(p, scale(add(scale(across, Math.cos(a)), scale(cross(along, across), Math.sin(a))), spec.wire)));
      },
      (u, s) => uv('wire', u, s),
      () => ({ head: 1 }),
    );
  const on = (angle: number): Vec3 => {
    const x = Math.cos(angle);
    return [spec.at[0] + x * spec.radius, spec.at[1] + Math.sin(angle) * spec.radius, spec.at[2] - (spec.wrap * (x + 1) ** 2) / 4];
  };
  const ring = wire((t) => on(t * 2 * Math.PI), segments);
  const hinge = wire(curve([on(0.35), ...spec.temple]), Math.round(segments / 3));
  const nose = on(Math.PI - 0.5);
  const bridge = wire(curve([nose, [0, nose[1] + 0.0035, nose[2] + 0.0015], [-nose[0], nose[1], nose[2]]]), Math.round(segments / 4));
  for (const part of [ring, mirror(ring), hinge, mirror(hinge), bridge]) append(out, part);
  return out;
}
