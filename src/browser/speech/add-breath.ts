import type { Decibels, Hertz, Seconds } from '../../core/index.ts';
import { LOUDNESS_HOP, type SpokenSentence } from './shape-sentence.ts';

/** How long a quick breath between two sentences is. */
export const BREATH: Seconds = 0.24;
/** When it is loudest: air is drawn in faster and faster, then held. */
const FULLEST = 0.7;
/** Resonances of an open mouth through which air is drawn in: frequency, bandwidth and share. */
const RESONANCES: readonly (readonly [centre: Hertz, width: Hertz, share: number])[] = [[1150, 500, 1], [2700, 700, 0.8], [4300, 1200, 0.5]];

/**
 * Has a breath drawn in before a sentence. It sounds the same each time.
 *
 * @param level RMS of its fullest part, in dB of full scale
 */
export function addBreath({ samples, phones, loudness }: SpokenSentence, sampleRate: Hertz, level: Decibels): SpokenSentence {
  const air = drawIn(Math.round(BREATH * sampleRate), sampleRate, 10 ** (level / 20));
  const both = new Float32Array(air.length + samples.length);
  both.set(air);
  both.set(samples, air.length);
  const hops = Math.round(BREATH / LOUDNESS_HOP);
  const heard = new Float32Array(hops + loudness.length);
  heard.set(loudness, hops);
  return {
    samples: both, loudness: heard,
    phones: [{ phone: 'brth', start: 0, end: BREATH }, ...phones.map(({ phone, start, end }) => ({ phone, start: start + BREATH, end: end + BREATH }))],
  };
}

function drawIn(length: number, sampleRate: Hertz, amplitude: number): Float32Array {
  const air = new Float32Array(length);
  for (const [centre, width, share] of RESONANCES) {
    const radius = Math.exp((-Math.PI * width) / sampleRate);
    const turn = 2 * radius * Math.cos((2 * Math.PI * centre) / sampleRate);
    let [before, last, noise] = [0, 0, 1];
    for (let i = 0; i < length; i += 1) {
      noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
      const out = (1 - radius) * (noise / 2 ** 31 - 1) + turn * last - radius * radius * before;
      [before, last] = [last, out];
      air[i]! += share * out;
    }
  }
  let power = 0;
  for (const sample of air) power += sample * sample;
  const scale = amplitude / Math.sqrt(power / length);
  return air.map((sample, i) => {
    const at = i / length;
    const drawn = at < FULLEST ? at / FULLEST : (1 - at) / (1 - FULLEST);
    return scale * drawn * drawn * (3 - 2 * drawn) * sample;
  });
}
