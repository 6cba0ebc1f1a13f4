import { AttuneError, type Hertz } from '../../../core/index.ts';

/** More than two minutes of 24 kHz: no sentence is longer. */
const MOST_BYTES = 24_000 * 2 * 150;
const FIRST_BYTES = { RIFF: 'a WAV file', 'OggS': 'an Ogg file', ID3: 'an MP3 file', '{': 'JSON', '<': 'a page' } as const;

/**
 * Reads a stream of raw 16-bit samples, mono, little endian, as it comes in. What has come since the last was taken is
 * given at once; an odd byte waits for its other half. It ends when the signal is aborted.
 *
 * @throws {AttuneError} `speech-failed` when something else comes, or more than a sentence can be
 */
export async function* readPcm(body: ReadableStream<Uint8Array>, url: string, signal: AbortSignal): AsyncGenerator<Float32Array> {
  const reader = body.getReader();
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop);
  let odd: number | null = null;
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (total === 0) expectSamples(value, url);
      total += value.length;
      if (total > MOST_BYTES) throw new AttuneError('speech-failed', `Expected the sound of one sentence from ${url}, but more than ${MOST_BYTES} bytes came. Check which server answers there.`);
      const bytes: Uint8Array = odd === null ? value : Uint8Array.of(odd, ...value);
      odd = bytes.length % 2 === 1 ? bytes[bytes.length - 1]! : null;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const samples = new Float32Array(bytes.length >> 1);
      for (let i = 0; i < samples.length; i += 1) samples[i] = view.getInt16(2 * i, true) / 32_768;
      if (samples.length > 0) yield samples;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function expectSamples(start: Uint8Array, url: string): void {
  const text = String.fromCharCode(...start.subarray(0, 4));
  const other = Object.entries(FIRST_BYTES).find(([mark]) => text.startsWith(mark));
  if (other) throw new AttuneError('speech-failed', `Expected raw 16-bit samples from ${url} (response_format "pcm"), but ${other[1]} came. Set "format" as the server needs it, or check its address.`);
}

/** Brings pieces of a stream together until they last so long, so that the mouth and the player get no crumbs. */
export async function* gatherSamples(pieces: AsyncIterable<Float32Array>, rate: Hertz, seconds: number): AsyncGenerator<{ readonly samples: Float32Array; readonly last: boolean }> {
  let waiting: Float32Array[] = [];
  let length = 0;
  const join = (): Float32Array => {
    const samples = new Float32Array(length);
    let at = 0;
    for (const piece of waiting) {
      samples.set(piece, at);
      at += piece.length;
    }
    [waiting, length] = [[], 0];
    return samples;
  };
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length >= rate * seconds) yield { samples: join(), last: false };
  }
  yield { samples: join(), last: true };
}
