import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseSilence, summariseVoice, voiceQuality, type VoiceFrame } from '../../../../src/browser/voice/voice-functionals.ts';

const frame = (over: Partial<VoiceFrame> = {}): VoiceFrame => ({ at: 0, duration: 0.032, level: -20, clipped: 0, pitches: [200, 200], speech: true, ...over });

describe('voice functionals', () => {
  it('say nothing where there was no speech', () => {
    expect(summariseVoice([], -60, true)).toBeNull();
    expect(summariseVoice([frame({ speech: false })], -60, true)).toBeNull();
  });

  it('leave pauses out of every figure', () => {
    const speech = [frame(), frame({ pitches: [200, null] })];
    const pause = frame({ speech: false, level: -70, pitches: [90, 90], clipped: 1 });
    expect(summariseVoice([speech[0]!, pause, speech[1]!, pause], -60, true)).toEqual(summariseVoice(speech, -60, true));
  });

  it('average the power, not the decibels', () => {
    expect(summariseVoice([frame({ level: -20 }), frame({ level: -60 })], -70, true)!.loudness).toBeCloseTo(-23, 1);
  });

  it('give the median pitch, the voiced share and the range in semitones', () => {
    const glide = Array.from({ length: 13 }, (_, i) => frame({ pitches: [200 * 2 ** (i / 12), null] }));
    const figures = summariseVoice(glide, -60, true)!;
    expect(figures.pitch).toBeCloseTo(200 * 2 ** 0.5, 3);
    expect(figures.voicedRatio).toBeCloseTo(0.5);
    expect(figures.pitchRange).toBeCloseTo(6, 1);
    expect(figures.window).toBeCloseTo(13 * 0.032);
  });

  it('leave the pitch unknown, rather than zero, where nothing is voiced', () => {
    expect(summariseVoice([frame({ pitches: [null, null] })], -60, true)).toMatchObject({ pitch: null, pitchRange: null, voicedRatio: 0 });
  });

  it('give silence no pitch and no weight', () => {
    expect(summariseSilence(-58)).toMatchObject({ speaking: false, quality: 0, pitch: null, loudness: -58 });
  });
});

describe('voice quality', () => {
  it('is within [0, 1], grows with the signal and shrinks with clipping', () => {
    const level = fc.double({ min: -40, max: 80, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(level, level, share, share, (a, b, c, d) => {
      const best = voiceQuality(Math.max(a, b), Math.min(c, d), true);
      const worst = voiceQuality(Math.min(a, b), Math.max(c, d), true);
      expect(worst).toBeLessThanOrEqual(best);
      expect(worst).toBeGreaterThanOrEqual(0);
      expect(best).toBeLessThanOrEqual(1);
    }));
  });

  it('is full for a clear voice, none at the level of the room, and less without the detector', () => {
    expect(voiceQuality(30, 0, true)).toBe(1);
    expect(voiceQuality(2, 0, true)).toBe(0);
    expect(voiceQuality(30, 0.05, true)).toBe(0);
    expect(voiceQuality(30, 0, false)).toBe(0.5);
  });
});
