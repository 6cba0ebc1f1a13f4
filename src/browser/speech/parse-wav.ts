import type { Hertz } from '../../core/index.ts';

export interface Pcm {
  /** Mono samples in [-1, 1]. */
  readonly samples: Float32Array;
  readonly sampleRate: Hertz;
}

/**
 * Reads a RIFF WAVE file of 16-bit mono PCM, the only kind that Flite writes.
 *
 * @throws {Error} when it is anything else
 */
export function parseWav(file: Uint8Array): Pcm {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tag = (at: number): string => String.fromCharCode(...file.subarray(at, at + 4));
  if (file.length < 44 || tag(0) !== 'RIFF' || tag(8) !== 'WAVE') {
    throw new Error(`expected a RIFF WAVE file, but got ${file.length} bytes that start "${tag(0)}"`);
  }
  let sampleRate = 0;
  for (let at = 12; at + 8 <= file.length;) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (tag(at) === 'fmt ') {
      const [format, channels, bits] = [view.getUint16(body, true), view.getUint16(body + 2, true), view.getUint16(body + 14, true)];
      if (format !== 1 || channels !== 1 || bits !== 16) {
        throw new Error(`expected 16-bit mono PCM, but got format ${format} with ${channels} channels of ${bits} bits`);
      }
      sampleRate = view.getUint32(body + 4, true);
    }
    if (tag(at) === 'data' && sampleRate > 0) {
      const samples = new Float32Array(Math.min(size, file.length - body) >> 1);
      for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(body + 2 * i, true) / 32768;
      return { samples, sampleRate };
    }
    at = body + size + (size & 1);
  }
  throw new Error('expected a WAVE file with a format and samples, but one of the two is missing');
}
