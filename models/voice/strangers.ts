import { readFileSync } from 'node:fs';
import type { LabelledVoices } from '../../scripts/voices/labelled-voices.ts';
import { readSound } from '../../scripts/voices/read-sound.ts';
import { hearClip, keepUtterances, utteranceFile } from '../../scripts/voices/voices-of.ts';
import type { VoiceHop } from '../../src/browser/voice/features/descriptors.ts';
import { createRandom, type Random } from '../../src/learn/random.ts';
import { laughAlone, laughWith } from './laughter.ts';
import { addNoise, drawSession, type Session, STUDIO } from './sessions.ts';
import { strangeSounds } from './strange-sounds.ts';
import { changePitch, changeTempo } from './stretch.ts';

/** Something that is not one voice like those that were learnt from. */
export interface Stranger {
  readonly kind: string;
  /** Whose voices it is made of; nobody's where a machine speaks. */
  readonly speakers: readonly string[];
  readonly hops: readonly VoiceHop[];
}

type Change = (samples: Float32Array, random: Random, clip: number) => Float32Array;

/** Of each kind every other clip is made. */
const EVERY = 2;
/** Two of three are recorded in one of so many sessions, so that a strange voice isn't known by its clean sound. */
const SESSIONS = 40;
const FIRST_SESSION = 3000;
const CODE = ['strangers.ts', 'laughter.ts', 'strange-sounds.ts'].map((file) => `models/voice/${file}`);

/** Strange voices made of a corpus, of every kind; minutes the first time. */
export async function strangersOf(corpus: LabelledVoices): Promise<Stranger[]> {
  const { voices } = corpus;
  const sounds: Float32Array[] = [];
  for (const { file } of voices) sounds.push(await readSound(readFileSync(file)));
  const strangers: Stranger[] = [];
  for (const [index, [kind, change]] of Object.entries(changes(sounds)).entries()) {
    const clips = [...voices.keys()].filter((clip) => clip % EVERY === index % EVERY);
    const made = await keepUtterances(utteranceFile(corpus, kind, CODE), `Features of ${kind}`, clips.length, async (at) => {
      const clip = clips[at]!;
      const { alter, record } = sessionOf(clip);
      return hearClip(sounds[clip]!, { record, alter: (samples, random) => change(alter(samples, random), random, clip) }, createRandom(100_003 * (FIRST_SESSION + index) + clip));
    });
    made.forEach((hops, at) => strangers.push({ kind, hops, speakers: [clips[at]!, ...(kind === TWO ? [companionOf(clips[at]!, voices.length)] : [])].map((clip) => voices[clip]!.speaker) }));
  }
  return strangers;
}

const TWO = 'two voices at once';
export const BACKWARDS = 'a voice played backwards';

/** What is made of a recording, by the kind of strange voice that it becomes. @param sounds the recordings of the corpus */
function changes(sounds: readonly Float32Array[]): Readonly<Record<string, Change>> {
  const { scale, chord } = strangeSounds();
  const between = (random: Random, low: number, high: number): number => low + (high - low) * random.uniform();
  const level = (decibels: number): number => 10 ** (decibels / 20);
  return {
    [TWO]: (samples, random, clip) => mixed(samples, sounds[companionOf(clip, sounds.length)]!, level(between(random, -6, 0))),
    [BACKWARDS]: (samples) => samples.toReversed(),
    'noise as loud as the voice': (samples, random) => addNoise(samples, powerOf(samples) * level(between(random, -3, 3)) ** 2, between(random, 0, 0.95), random),
    'music as loud as the voice': (samples, random) => mixed(samples, changePitch(random.uniform() < 0.5 ? scale! : chord!, between(random, 0.6, 1.7)), level(between(random, -5, 3))),
    'a child\'s pitch': (samples, random) => {
      const factor = between(random, 1.4, 1.9);
      return changeTempo(changePitch(samples, factor), between(random, 1, factor));
    },
    'laughter-like bursts of a voice': laughWith,
    'laughter-like bursts of no voice': (samples, random) => laughAlone(samples.length, random),
  };
}

/** Another recording, of somebody else as EmoDB is ordered. */
function companionOf(clip: number, clips: number): number {
  return (clip + (clips >> 1)) % clips;
}

function sessionOf(clip: number): Session {
  return (clip >> 1) % 3 === 0 ? STUDIO : drawSession(FIRST_SESSION + (clip % SESSIONS), 3);
}

/** Adds another sound, brought to a level relative to the first; both from their beginning, the other one over and over. */
function mixed(samples: Float32Array, other: Float32Array, level: number): Float32Array {
  const factor = level * Math.sqrt(powerOf(samples) / (powerOf(other) + 1e-12));
  return samples.map((sample, i) => sample + factor * (other[i % other.length] ?? 0));
}

function powerOf(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
}
