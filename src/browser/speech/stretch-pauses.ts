import type { Seconds } from '../../core/index.ts';
import type { Pcm } from './parse-wav.ts';
import { type TimedPhone, isPause } from './phones.ts';

/** A pause is cut or lengthened in its middle; so much at its edges is left, in which sounds die away and begin. */
const EDGE: Seconds = 0.03;

/**
 * Makes the pauses between the phrases of a sentence longer or shorter; that before the first and after the last sound are left.
 *
 * @param factor on their lengths
 */
export function stretchPauses(pcm: Pcm, phones: readonly TimedPhone[], factor: number): { readonly pcm: Pcm; readonly phones: readonly TimedPhone[] } {
  const first = phones.findIndex(({ phone }) => !isPause(phone));
  const last = phones.findLastIndex(({ phone }) => !isPause(phone));
  const parts: Float32Array[] = [];
  const moved: TimedPhone[] = [];
  let taken = 0;
  let shift: Seconds = 0;
  phones.forEach(({ phone, start, end }, i) => {
    const inner = isPause(phone) && i > first && i < last ? end - start - 2 * EDGE : 0;
    const more = inner > 0 ? Math.max(-inner, (end - start) * (factor - 1)) : 0;
    const change = Math.round(more * pcm.sampleRate);
    if (change !== 0) {
      const middle = Math.round(((start + end) / 2) * pcm.sampleRate);
      const [until, from] = change > 0 ? [middle, middle] : [middle + Math.ceil(change / 2), middle + Math.ceil(change / 2) - change];
      parts.push(pcm.samples.subarray(taken, until), new Float32Array(Math.max(0, change)));
      taken = from;
    }
    moved.push({ phone, start: start + shift, end: end + shift + change / pcm.sampleRate });
    shift += change / pcm.sampleRate;
  });
  if (parts.length === 0) return { pcm, phones };
  parts.push(pcm.samples.subarray(taken));
  return { pcm: { samples: joined(parts), sampleRate: pcm.sampleRate }, phones: moved };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
