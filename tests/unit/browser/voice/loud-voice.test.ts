import { describe, expect, it } from 'vitest';
import { createLoudVoice, type LoudVoice } from '../../../../src/browser/voice/loud-voice.ts';
import { measureLevel } from '../../../../src/browser/voice/level.ts';
import { createNoise, RATE } from './sounds.ts';

const ROOM = -65;

/** Harmonics of a pitch that is given for each moment, at about -20 dBFS. */
function sing(seconds: number, pitchAt: (at: number) => number): Float32Array {
  const sound = new Float32Array(seconds * RATE);
  let phase = 0;
  for (let i = 0; i < sound.length; i += 1) {
    phase += (2 * Math.PI * pitchAt(i / RATE)) / RATE;
    for (let k = 1; k <= 4; k += 1) sound[i] = sound[i]! + (0.12 / k) * Math.sin(k * phase);
  }
  return sound;
}

/** In how many of the frames somebody is found to shout. */
function shouts(sound: Float32Array, voice: LoudVoice = createLoudVoice()): number {
  let found = 0;
  for (let i = 0; i + 512 <= sound.length; i += 512) {
    const frame = sound.subarray(i, i + 512);
    if (voice.push(frame, measureLevel(frame), ROOM)) found += 1;
  }
  return found;
}

/** Falls and rises by three semitones, twice a second, as an excited voice does. */
const excited = (at: number): number => 320 * 2 ** ((3 / 12) * Math.sin(2 * Math.PI * 2 * at));

describe('a second opinion on loud voices', () => {
  it('hears a high voice that moves, within a third of a second', () => {
    expect(shouts(sing(1, excited))).toBeGreaterThan(20);
    expect(shouts(sing(1, (at) => 2 * excited(at)))).toBeGreaterThan(20);
  });

  it('takes no tone, no melody and no noise for a shout', () => {
    expect(shouts(sing(2, () => 330))).toBe(0);
    expect(shouts(sing(3, (at) => [262, 330, 392, 349, 294][Math.floor(at * 3) % 5]!))).toBe(0);
    expect(shouts(createNoise(2 * RATE, 0.2))).toBe(0);
  });

  it('takes no voice for a shout that is not far above the room', () => {
    expect(shouts(sing(1, excited).map((sample) => sample / 200))).toBe(0);
  });

  it('forgets the voice of before', () => {
    const voice = createLoudVoice();
    shouts(sing(1, excited), voice);
    voice.reset();
    const next = sing(1, excited).subarray(0, 512);
    expect(voice.push(next, measureLevel(next), ROOM)).toBe(false);
  });
});
