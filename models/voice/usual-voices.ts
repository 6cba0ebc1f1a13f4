import { readFileSync } from 'node:fs';
import type { LabelledVoices } from '../../scripts/voices/labelled-voices.ts';
import { readSound } from '../../scripts/voices/read-sound.ts';
import { hearClip, keepUtterances, utteranceFile } from '../../scripts/voices/voices-of.ts';
import { createRandom } from '../../src/learn/random.ts';
import { drawSession } from './sessions.ts';
import type { Stranger } from './strangers.ts';

export const USUAL = 'one voice in another room, by another microphone';

/** How often each clip is recorded in a session of its own: with few sessions, a net would take every other microphone for strange. */
const TIMES = 2;
const FIRST_SESSION = 7000;

/** What strangers are told apart from: one voice, in as many rooms and by as many microphones; minutes the first time. */
export async function usualVoices(corpus: LabelledVoices): Promise<Stranger[]> {
  const { voices } = corpus;
  const made = await keepUtterances(utteranceFile(corpus, USUAL, ['models/voice/usual-voices.ts']), `Features of ${USUAL}`, TIMES * voices.length, async (at) =>
    hearClip(await readSound(readFileSync(voices[at % voices.length]!.file)), drawSession(FIRST_SESSION + at, 3), createRandom(at)));
  return made.map((hops, at) => ({ kind: USUAL, hops, speakers: [voices[at % voices.length]!.speaker] }));
}
