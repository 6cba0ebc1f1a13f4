import type { MorphName } from './expressions.ts';
import type { FaceSurface } from './face-surface.ts';
import { add, mix, scale, type Vec2, type Vec3 } from './math.ts';
import type { Mesh } from './mesh.ts';
import type { RegionUv, Spot } from './patch.ts';

interface FaceLine {
  readonly rows: Spot[][];
  /** The morph that draws the line, by widening it. */
  readonly unit: MorphName;
  readonly widen: readonly Vec3[];
}

/** Share of its width that a line keeps at rest: too thin to be seen. */
const rest = 0.006;

/** Lines that a face draws only when it moves: the frown between the brows, a wrinkled nose, the dimple beside a smile. */
export function faceLines(face: FaceSurface, uv: RegionUv): FaceLine[] {
  const { brow, eye, nose, mouth } = face.spec;
  const line = (unit: MorphName, width: number, [a, b, c]: readonly [Vec2, Vec2, Vec2]): FaceLine => {
    const steps = Array.from({ length: 6 }, (_, i) => i / 5);
    const at = (t: number, k: 0 | 1): number => mix(mix(a[k], b[k], t), mix(b[k], c[k], t), t);
    const along: Vec2 = [c[0] - a[0], c[1] - a[1]];
    const far = Math.hypot(...along);
    const across: Vec3 = [-along[1] / far, along[0] / far, 0];
    const half = [-1, 1].flatMap((side) => steps.map((t) => scale(across, side * 0.5 * width * (0.05 + 0.95 * Math.sin(Math.PI * t) ** 0.8))));
    const rows = [0, 1].map((row) =>
      steps.map((t, i): Spot => {
        const [dx, dy] = scale(half[row * steps.length + i]!, rest);
        const on = { x: at(t, 0) + dx, y: at(t, 1) + dy };
        return { p: face.point(on.x, on.y, 0.0008), uv: uv('crease', 0.5, 0.5), on };
      }),
    );
    return { unit, rows, widen: half.map((h) => scale(h, 1 - rest)) };
  };
  const bridge = (eye.y + nose.y) / 2;
  return ([1, -1] as const).flatMap((s) => {
    const [x, y] = [mouth.halfWidth, mouth.y + mouth.curve];
    const path = (...points: readonly [Vec2, Vec2, Vec2]): readonly [Vec2, Vec2, Vec2] => points.map(([px, py]): Vec2 => [s * px, py]) as unknown as readonly [Vec2, Vec2, Vec2];
    const lines = [
      line('browDown', 0.0016, path([0.0042, brow.y - 0.004], [0.0052, brow.y + 0.003], [0.0044, brow.y + 0.0095])),
      line('noseWrinkle', 0.0017, path([0.0062, bridge + 0.0012], [0.0095, bridge + 0.0042], [0.0115, bridge + 0.009])),
      line('noseWrinkle', 0.0015, path([0.0072, bridge - 0.0058], [0.011, bridge - 0.0022], [0.0145, bridge + 0.0012])),
    ];
    if (mouth.dimples !== false) lines.push(line(s === 1 ? 'smileLeft' : 'smileRight', 0.0019, path([x + 0.0042, y + 0.0062], [x + 0.0074, y + 0.001], [x + 0.005, y - 0.0055])));
    return lines;
  });
}

/** Lets the unit that owns a line widen it; the other units carry it along with the skin. */
export function widenLine(mesh: Mesh, { unit, widen }: FaceLine): void {
  const deltas = mesh.morph.get(unit)!;
  widen.forEach((d, i) => deltas.set(i, add(deltas.get(i) ?? [0, 0, 0], d)));
}
