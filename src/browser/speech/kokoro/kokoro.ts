import type { Hertz, Seconds } from '../../../core/index.ts';
import type { TimedPhoneme } from '../mouth/ipa-shapes.ts';
import { resample } from '../resample.ts';
import { levelSpeech, measureLoudness } from '../shape-sentence.ts';

/** The network, whatever runs it. */
export interface KokoroSession {
  /**
   * @param tokens of the phonemes, with a 0 before and after
   * @param style {@link STYLE_SIZE} numbers
   * @returns samples at {@link KOKORO_RATE}, and how long each token lasts in parts of the whole, where the model tells that
   */
  run(tokens: BigInt64Array, style: Float32Array, speed: number): Promise<{ readonly waveform: Float32Array; readonly durations: ArrayLike<number | bigint> | null }>;
}

export interface Kokoro {
  readonly session: KokoroSession;
  /** The token of each phoneme that the model knows. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** A style for every number of tokens, {@link STYLE_SIZE} numbers each. */
  readonly styles: Float32Array;
}

export interface KokoroRequest {
  /** In Misaki's alphabet, or in IPA as eSpeak NG writes it. */
  readonly phonemes: string;
  readonly speed: number;
  readonly sampleRate: Hertz;
}

export interface KokoroSentence {
  readonly samples: Float32Array<ArrayBuffer>;
  /** In order and without gaps; null where the model doesn't tell how long they are. */
  readonly phonemes: readonly TimedPhoneme[] | null;
  readonly loudness: Float32Array<ArrayBuffer>;
}

export const KOKORO_RATE: Hertz = 24_000;
const STYLE_SIZE = 256;
/** Tokens that the model takes at once, without the two around them. */
const MOST_TOKENS = 510;

/**
 * Says phonemes. Those that the model does not know are left out; what is beyond its 510 tokens too.
 *
 * @throws {Error} when it knows none of them
 */
export async function sayByKokoro({ session, vocabulary, styles }: Kokoro, { phonemes, speed, sampleRate }: KokoroRequest): Promise<KokoroSentence> {
  const known = Array.from(phonemes.normalize('NFC')).filter((phoneme) => vocabulary.has(phoneme)).slice(0, MOST_TOKENS);
  if (known.length === 0) throw new Error(`expected phonemes that Kokoro knows, but got "${phonemes.slice(0, 40)}"`);
  const tokens = BigInt64Array.from([0n, ...known.map((phoneme) => BigInt(vocabulary.get(phoneme)!)), 0n]);
  const row = Math.min(known.length, styles.length / STYLE_SIZE - 1);
  const { waveform, durations } = await session.run(tokens, styles.slice(row * STYLE_SIZE, (row + 1) * STYLE_SIZE), speed);
  const samples = resample(waveform, KOKORO_RATE, sampleRate);
  levelSpeech(samples);
  return { samples, loudness: measureLoudness(waveform, KOKORO_RATE), phonemes: durations && timePhonemes(known, durations, waveform.length / KOKORO_RATE) };
}

function timePhonemes(known: readonly string[], durations: ArrayLike<number | bigint>, end: Seconds): KokoroSentence['phonemes'] {
  const lengths = Array.from(durations, Number);
  if (lengths.length !== known.length + 2) return null;
  const unit = end / lengths.reduce((sum, length) => sum + length, 0);
  let start = 0;
  return ['', ...known, ''].map((phoneme, i) => {
    const timed = { phoneme, start, end: start + lengths[i]! * unit };
    start = timed.end;
    return timed;
  });
}

/**
 * The tokens of the model's `tokenizer.json`.
 *
 * @throws {Error} when it is something else
 */
export function parseVocabulary(text: string): ReadonlyMap<string, number> {
  const vocabulary = (JSON.parse(text) as { model?: { vocab?: Record<string, number> } }).model?.vocab;
  if (!vocabulary || Object.values(vocabulary).some((token) => !Number.isInteger(token))) throw new Error('expected a tokenizer.json with the tokens under model.vocab');
  return new Map(Object.entries(vocabulary));
}

/** The styles of a voice's .bin file. */
export function parseStyles(file: Uint8Array<ArrayBuffer>): Float32Array {
  const numbers = file.byteLength / 4;
  if (numbers === 0 || numbers % STYLE_SIZE !== 0) throw new Error(`expected a voice of rows of ${STYLE_SIZE} 32-bit floats, but got ${file.byteLength} bytes`);
  return new Float32Array(file.slice().buffer);
}
