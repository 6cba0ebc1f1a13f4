import { readFileSync } from 'node:fs';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { createVoiceReader } from '../../src/browser/voice/voice-reader.ts';
import { FRAME } from '../../src/browser/voice/voice-frame.ts';
import { describe } from '../statistics.ts';
import type { LabelledVoice } from './labelled-voices.ts';
import { readSound } from './read-sound.ts';

const CLIPS = 12;
/** Frames between two readings: 0.25 s. */
const EVERY = 8;

/** How long one reading of an utterance under way takes, in milliseconds, on a few clips heard as live. */
export async function timeReader(voices: readonly LabelledVoice[], net: Net): Promise<{ median: number; p95: number }> {
  const reader = createVoiceReader(net);
  const times: number[] = [];
  for (const { file } of voices.slice(0, CLIPS)) {
    const sound = await readSound(readFileSync(file));
    for (let frame = 0; (frame + 1) * FRAME <= sound.length; frame += 1) {
      reader.push(sound.subarray(frame * FRAME, (frame + 1) * FRAME), true);
      if (frame % EVERY !== EVERY - 1) continue;
      const began = performance.now();
      reader.read();
      times.push(performance.now() - began);
    }
    reader.settle();
  }
  const { p50, p95 } = describe(times);
  return { median: p50, p95 };
}
