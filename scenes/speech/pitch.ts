import type { Hertz, Seconds } from 'attune';
import { PitchDetector } from 'pitchy';

/** The pitch at every {@link PITCH_HOP} of a sound, estimated from it; null where nothing is voiced. */
export type PitchCurve = readonly (Hertz | null)[];

export const PITCH_HOP: Seconds = 0.01;
/** Two and a half periods of the lowest pitch; longer blurs the melody. */
const WINDOW: Seconds = 0.04;
const LOWEST: Hertz = 60;
const HIGHEST: Hertz = 500;
/** Above this rate nothing of the pitch lies. */
const ENOUGH: Hertz = 16_000;
/** McLeod's clarity. The sound is clean, so what is less clear is a consonant. */
const CLEAR = 0.8;
/** Softer than this is no vowel, relative to full scale. */
const SOFTEST = 0.01;

/** Hops after which the page may draw. */
const AT_ONCE = 60;

/** Finds the pitch by McLeod's method (2005), a little at a time. It knows nothing of what the voice was asked to do. */
export async function estimatePitch({ samples, sampleRate }: { readonly samples: Float32Array; readonly sampleRate: Hertz }): Promise<PitchCurve> {
  const step = Math.max(1, Math.round(sampleRate / ENOUGH));
  const rate = sampleRate / step;
  const thinned = Float32Array.from({ length: Math.floor(samples.length / step) }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < step; k += 1) sum += samples[i * step + k]!;
    return sum / step;
  });
  const length = Math.round(WINDOW * rate);
  const detector = PitchDetector.forFloat32Array(length);
  detector.minVolumeAbsolute = SOFTEST;
  const window = new Float32Array(length);
  const curve: (Hertz | null)[] = [];
  const hops = Math.ceil(samples.length / sampleRate / PITCH_HOP);
  for (let i = 0; i < hops; i += 1) {
    if (i % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
    const middle = Math.round(i * PITCH_HOP * rate);
    for (let k = 0; k < length; k += 1) window[k] = thinned[middle - (length >> 1) + k] ?? 0;
    const [pitch, clarity] = detector.findPitch(window, rate);
    curve.push(clarity >= CLEAR && pitch >= LOWEST && pitch <= HIGHEST ? pitch : null);
  }
  return curve;
}
