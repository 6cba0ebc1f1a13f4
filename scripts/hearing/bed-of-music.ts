import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createResampler } from '../../src/browser/voice/resampler.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import { ROOT } from '../run.ts';

const MADE_AT = 48_000;
/** As `src/browser/sound/ambience.ts` ducks. */
const UNDER_AGENT = 0.3;
const [DUCK, RISE] = [0.09, 1.1];
/** A frame of speech is louder than this. */
const SPOKEN = 1e-6;
const FRAME = 512;

/** Speech with the bed under it, which is softer while somebody speaks. */
export function layUnder(talk: Float32Array, bed: Float32Array, gain: number): Float32Array {
  const sound = new Float32Array(talk.length);
  let level = 1;
  for (let from = 0; from < talk.length; from += FRAME) {
    const frame = talk.subarray(from, from + FRAME);
    const to = frame.reduce((sum, each) => sum + each * each, 0) / FRAME > SPOKEN ? UNDER_AGENT : 1;
    for (let i = 0; i < frame.length; i += 1) {
      level += (to - level) * (1 - Math.exp(-1 / (RATE * (to < level ? DUCK : RISE))));
      sound[from + i] = frame[i]! + gain * level * bed[(from + i) % bed.length]!;
    }
  }
  return sound;
}

/**
 * A minute of the bed at its volume "normal", for the mood with the most notes; mono at 16 kHz.
 *
 * @throws {Error} when it has not been rendered yet
 */
export function readBed(): Float32Array {
  const path = join(ROOT, 'build/sound/tense.wav');
  if (!existsSync(path)) throw new Error(`Expected the bed of music at ${path}, but there is no such file. Run "npm run bench -- sound" first.`);
  const file = readFileSync(path);
  const mono = Float32Array.from({ length: (file.length - 44) / 4 }, (_, i) => (file.readInt16LE(44 + 4 * i) + file.readInt16LE(46 + 4 * i)) / 65_536);
  const resampler = createResampler(MADE_AT, RATE);
  const output = new Float32Array(resampler.capacity(mono.length));
  return output.slice(0, resampler.push(mono, output));
}
