import type { Hertz, Seconds } from '../../core/index.ts';

/** The walls of a small box of tin, and how much each reflects. */
const WALLS: readonly (readonly [delay: Seconds, share: number])[] = [[0.0043, 0.5], [0.0071, 0.35]];
/** What is left of a reflection at its next one. */
const AGAIN = 0.35;

/** Lets speech ring like a small box of tin, in place: feedback combs, whose notches lie close enough that formants survive. */
export function makeMetallic(samples: Float32Array, sampleRate: Hertz): void {
  const dry = new Float32Array(samples);
  for (const [delay, share] of WALLS) {
    const steps = Math.round(delay * sampleRate);
    const ringing = new Float32Array(samples.length);
    for (let i = steps; i < samples.length; i += 1) {
      ringing[i] = dry[i - steps]! + AGAIN * ringing[i - steps]!;
      samples[i]! += share * ringing[i]!;
    }
  }
}
