import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeaker, type SpeakerPrior } from '../../../../src/browser/voice/speaker.ts';

/** Two features; the second class lies 2 deviations high in the first one. */
const prior: SpeakerPrior = {
  centre: Float32Array.of(10, 0), scale: Float32Array.of(0.5, 1), worth: Float32Array.of(2, 50),
  effects: Float32Array.of(0, 0, 2, 0), trust: 0.9,
};
const relative = (speaker: ReturnType<typeof createSpeaker>, ...summary: number[]): number[] => {
  const into = new Float32Array(2);
  speaker.normalise(Float32Array.from(summary), into);
  return [...into];
};
const [NEUTRAL, ANGRY] = [[1, 0], [0, 1]];

describe('speaker', () => {
  it('begins with what is usual for everybody', () => {
    expect(relative(createSpeaker(prior), 14, 1)).toEqual([2, 1]);
  });

  it('takes what is usual for this speaker off, the sooner the more speakers differ in a feature', () => {
    const speaker = createSpeaker(prior);
    for (let i = 0; i < 8; i += 1) speaker.learn(Float32Array.of(14, 2), NEUTRAL);
    const [often, seldom] = relative(speaker, 14, 2);
    expect(often).toBeCloseTo(2 - 0.9 * 2 * (8 / 10), 5);
    expect(seldom).toBeCloseTo(2 - 0.9 * 2 * (8 / 58), 5);
  });

  it('does not take somebody who is heard angry again and again for somebody who is usually loud', () => {
    const [told, untold] = [createSpeaker(prior), createSpeaker(prior)];
    for (let i = 0; i < 20; i += 1) {
      told.learn(Float32Array.of(14, 0), ANGRY);
      untold.learn(Float32Array.of(14, 0), NEUTRAL);
    }
    expect(relative(told, 14, 0)[0]).toBeCloseTo(2, 5);
    expect(relative(untold, 14, 0)[0]).toBeLessThan(0.5);
  });

  it('leaves what cannot be told in the middle, and learns nothing of it', () => {
    const speaker = createSpeaker(prior);
    speaker.learn(Float32Array.of(Number.NaN, 1), NEUTRAL);
    expect(relative(speaker, Number.NaN, 0)[0]).toBe(0);
    expect(relative(speaker, 12, 0)[0]).toBe(1);
  });

  it('forgets the speaker on reset', () => {
    const speaker = createSpeaker(prior);
    speaker.learn(Float32Array.of(20, 3), NEUTRAL);
    speaker.reset();
    expect(relative(speaker, 14, 1)).toEqual([2, 1]);
  });

  it('never takes off more than the mean of what was heard, and stays within eight deviations', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 30 }), fc.double({ min: -50, max: 50, noNaN: true }), (heard, now) => {
      const speaker = createSpeaker(prior);
      for (const value of heard) speaker.learn(Float32Array.of(10, value), NEUTRAL);
      const [, value] = relative(speaker, 10, now);
      expect(Math.abs(value!)).toBeLessThanOrEqual(8);
      const [low, high] = [Math.min(0, ...heard), Math.max(0, ...heard)];
      if (Math.abs(value!) < 8) expect(now - value!).toBeGreaterThanOrEqual(low - 1e-3);
      if (Math.abs(value!) < 8) expect(now - value!).toBeLessThanOrEqual(high + 1e-3);
    }));
  });
});
