import type { Transcribe } from '../../src/browser/hearing/transcriber.ts';
import type { Silero } from '../../src/browser/voice/silero.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';
import { showProgress } from '../../src/learn/progress.ts';
import { hearWords } from './hear-words.ts';
import { compareWords, wordErrorRate, type WordErrors, wordsOf } from './word-errors.ts';

/** A recording of which it is known what is said. */
export interface Spoken {
  readonly text: string;
  /** By whom intervals are drawn. */
  readonly speaker: string;
  /** At 16 kHz, with the silence around it. */
  read(): Promise<Float32Array>;
}

export interface HeardSentence extends WordErrors {
  readonly said: string;
  readonly heard: string;
  /** Of all that was heard, by length; 0 where nothing was. */
  readonly confidence: number;
}

export interface HeardSet {
  readonly sentences: readonly HeardSentence[];
  readonly wer: number;
  readonly interval: Interval;
  /** Seconds handed to the recogniser, and the seconds that each call took. */
  readonly sound: number;
  readonly taken: readonly number[];
}

/** Hears recordings one after the other, each by a listener that begins anew. */
export async function hearSet(title: string, silero: Silero, transcribe: Transcribe, spoken: readonly Spoken[]): Promise<HeardSet> {
  const progress = showProgress(title, spoken.length);
  const sentences: HeardSentence[] = [];
  const taken: number[] = [];
  let sound = 0;
  for (const each of spoken) {
    const result = await hearWords(silero, transcribe, await each.read());
    const parts = result.speeches.filter(({ text }) => text !== '');
    const heard = parts.map(({ text }) => text).join(' ');
    const confidence = parts.reduce((sum, part) => sum + part.confidence * part.text.length, 0) / Math.max(1, parts.reduce((sum, part) => sum + part.text.length, 0));
    sentences.push({ ...compareWords(wordsOf(each.text), wordsOf(heard)), said: each.text, heard, confidence });
    sound += result.sound;
    taken.push(result.taken);
    progress.update(sentences.length);
  }
  progress.stop();
  const { wer } = bootstrapIntervals(sentences.length, (items) => ({ wer: wordErrorRate(Array.from(items, (item) => sentences[item]!)) }), { seed: 1, groups: spoken.map(({ speaker }) => speaker) });
  return { sentences, wer: wordErrorRate(sentences), interval: wer, sound, taken };
}

/** A sound in the middle of some noise, which begins a while before it. */
export function inNoise(sound: Float32Array, noise: (seconds: number) => Float32Array): Float32Array {
  const before = 1.5;
  const mixed = noise(sound.length / RATE + 2 * before);
  for (let i = 0; i < sound.length; i += 1) mixed[before * RATE + i]! += sound[i]!;
  return mixed;
}
