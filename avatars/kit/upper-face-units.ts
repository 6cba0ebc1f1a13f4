import { smoothstep, bell, clamp } from './math.ts';
import type { EyeFrame, FaceSurface } from './face-surface.ts';
import { sideOf, type FacePoint, type Unit } from './unit.ts';

/** Brows, lids and the upper cheeks: AU 1, 2, 4, 5, 6, 7, 45, and two shapes of the upper lid that sorrow and anger need. */
export function upperFaceUnits(face: FaceSurface): Record<string, Unit> {
  const { eye, brow } = face.spec;
  const browBand = (p: FacePoint): number => bell(Math.max(0, Math.abs(p.y - brow.y) - 0.004) / (p.y > brow.y ? 0.0125 : 0.0105));
  const browAt = (p: FacePoint, centre: number, spread: number): number => bell((Math.abs(p.x) - centre) / spread) * browBand(p);
  // A rising brow stretches the skin over the lid and leaves the lid where it is; a lowered one pushes it.
  const raisedAt = (p: FacePoint, centre: number, spread: number): number => {
    const e = p.x >= 0 ? face.eyes[0] : face.eyes[1];
    return browAt(p, centre, spread) * smoothstep(-0.001, 0.0105, p.y - e.upper(e.u(p.x)));
  };
  const middle = (brow.inner + brow.outer) / 2;

  const lids =
    (upperBy: (e: EyeFrame, u: number) => number, lowerBy: (e: EyeFrame, u: number) => number): Unit =>
    (p) => {
      const e = p.x >= 0 ? face.eyes[0] : face.eyes[1];
      const w = lidShare(face, e, p);
      return { slide: [0, upperBy(e, w.u) * w.upper + lowerBy(e, w.u) * w.lower] };
    };
  const bow = (u: number): number => Math.sin(Math.PI * clamp(u)) ** 0.8;
  const still = (): number => 0;
  const blink = (side: 1 | -1): Unit => {
    const close = lids((e, u) => e.closed(u) + 0.0001 - e.upper(u), (e, u) => e.closed(u) - 0.0002 - e.lower(u));
    return (p, rest) => (sideOf(p.x) === side ? close(p, rest) : {});
  };
  const outerUp =
    (side: 1 | -1): Unit =>
    (p) =>
      sideOf(p.x) === side ? { slide: [0, 0.0112 * raisedAt(p, brow.outer - 0.009, 0.0135) + 0.0056 * raisedAt(p, middle - 0.007, 0.011)] } : {};

  return {
    browInnerUp: (p) => ({
      slide: [
        -sideOf(p.x) * 0.0022 * browAt(p, brow.inner, 0.012) * smoothstep(0.002, 0.01, Math.abs(p.x)),
        0.0166 * raisedAt(p, brow.inner - 0.002, 0.0125) - 0.007 * browAt(p, brow.outer, 0.014),
      ],
    }),
    browDown: (p) => ({
      slide: [
        -sideOf(p.x) * 0.0046 * browAt(p, brow.inner, 0.014) * smoothstep(0.002, 0.01, Math.abs(p.x)),
        -0.0154 * browAt(p, brow.inner - 0.001, 0.014) - 0.006 * browAt(p, middle + 0.003, 0.01) + 0.0056 * browAt(p, brow.outer + 0.004, 0.012),
      ],
    }),
    browOuterUpLeft: outerUp(1),
    browOuterUpRight: outerUp(-1),
    cheekRaise: (p, rest) => {
      const lower = lids(still, (_, u) => 0.0096 * bow(u) ** 1.2)(p, rest).slide!;
      const ball = bell((Math.abs(p.x) - eye.x - 0.006) / 0.016, (p.y - eye.y + 0.034) / 0.013);
      return { slide: [0, lower[1] + 0.0042 * ball], free: [0, 0, 0.0028 * ball] };
    },
    eyeWide: lids((_, u) => 0.0052 * bow(u), (_, u) => -0.0022 * bow(u)),
    eyeSquint: lids((_, u) => -0.0056 * bow(u), (_, u) => 0.0058 * bow(u)),
    // The outer half of the upper lid hangs: sorrow.
    lidDroop: lids((_, u) => -0.0098 * bow(u) * u ** 1.1 + 0.0012 * bow(u) * (1 - u), (_, u) => 0.0008 * bow(u)),
    // The upper lid is cut straight, low at the nose: anger.
    lidStern: lids((_, u) => -0.0096 * bow(u) * (1 - u) ** 1.1, (_, u) => 0.0026 * bow(u)),
    blinkLeft: blink(1),
    blinkRight: blink(-1),
  };
}

/** How strongly a point belongs to the upper or the lower lid of an eye (0..1 each), and its place `u` along the lid. */
function lidShare(face: FaceSurface, e: EyeFrame, p: FacePoint): { upper: number; lower: number; u: number } {
  const { eye } = face.spec;
  const u = e.u(p.x);
  const out = Math.max(0, Math.abs(p.x - e.centre[0]) - eye.width / 2);
  const fade = 1 - smoothstep(0.001, 0.012, out);
  const up = p.y >= (e.upper(u) + e.lower(u)) / 2;
  return {
    u,
    upper: up ? fade * (1 - smoothstep(0.0025, 0.0175, p.y - e.upper(u))) : 0,
    lower: up ? 0 : fade * (1 - smoothstep(0.0015, 0.017, e.lower(u) - p.y)),
  };
}
