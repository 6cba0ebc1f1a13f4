import type { Hertz, Seconds, SpeechTone } from '../../core/index.ts';
import { addBreath } from './add-breath.ts';
import { fliteScript, rangeOfWhole } from './flite-script.ts';
import type { Flite } from './flite.ts';
import { makeMetallic } from './make-metallic.ts';
import { phraseWords } from './phrase-words.ts';
import { type SpokenSentence, shapeSentence } from './shape-sentence.ts';
import { toneToProsody } from './tone-to-prosody.ts';
import { type FliteVoice, VOICE_CHARACTERS } from './voices.ts';
import { wordProsody } from './word-prosody.ts';

/** One piece of an utterance, and how it shall sound. */
export interface SentenceRequest {
  /** Of a text that `cleanText` cleaned. */
  readonly text: string;
  readonly voice: FliteVoice;
  readonly tone: SpeechTone;
  readonly sampleRate: Hertz;
  readonly lead: Seconds;
  readonly tail: Seconds;
  /** Whether a breath may be heard before it, if the tone has one; it comes before the lead. */
  readonly breathes: boolean;
}

/** A sampling rate that is asked for other formants is a multiple of this, so that the resampler's steps stay few. */
const RATE_STEP: Hertz = 100;

/**
 * Says a sentence: phrases and words get their targets, Flite speaks them, and what it can't do is done to its sound.
 *
 * Formants move by playing faster what was said as much slower and lower, so that pitch and length come out as wanted.
 *
 * @throws {Error} when Flite fails
 */
export async function saySentence(flite: Flite, { text, voice, tone, sampleRate, lead, tail, breathes }: SentenceRequest): Promise<SpokenSentence> {
  const prosody = toneToProsody(tone, voice);
  const rate = Math.round((prosody.formants * FLITE_RATE) / RATE_STEP) * RATE_STEP;
  const faster = rate / FLITE_RATE;
  const asked = { ...prosody, stretch: prosody.stretch * faster, pitch: prosody.pitch / faster, range: prosody.range / faster };
  const { bare, melody, metallic } = VOICE_CHARACTERS[voice];
  const words = wordProsody(phraseWords(text), asked);
  const range = melody ? (rangeOfWhole(words) ?? asked.range) : asked.range;
  const { pcm, phones } = await flite.synthesise(fliteScript(words, melody), bare, { ...asked, range });
  if (metallic) makeMetallic(pcm.samples, rate);
  const played = phones.map(({ phone, start, end }) => ({ phone, start: start / faster, end: end / faster }));
  const sentence = shapeSentence({ samples: pcm.samples, sampleRate: rate }, played, {
    sampleRate, gain: prosody.gain, tilt: prosody.tilt, pauses: prosody.pauses, lead, tail,
  });
  return breathes && prosody.breath !== null ? addBreath(sentence, sampleRate, prosody.breath) : sentence;
}

/** At which Flite speaks with each of our voices. */
const FLITE_RATE: Hertz = 16_000;
