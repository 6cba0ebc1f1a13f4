import { createFaceSurface } from '../kit/face-surface.ts';
import { bell, column, smoothstep } from '../kit/math.ts';
import { mixColour, type Atlas } from '../kit/paint.ts';
import { blush, cream, dark, fur, furDeep, furEdge, mixTone, type Tone } from './tones.ts';
import { faceSpec } from './shape.ts';

/** Height of the line between the fur above and the cream below, by distance from the middle, metres. */
const creamLine = column([[0, -0.034], [0.012, -0.031], [0.026, -0.036], [0.038, -0.037], [0.054, -0.03], [0.07, -0.012], [0.082, -0.002], [0.09, -0.004]], 1);

/** The fox's mask over the head, painted straight from the front. */
export function paintMask(atlas: Atlas): void {
  const { eye, nose, mouth } = faceSpec;
  const { lipLine, around, level } = createFaceSurface(faceSpec);
  const side = (y: number): number => around(Math.PI / 2, level(Math.PI / 2, y), 0)[0];
  atlas.region('face', [0, 0, 0.5, 0.5], (u, v) => {
    const x = (u - 0.5) * 0.19;
    const y = 0.125 - v * 0.26;
    const ax = Math.abs(x);
    let c = mixTone(fur, furDeep, 0.35 * smoothstep(0.06, 0.11, y));
    const tint = (t: Tone, w: number): void => void (c = mixTone(c, t, w));
    // The cream stops before the silhouette: the back of the head takes its colour from there.
    const throat = smoothstep(-0.079, -0.083, y);
    tint(cream, furEdge(-creamLine(ax), ax, 130, 0.006, -y) * Math.max(throat, 1 - smoothstep(-0.003, -0.001, ax - side(y))));
    // Pale dots over the brows make them stand out.
    tint(cream, 0.55 * bell((ax - eye.x + 0.002) / 0.013, (y - eye.y - eye.upper - 0.0165) / 0.0075));
    tint(blush, 0.42 * bell((ax - eye.x - 0.016) / 0.0125, (y - eye.y + 0.03) / 0.0075));
    const dx = (ax - eye.x) / (eye.width / 2);
    const rim = Math.sqrt(dx * dx + ((y - eye.y) / (y > eye.y ? eye.upper : eye.lower)) ** 2);
    tint(dark, 0.34 * (1 - smoothstep(1.0, 1.28, rim)));
    // Mouth, the line up to the nose, and whisker spots.
    const d = y - lipLine(x);
    const ends = 1 - smoothstep(0.94, 1.04, ax / mouth.halfWidth);
    tint(dark, 0.9 * bell(d / 0.00085) * ends);
    tint(dark, 0.7 * bell(x / 0.0007) * smoothstep(lipLine(0) - 0.001, lipLine(0), y) * smoothstep(nose.y, nose.y - 0.003, y));
    for (const [wx, wy] of [[0.0165, -0.0515], [0.0215, -0.0555], [0.0205, -0.0485]] as const) tint(furDeep, 0.7 * smoothstep(0.0011, 0.0006, Math.hypot(ax - wx, y - wy)));
    const calm = Math.min(smoothstep(1.15, 1.5, rim), smoothstep(1, 1.4, Math.hypot(x / 0.03, (y + 0.056) / 0.02)));
    // From the side, the bridge of the nose would draw a stray line between the eyes.
    const bridge = smoothstep(0.02, 0.03, ax) + smoothstep(0.03, 0.04, y) + 1 - smoothstep(nose.y + 0.004, nose.y + 0.012, y);
    return { lit: mixColour(c.lit, cream.lit, 0.06), shade: c.shade, outline: 0.9 * Math.min(calm, bridge) };
  });
}
