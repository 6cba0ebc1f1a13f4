import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Meyda from 'meyda';
import { PitchDetector } from 'pitchy';
import { createVoiceFeatures } from '../../src/browser/voice/features/voice-features.ts';
import { FRAME, FRAME_DURATION, RATE } from '../../src/browser/voice/voice-frame.ts';
import { createVoiceReader } from '../../src/browser/voice/voice-reader.ts';
import { loadVoiceNet } from '../../models/voice/load-net.ts';
import { writeSpeech } from '../../tests/e2e/fake-microphone.ts';
import { describe } from '../statistics.ts';
import { readSound } from '../voices/read-sound.ts';

/** A hop of the peers, 20 ms, and the windows that they are usually given. */
const HOP = 320;
const WINDOW = 512;
const PITCH_WINDOW = 1024;
const PEER_FEATURES = ['mfcc', 'rms', 'zcr', 'spectralCentroid', 'spectralFlatness', 'loudness'] as const;
/** A reading falls due every quarter of a second. */
const FRAMES_BETWEEN = 8;
const ROUNDS = 5;

/** What hearing how something is said costs, beside meyda and pitchy on the same speech. */
export async function benchVoice(): Promise<void> {
  const sound = await speech();
  const hops = Math.floor(sound.length / HOP);
  const whole = (run: () => void): number => Math.min(...Array.from({ length: ROUNDS }, () => timed(run)));
  const ours = whole(() => hearAll(sound));
  const peers = whole(() => hearByPeers(sound));
  const readings = describe(timeReadings(sound));
  console.log(`voice, ${(sound.length / RATE).toFixed(0)} s of speech: our features ${(ours / hops).toFixed(3)} ms for each 20 ms (bar: under 0.5), meyda and pitchy ${(peers / hops).toFixed(3)} ms, ${(peers / ours).toFixed(2)} times ours`);
  console.log(`a reading of an utterance: ${readings.p50.toFixed(2)} ms, 95th percentile ${readings.p95.toFixed(2)} ms (bar: under 3)`);
}

function hearAll(sound: Float32Array): void {
  const features = createVoiceFeatures();
  for (let at = 0; at + FRAME <= sound.length; at += FRAME) features.push(sound.subarray(at, at + FRAME));
}

function hearByPeers(sound: Float32Array): void {
  Object.assign(Meyda, { sampleRate: RATE, bufferSize: WINDOW });
  const pitch = PitchDetector.forFloat32Array(PITCH_WINDOW);
  for (let at = 0; at + PITCH_WINDOW <= sound.length; at += HOP) {
    Meyda.extract([...PEER_FEATURES], sound.subarray(at, at + WINDOW));
    pitch.findPitch(sound.subarray(at, at + PITCH_WINDOW), RATE);
  }
}

function timeReadings(sound: Float32Array): number[] {
  const reader = createVoiceReader(loadVoiceNet());
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let frame = 0; (frame + 1) * FRAME <= sound.length; frame += 1) {
      reader.push(sound.subarray(frame * FRAME, (frame + 1) * FRAME), true);
      if (frame * FRAME_DURATION > 1 && frame % FRAMES_BETWEEN === 0) times.push(timed(() => reader.read()));
    }
    reader.settle();
  }
  return times;
}

async function speech(): Promise<Float32Array> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  try {
    const file = join(folder, 'speech.wav');
    await writeSpeech(file, 'I would like to tell you about my day, which was long but good. First it rained, then I lost my keys, and in the end we all laughed about it.', 0);
    return await readSound(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(run: () => void): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}
