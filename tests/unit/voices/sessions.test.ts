import { describe, expect, it } from 'vitest';
import { drawSession, reverberate, STUDIO } from '../../../models/voice/sessions.ts';
import { changePitch, changeTempo } from '../../../models/voice/stretch.ts';
import { findSpeech } from '../../../scripts/voices/find-speech.ts';
import { createRandom } from '../../../src/learn/random.ts';
import { createPitchTracker } from '../../../src/browser/voice/pitch-tracker.ts';
import { createVoice } from '../browser/voice/synthetic-voice.ts';

const { samples } = createVoice({ pitch: 140 });

function pitchOf(sound: Float32Array): number {
  const found = createPitchTracker(16_000).push(sound.subarray(0, sound.length - (sound.length % 256))).filter((pitch) => pitch !== null).sort((a, b) => a - b);
  return found[found.length >> 1]!;
}

describe('made-up sessions', () => {
  it('change tempo without pitch, and pitch as asked', () => {
    for (const factor of [0.85, 1.2]) {
      const slower = changeTempo(samples, factor);
      expect(slower.length / samples.length).toBeCloseTo(factor, 2);
      expect(pitchOf(slower) / 140).toBeCloseTo(1, 1);
      expect(pitchOf(changePitch(samples, factor)) / 140).toBeCloseTo(factor, 1);
    }
  });

  it('differ from each other, are the same each time, stay within full scale, and keep the length', () => {
    const record = (id: number): Float32Array => drawSession(id, 1).record(samples, createRandom(2));
    const recorded = Array.from({ length: 12 }, (_, i) => record(i + 1));
    for (const each of recorded) {
      expect(each).toHaveLength(samples.length);
      expect(each.every((sample) => Math.abs(sample) <= 1)).toBe(true);
    }
    expect(record(1)).toEqual(recorded[0]);
    expect(recorded[1]).not.toEqual(recorded[0]);
    expect(STUDIO.record(samples, createRandom(1))).toBe(samples);
  });

  it('add the echoes of a room at the level that is asked for', () => {
    const click = new Float32Array(16_000);
    click[0] = 1;
    const room = reverberate(click, 0.4, 0.5, createRandom(3));
    expect(Math.sqrt(room.slice(1).reduce((sum, sample) => sum + sample * sample, 0))).toBeCloseTo(0.5, 1);
    expect(Math.max(...room.slice(12_000).map(Math.abs))).toBe(0);
  });
});

describe('finding speech', () => {
  it('cuts off silence on both sides, and keeps all of a clip without any', () => {
    const clip = new Float32Array(3 * 16_000);
    clip.set(samples, 16_000);
    const speech = findSpeech(clip);
    expect(Math.abs(speech.indexOf(true) * 512 - 16_000)).toBeLessThan(1024);
    expect(Math.abs((speech.lastIndexOf(true) + 1) * 512 - 16_000 - samples.length)).toBeLessThan(1024);
    expect(findSpeech(samples).every(Boolean)).toBe(true);
  });
});
