import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgentVoice, SENTENCES } from '../../scripts/hearing/agent-voice.ts';
import { readSound } from '../../scripts/voices/read-sound.ts';
import { hearClip, keepUtterances, utteranceFile } from '../../scripts/voices/voices-of.ts';
import { FLITE_VOICES } from '../../src/browser/speech/voices.ts';
import { createRandom } from '../../src/learn/random.ts';
import { drawSession, STUDIO } from './sessions.ts';
import type { Stranger } from './strangers.ts';

/** How often each voice says each sentence, in other tones and sessions. */
const TONES = 5;
const SEED = 6000;
const SESSIONS = 40;

/**
 * The agent's own voices: Flite's, saying our sentences in many tones, two of three in a made-up session.
 *
 * @param groups with which of these a sentence is left out
 */
export async function agentsVoices(groups: readonly string[]): Promise<Stranger[]> {
  const strangers: Stranger[] = [];
  let agent: Awaited<ReturnType<typeof createAgentVoice>> | undefined;
  for (const [index, voice] of FLITE_VOICES.entries()) {
    const path = utteranceFile({ name: 'flite', voices: [] }, voice, ['models/voice/machine-voices.ts', 'scripts/hearing/agent-voice.ts']);
    const made = await keepUtterances(path, `Features of the agent's voice ${voice}`, SENTENCES.length * TONES, async (at) => {
      agent ??= await createAgentVoice();
      const random = createRandom(SEED + 1000 * index + at);
      const sound = await agent.say(SENTENCES[at % SENTENCES.length]!, voice, { valence: 2 * random.uniform() - 1, arousal: 2 * random.uniform() - 1 });
      return hearClip(sound, at % 3 === 0 ? STUDIO : drawSession(SEED + (at % SESSIONS), 3), random);
    });
    made.forEach((hops, at) => strangers.push({ kind: `the agent's voice, ${voice}`, hops, speakers: [groups[(at % SENTENCES.length) % groups.length]!] }));
  }
  return strangers;
}

export const PRAAT = 'another synthesiser (Praat)';
const PRAAT_VOICES = ['Female1', 'Female3', 'Male1', 'Male4'];

/** Praat's synthesiser (eSpeak), saying the same: never learnt from; none where Praat is not installed. */
export async function praatVoices(): Promise<Stranger[]> {
  if (spawnSync('praat', ['--version']).error) return [];
  const folder = mkdtempSync(join(tmpdir(), 'attune-praat-'));
  try {
    const strangers: Stranger[] = [];
    const files = PRAAT_VOICES.flatMap((voice) => SENTENCES.map((sentence, at) => ({ voice, sentence, file: join(folder, `${voice}-${at}.wav`) })));
    const script = join(folder, 'say.praat');
    writeFileSync(script, files.map(({ voice, sentence, file }) => `Create SpeechSynthesizer: "English (Great Britain)", "${voice}"\nTo Sound: "${sentence}", "no"\nSave as WAV file: "${file}"\n`).join(''));
    const { status, stderr } = spawnSync('praat', ['--run', script], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`Expected Praat to say our sentences, but it failed: ${stderr.trim()}`);
    for (const [at, { file }] of files.entries()) strangers.push({ kind: PRAAT, hops: hearClip(await readSound(readFileSync(file)), STUDIO, createRandom(at)), speakers: [] });
    return strangers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
