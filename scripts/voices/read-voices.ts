import type { Net } from '../../src/browser/nets/net-file.ts';
import { createUtteranceReader } from '../../src/browser/voice/voice-reader.ts';
import type { VoiceReading } from '../../src/browser/voice/voice-head.ts';
import { createRandom } from '../../src/learn/random.ts';
import { HOP } from '../../src/browser/voice/features/voice-features.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import type { LabelledVoice } from './labelled-voices.ts';
import type { Utterances } from './voices-of.ts';

/**
 * How much a reader knows of a speaker before each clip:
 * - `none`: nothing, it is reset each time;
 * - `online`: what it learnt of the clips before, in a shuffled order, as live;
 * - `blocked`: the same, but all clips of one emotion follow each other, the worst case of a running mean;
 * - `whole`: it has heard all of the speaker's clips once before.
 */
export type Acquaintance = 'none' | 'online' | 'blocked' | 'whole';

/**
 * Reads every clip with the very code that runs live.
 *
 * @param seconds after how much of a clip its reading is taken; at its end when left out
 */
export function readVoices(voices: readonly LabelledVoice[], utterances: Utterances, netOf: (speaker: string) => Net, acquaintance: Acquaintance, seconds = Infinity): (VoiceReading | null)[] {
  const readings: (VoiceReading | null)[] = voices.map(() => null);
  for (const speaker of new Set(voices.map((each) => each.speaker))) {
    const reader = createUtteranceReader(netOf(speaker));
    const clips = createRandom(5).shuffle(Int32Array.from(voices.flatMap((each, index) => (each.speaker === speaker ? [index] : []))));
    if (acquaintance === 'blocked') clips.sort((a, b) => (voices[a]!.word < voices[b]!.word ? -1 : voices[a]!.word > voices[b]!.word ? 1 : a - b));
    const hear = (clip: number): VoiceReading | null => {
      const hops = utterances[clip]!;
      const early = Math.round(Math.min(hops.length, (seconds * RATE) / HOP));
      reader.hear(hops.slice(0, early), true);
      const reading = reader.read();
      reader.hear(hops.slice(early), true);
      reader.settle();
      return reading;
    };
    if (acquaintance === 'whole') clips.forEach(hear);
    for (const clip of clips) {
      if (acquaintance === 'none') reader.reset();
      readings[clip] = hear(clip);
    }
  }
  return readings;
}
