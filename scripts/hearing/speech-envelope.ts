import type { Seconds } from '../../src/index.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';

/** 10 ms. */
const HOP = RATE / 100;
const BELOW_PEAK = 25;
const ABOVE_NOISE = 6;
/** The quiet parts of a clip. */
const QUIET = 0.1;
/** Hops in a row: a click of the lips is shorter. */
const LASTING = 3;

/**
 * Where a recorded sentence begins and ends by its energy alone: the first and last 30 ms in which the RMS of every 10 ms is
 * within 25 dB of the loudest and 6 dB above the quiet parts. Made to judge the listener, so it shares no code with it.
 */
export function envelopeEdges(samples: Float32Array): { readonly begins: Seconds; readonly ends: Seconds } {
  const levels = Array.from({ length: Math.floor(samples.length / HOP) }, (_, i) => {
    let sum = 1e-12;
    for (let k = i * HOP; k < (i + 1) * HOP; k += 1) sum += samples[k]! ** 2;
    return 10 * Math.log10(sum / HOP);
  });
  const sorted = levels.toSorted((a, b) => a - b);
  const threshold = Math.max(sorted.at(-1)! - BELOW_PEAK, sorted[Math.floor(QUIET * sorted.length)]! + ABOVE_NOISE);
  const lasting = levels.map((_, i) => levels.slice(i, i + LASTING).every((level) => level >= threshold) && i + LASTING <= levels.length);
  return { begins: lasting.indexOf(true) / 100, ends: (lasting.lastIndexOf(true) + LASTING) / 100 };
}
