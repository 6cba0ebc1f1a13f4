import type { Hertz, Language, Seconds } from '../../../core/index.ts';
import type { TimedPhoneme } from '../mouth/ipa-shapes.ts';
import { resample } from '../resample.ts';
import { levelSpeech, measureLoudness } from '../shape-sentence.ts';

/** Something that eSpeak NG tells while it speaks. */
export interface EspeakEvent {
  /** `phoneme`, `word`, `sentence`, `end` and others. */
  readonly type: string;
  /** In the sound of all that is said, in milliseconds. */
  readonly audio_position: number;
  /** A phoneme in IPA; empty for a pause. */
  readonly id?: string | number;
}

/** What Attune uses of eSpeak NG compiled to JavaScript, as the package `@echogarden/espeak-ng-emscripten` exposes it. */
export interface Espeak {
  get_samplerate(): Hertz;
  set_voice(name: string): unknown;
  /** Words a minute. */
  set_rate(rate: number): unknown;
  /** From 0 to 100. */
  set_pitch(pitch: number): unknown;
  set_range(range: number): unknown;
  /** Hands over 16-bit samples and events, piece by piece, before it returns. */
  synthesize(text: string, take: (samples: ArrayBuffer | null, events: readonly EspeakEvent[]) => void): unknown;
}

/** The module's default export starts it. */
export interface EspeakModule {
  readonly default: () => Promise<{ readonly eSpeakNGWorker: new () => Espeak | Promise<Espeak> }>;
}

export interface EspeakRequest {
  readonly text: string;
  readonly language: Language;
  readonly rate: number;
  readonly pitch: number;
  readonly range: number;
  readonly sampleRate: Hertz;
}

export interface EspeakSentence {
  readonly samples: Float32Array<ArrayBuffer>;
  /** In order and without gaps; phonemes in IPA. */
  readonly phonemes: readonly TimedPhoneme[];
  readonly loudness: Float32Array<ArrayBuffer>;
}

const VOICES: Readonly<Record<Language, string>> = { en: 'en-us', zh: 'cmn' };

/**
 * Says a sentence.
 *
 * @throws {Error} when no sound came
 */
export function sayByEspeak(espeak: Espeak, { text, language, rate, pitch, range, sampleRate }: EspeakRequest): EspeakSentence {
  espeak.set_voice(VOICES[language]);
  espeak.set_rate(Math.round(rate));
  espeak.set_pitch(Math.round(pitch));
  espeak.set_range(Math.round(range));
  const chunks: Int16Array[] = [];
  const events: EspeakEvent[] = [];
  espeak.synthesize(text, (samples, told) => {
    // The memory is eSpeak's own, and used again.
    if (samples && samples.byteLength > 0) chunks.push(new Int16Array(samples.slice(0)));
    events.push(...told);
  });
  const own = espeak.get_samplerate();
  const sound = new Float32Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) for (const sample of chunk) sound[at++] = sample / 32_768;
  if (sound.length === 0) throw new Error(`expected eSpeak NG to say "${text.slice(0, 40)}", but it gave no sound`);
  const loudness = measureLoudness(sound, own);
  const samples = resample(sound, own, sampleRate);
  levelSpeech(samples);
  return { samples, loudness, phonemes: phonemesOf(events, sound.length / own) };
}

function phonemesOf(events: readonly EspeakEvent[], end: Seconds): EspeakSentence['phonemes'] {
  const told = events.filter(({ type }) => type === 'phoneme' || type === 'end').map(({ id, audio_position }) => ({ phoneme: String(id ?? ''), start: Math.min(end, audio_position / 1000) }));
  const starts = [{ phoneme: '', start: 0 }, ...told];
  return starts.map(({ phoneme, start }, i) => ({ phoneme, start, end: starts[i + 1]?.start ?? end })).filter((each) => each.end > each.start);
}
