import { FUNCTIONALS, summariseVoiceFeatures } from '../../src/browser/voice/features/functionals.ts';
import type { VoiceHop } from '../../src/browser/voice/features/descriptors.ts';
import { HOP } from '../../src/browser/voice/features/voice-features.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
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

/** Features of a corpus in all sessions; minutes the first time. */
export async function learnFrom(voices: LabelledVoices, count = SESSIONS): Promise<Lessons> {
  const sessions: Utterances[] = [];
  for (let id = 0; id < count; id += 1) sessions.push(await utterancesOf(voices, id === 0 ? STUDIO : drawSession(id, SEED)));
  return {
    labels: Int32Array.from(voices.voices, ({ word }) => classOf(word)),
    speakers: voices.voices.map(({ speaker }) => speaker),
    sessions,
    summaries: sessions.map((utterances) => utterances.map((hops) => partsOf(hops).map(summariseVoiceFeatures))),
  };
}

/** The class that the net learns a word as; -1 for one that it doesn't know. */
export function classOf(word: VoiceWord): number {
  return VOICE_CLASSES.indexOf(word === 'calm' ? 'neutral' : word as (typeof VOICE_CLASSES)[number]);
}

/** The whole utterance, and its beginnings as far as they are shorter. */
function partsOf(hops: readonly VoiceHop[]): readonly (readonly VoiceHop[])[] {
  const lengths = BEGINNINGS.map((seconds) => Math.round((seconds * RATE) / HOP));
  return [hops, ...lengths.filter((length) => length < 0.9 * hops.length).map((length) => hops.slice(0, length))];
}

export const WIDTH = FUNCTIONALS.length;
