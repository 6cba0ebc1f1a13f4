import { FUNCTIONALS, summariseVoiceFeatures } from '../../src/browser/voice/features/functionals.ts';
import type { VoiceHop } from '../../src/browser/voice/features/descriptors.ts';
import { HOP } from '../../src/browser/voice/features/voice-features.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import { createRandom, type Random } from '../../src/learn/random.ts';
import type { LabelledVoices, VoiceWord } from '../../scripts/voices/labelled-voices.ts';
import { type Utterances, utterancesOf } from '../../scripts/voices/voices-of.ts';
import { drawSession, STUDIO } from './sessions.ts';
import { VOICE_CLASSES } from '../../src/browser/voice/voice-head.ts';

/** Each clip in one session: a speaker before one microphone. */
export interface Lessons {
  /** The index of each clip's class. */
  readonly labels: Int32Array;
  /** Who speaks in which session: statistics of a voice are kept within. */
  readonly speakers: readonly string[];
  readonly sessions: readonly Utterances[];
  /** By session and clip: the summary of the whole, then of its parts. */
  readonly summaries: readonly (readonly (readonly Float32Array[])[])[];
}

/** How many sessions are learnt from: the recordings as they are, and so many others. */
export const SESSIONS = 9;
const SEED = 1;
/** Beginnings of an utterance that are learnt from beside the whole, in seconds: live, it is read while it lasts. */
const BEGINNINGS = [0.6, 1, 1.4];
const STRETCHES = 2;

/** Features of a corpus in all sessions; minutes the first time. */
export async function learnFrom(voices: LabelledVoices, count = SESSIONS): Promise<Lessons> {
  const sessions: Utterances[] = [];
  for (let id = 0; id < count; id += 1) sessions.push(await utterancesOf(voices, id === 0 ? STUDIO : drawSession(id, SEED)));
  return {
    labels: Int32Array.from(voices.voices, ({ word }) => classOf(word)),
    speakers: voices.voices.map(({ speaker }) => speaker),
    sessions,
    summaries: sessions.map((utterances, session) => {
      const random = createRandom(SEED + session);
      return utterances.map((hops) => partsOf(hops, random).map(summariseVoiceFeatures));
    }),
  };
}

/** The class that the net learns a word as; -1 for one that it doesn't know. */
export function classOf(word: VoiceWord): number {
  return VOICE_CLASSES.indexOf(word === 'calm' ? 'neutral' : word as (typeof VOICE_CLASSES)[number]);
}

/** The whole utterance, then its beginnings and stretches from within as far as they are shorter: other words each. */
export function partsOf(hops: readonly VoiceHop[], random: Random): readonly (readonly VoiceHop[])[] {
  const hopsIn = (seconds: number): number => Math.round((seconds * RATE) / HOP);
  const beginnings = BEGINNINGS.map(hopsIn).filter((length) => length < 0.9 * hops.length).map((length) => hops.slice(0, length));
  const stretches = Array.from({ length: STRETCHES }, () => hopsIn(0.8 + 0.7 * random.uniform())).filter((length) => length < 0.9 * hops.length).map((length) => {
    const from = random.below(hops.length - length);
    return hops.slice(from, from + length);
  });
  return [hops, ...beginnings, ...stretches];
}

export const WIDTH = FUNCTIONALS.length;
