import type { VoiceHop } from '../../src/browser/voice/features/descriptors.ts';
import { createVoiceFeatures, HOP } from '../../src/browser/voice/features/voice-features.ts';
import { FRAME } from '../../src/browser/voice/voice-frame.ts';
import { createUtteranceReader } from '../../src/browser/voice/voice-reader.ts';
import { createRandom } from '../../src/learn/random.ts';
import { loadVoiceNet } from '../../models/voice/load-net.ts';
import { findSpeech } from '../voices/find-speech.ts';

/** How excited a sound appears, by the voice head that ships, as it tells it live; null where it tells nothing. */
export interface HeardArousal {
  /** After what it heard of this voice before, in a shuffled order: as `npm run evaluate -- voice` hears people. */
  readonly known: number | null;
  /** As the first words of somebody. */
  readonly first: number | null;
}

const SEED = 5;

/** Hears all that one voice says. @param sounds of one sentence each, at 16 kHz */
export function hearArousal(sounds: readonly Float32Array[]): HeardArousal[] {
  const net = loadVoiceNet();
  const reader = createUtteranceReader(net);
  const utterances = sounds.map(hopsOf);
  const first = utterances.map((hops) => {
    reader.reset();
    reader.hear(hops, true);
    return reader.read()?.arousal.mean ?? null;
  });
  reader.reset();
  const known: (number | null)[] = [];
  for (const place of createRandom(SEED).shuffle(Int32Array.from(utterances.keys()))) {
    reader.hear(utterances[place]!, true);
    known[place] = reader.settle()?.arousal.mean ?? null;
  }
  return utterances.map((_, i) => ({ known: known[i]!, first: first[i]! }));
}

function hopsOf(samples: Float32Array): VoiceHop[] {
  const whole = samples.subarray(0, samples.length - (samples.length % FRAME));
  const speech = findSpeech(whole);
  return createVoiceFeatures().push(whole).slice((speech.indexOf(true) * FRAME) / HOP, ((speech.lastIndexOf(true) + 1) * FRAME) / HOP);
}
