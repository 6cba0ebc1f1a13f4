import { readFileSync } from 'node:fs';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { createUtteranceReader } from '../../src/browser/voice/voice-reader.ts';
import { UNKNOWN_VARIANCE } from '../../src/core/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import type { LabelledVoice } from '../../scripts/voices/labelled-voices.ts';
import { readSound } from '../../scripts/voices/read-sound.ts';
import { hearClip } from '../../scripts/voices/voices-of.ts';
import { addNoise, drawSession, STUDIO } from './sessions.ts';
import { changePitch } from './stretch.ts';

/** One clip in so many is perturbed. */
const EVERY = 9;

/** How unsure the net is, as mean variance, of clips that something was done to that it has not learnt. */
export async function tellPerturbed(voices: readonly LabelledVoice[], netOf: (speaker: string) => Net): Promise<Record<string, number>> {
  const clips = voices.filter((_, index) => index % EVERY === 0);
  const sounds: Float32Array[] = [];
  for (const { file } of clips) sounds.push(await readSound(readFileSync(file)));
  const power = (samples: Float32Array): number => samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const done: Readonly<Record<string, (samples: Float32Array, index: number) => Float32Array>> = {
    'as it is': (samples) => samples,
    'telephone, room and noise': (samples) => drawSession(5000, 3).record(samples, createRandom(1)),
    'noise as loud as the voice': (samples) => addNoise(samples, power(samples), 0.5, createRandom(2)),
    'a child\'s pitch': (samples) => changePitch(samples, 1.7),
    'two speakers at once': (samples, index) => {
      const other = sounds[(index + (sounds.length >> 1)) % sounds.length]!;
      return samples.map((sample, i) => sample + (other[i] ?? 0));
    },
    'played backwards': (samples) => samples.toReversed(),
  };
  const variances = Object.fromEntries(Object.entries(done).map(([name, alter]) => {
    const sum = clips.reduce((total, { speaker }, index) => {
      const reader = createUtteranceReader(netOf(speaker));
      reader.hear(hearClip(alter(sounds[index]!, index), STUDIO, createRandom(1)), true);
      const reading = reader.settle();
      return total + (reading ? (reading.valence.variance + reading.arousal.variance + reading.dominance.variance) / 3 : UNKNOWN_VARIANCE);
    }, 0);
    return [name, sum / clips.length];
  }));
  console.log(`Perturbed clips of EmoDB, first utterance of a speaker, as variance: ${Object.entries(variances).map(([name, variance]) => `${name} ${variance.toFixed(3)}`).join(', ')}`);
  return variances;
}
