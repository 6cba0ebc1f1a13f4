import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeechSound } from '../../../../src/browser/voice/speech-sound.ts';
import { FRAME, FRAME_DURATION } from '../../../../src/browser/voice/voice-frame.ts';

/** A frame that holds nothing but its own number. */
const frame = (number: number): Float32Array => new Float32Array(FRAME).fill(number);
const numbersIn = (sound: Float32Array | null): number[] => (sound ? Array.from({ length: sound.length / FRAME }, (_, i) => sound[i * FRAME]!) : []);

describe('the sound of speech', () => {
  it('has what came up to 0.4 s before the onset, and every frame from there to the end once and in order', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 3, max: 15 }), fc.integer({ min: 0, max: 200 }), (silence, late, length) => {
      const speech = createSpeechSound();
      const onset = silence * FRAME_DURATION;
      const heard: number[] = [];
      const last = silence + late + length;
      for (let i = 0; i <= last; i += 1) {
        const boundary = i === silence + late ? { type: 'speech-start' as const, at: onset } : i === last ? { type: 'speech-end' as const, at: (i - 18) * FRAME_DURATION } : null;
        const sound = speech.push(frame(i), i * FRAME_DURATION, boundary);
        if (i < silence + late) expect(sound).toBeNull();
        heard.push(...numbersIn(sound));
      }
      if (length === 0) return;
      const before = silence - heard[0]!;
      expect(before).toBeGreaterThanOrEqual(Math.min(silence, 10));
      expect(before).toBeLessThanOrEqual(13);
      expect(heard).toEqual(Array.from({ length: last - heard[0]! + 1 }, (_, i) => heard[0]! + i));
    }));
  });

  it('does not repeat the words of the speech before', () => {
    const speech = createSpeechSound();
    for (let i = 0; i < 40; i += 1) speech.push(frame(i), i * FRAME_DURATION, i === 2 ? { type: 'speech-start', at: 0 } : i === 39 ? { type: 'speech-end', at: 38 * FRAME_DURATION } : null);
    speech.push(frame(40), 40 * FRAME_DURATION, null);
    expect(numbersIn(speech.push(frame(41), 41 * FRAME_DURATION, { type: 'speech-start', at: 40 * FRAME_DURATION }))[0]).toBeGreaterThanOrEqual(37);
  });

  it('hands over buffers of its own, a few frames together', () => {
    const speech = createSpeechSound();
    speech.push(frame(0), 0, { type: 'speech-start', at: 0 });
    const reused = frame(1);
    const sounds: Float32Array[] = [];
    for (let i = 1; i <= 8; i += 1) {
      reused.fill(i);
      const sound = speech.push(reused, i * FRAME_DURATION, null);
      if (sound) sounds.push(sound);
    }
    expect(sounds.map(numbersIn)).toEqual([[1, 2, 3, 4], [5, 6, 7, 8]]);
  });

  it('tells nothing of a speech that was forgotten', () => {
    const speech = createSpeechSound();
    speech.push(frame(0), 0, { type: 'speech-start', at: 0 });
    speech.push(frame(1), FRAME_DURATION, null);
    speech.reset();
    for (let i = 2; i < 20; i += 1) expect(speech.push(frame(i), i * FRAME_DURATION, null)).toBeNull();
  });
});
