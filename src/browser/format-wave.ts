import { AttuneError, type Hertz } from '../core/index.ts';

/**
 * A RIFF WAVE file of mono sound, in PCM of 16 bits.
 *
 * @param samples in [-1, 1]; what lies beyond is cut off
 * @param rate a whole number of hertz
 * @throws {AttuneError} `bad-input` when the rate is none
 */
export function formatWave(samples: Float32Array, rate: Hertz): Uint8Array<ArrayBuffer> {
  if (!(Number.isInteger(rate) && rate > 0 && rate < 2 ** 31)) throw new AttuneError('bad-input', `formatWave expected the sample rate as a whole number of hertz, but got ${rate}.`);
  const view = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const text = (at: number, letters: string): void => [...letters].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + 2 * samples.length, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) => view.setInt16(44 + 2 * i, Math.max(-32768, Math.min(32767, Math.round(sample * 32768))), true));
  return new Uint8Array(view.buffer);
}
