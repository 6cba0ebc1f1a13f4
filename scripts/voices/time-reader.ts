import { readFileSync } from 'node:fs';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { HOP } from '../../src/browser/voice/features/voice-features.ts';
import { createVoiceReader } from '../../src/browser/voice/voice-reader.ts';
import { FRAME } from '../../src/browser/voice/voice-frame.ts';
import { describe } from '../statistics.ts';
import type { LabelledVoice } from './labelled-voices.ts';
import { readSound } from './read-sound.ts';

const CLIPS = 12;
/** Frames between two readings: 0.25 s. */
const EVERY = 8;

/** What a voice costs, in milliseconds: one reading of an utterance under way, and the features of one hop of 16 ms. */
export interface VoiceCosts {
  readonly reading: { readonly median: number; readonly p95: number };
  readonly hop: { readonly median: number; readonly p95: number };
}

/** Times a reader on a few clips heard as live. */
export async function timeReader(voices: readonly LabelledVoice[], net: Net): Promise<VoiceCosts> {
  const reader = createVoiceReader(net);
  const [readings, hops]: [number[], number[]] = [[], []];
  for (const { file } of voices.slice(0, CLIPS)) {
    const sound = await readSound(readFileSync(file));
    for (let frame = 0; (frame + 1) * FRAME <= sound.length; frame += 1) {
      const started = performance.now();
      reader.push(sound.subarray(frame * FRAME, (frame + 1) * FRAME), true);
      hops.push((performance.now() - started) / (FRAME / HOP));
      if (frame % EVERY !== EVERY - 1) continue;
      const began = performance.now();
      reader.read();
      readings.push(performance.now() - began);
    }
    reader.settle();
  }
  const tell = (times: readonly number[]): VoiceCosts['hop'] => {
    const { p50, p95 } = describe(times);
    return { median: p50, p95 };
  };
  return { reading: tell(readings), hop: tell(hops) };
}
