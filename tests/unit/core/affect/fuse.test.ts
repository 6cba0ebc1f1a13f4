import fc from 'fast-check';
import { belief, EMOTIONS, normalise, UNIFORM, UNKNOWN, type AffectEstimate, type EmotionDistribution, type Sense } from 'attune';
import { describe, expect, it } from 'vitest';
import { certainty } from '../../../../src/core/affect/belief.ts';
import { byEmotion } from '../../../../src/core/affect/emotion.ts';
import { unknownEstimate } from '../../../../src/core/affect/estimate.ts';
import { ageEstimate, conflictOf, fuseChannels, updateChannel } from '../../../../src/core/affect/fuse.ts';

const leaning = (emotion: string, probability: number): EmotionDistribution =>
  normalise(byEmotion((each) => (each === emotion ? probability : (1 - probability) / (EMOTIONS.length - 1))));

const view = (origin: Sense, at: number, valence: number, variance: number, emotions: EmotionDistribution = UNIFORM): AffectEstimate =>
  ({ ...unknownEstimate(at, origin), valence: belief(valence, variance), emotions });

describe('fusion', () => {
  it('claims nothing when no sense tells anything', () => {
    expect(fuseChannels({}, 3)).toEqual(unknownEstimate(3, 'fused'));
  });

  it('is surer when two senses agree', () => {
    const face = view('face', 0, 0.6, 0.1, leaning('happiness', 0.6));
    const text = view('text', 0, 0.6, 0.1, leaning('happiness', 0.6));
    const alone = fuseChannels({ face }, 0);
    const both = fuseChannels({ face, text }, 0);
    expect(both.valence.variance).toBeLessThan(alone.valence.variance);
    expect(both.emotions.happiness).toBeGreaterThan(alone.emotions.happiness);
  });

  it('gives a sense that knows nothing no say', () => {
    const face = view('face', 0, 0.6, 0.1, leaning('happiness', 0.7));
    const withNothing = fuseChannels({ face, voice: unknownEstimate(0, 'voice') }, 0);
    for (const emotion of EMOTIONS) expect(withNothing.emotions[emotion]).toBeCloseTo(fuseChannels({ face }, 0).emotions[emotion], 9);
  });

  it('keeps distributions and variances legal for any views', () => {
    const any = fc.record({
      mean: fc.double({ min: -1, max: 1, noNaN: true }), variance: fc.double({ min: 1e-4, max: 0.33, noNaN: true }),
      emotion: fc.constantFrom(...EMOTIONS), probability: fc.double({ min: 0, max: 1, noNaN: true }), age: fc.double({ min: 0, max: 1e5, noNaN: true }),
    });
    fc.assert(fc.property(any, any, (a, b) => {
      const now = 1e5;
      const face = ageEstimate(view('face', now - a.age, a.mean, a.variance, leaning(a.emotion, a.probability)), now);
      const text = ageEstimate(view('text', now - b.age, b.mean, b.variance, leaning(b.emotion, b.probability)), now);
      const fused = fuseChannels({ face, text }, now);
      expect(EMOTIONS.reduce((sum, emotion) => sum + fused.emotions[emotion], 0)).toBeCloseTo(1, 9);
      expect(fused.valence.variance).toBeGreaterThan(0);
      expect(Number.isFinite(fused.valence.mean + fused.valence.variance)).toBe(true);
      expect(fused.valence.variance).toBeLessThanOrEqual(Math.min(face.valence.variance, text.valence.variance) + 1e-12);
    }));
  });

  it('does not grow certain by many frames of one camera', () => {
    let channels = {};
    for (let frame = 0; frame < 300; frame += 1) channels = updateChannel(channels, view('face', frame / 15, 0.5, 0.1));
    expect(fuseChannels(channels, 20).valence.variance).toBeGreaterThan(0.07);
  });

  it('ages into the unknown, never into neutral', () => {
    const old = ageEstimate(view('face', 0, 0.9, 0.05, leaning('happiness', 0.95)), 60);
    expect(certainty(old.valence)).toBe(0);
    for (const emotion of EMOTIONS) expect(old.emotions[emotion]).toBeCloseTo(1 / 8, 3);
  });

  it('drops an observation older than what it has', () => {
    const channels = updateChannel({}, view('face', 5, 0.5, 0.1));
    expect(updateChannel(channels, view('face', 4, -0.5, 0.1))).toBe(channels);
  });

  it('refuses a fused estimate as an observation', () => {
    expect(() => updateChannel({}, unknownEstimate(0, 'fused'))).toThrow(/one sense/);
  });

  it('reports a smile over sad words as conflict, and agreement as none', () => {
    const smile = view('face', 0, 0.8, 0.05);
    expect(conflictOf({ face: smile, text: view('text', 0, -0.7, 0.05) })).toBeGreaterThan(0.5);
    expect(conflictOf({ face: smile, text: view('text', 0, 0.7, 0.05) })).toBe(0);
    expect(conflictOf({ face: smile, text: { ...unknownEstimate(0, 'text'), valence: UNKNOWN } })).toBe(0);
  });
});
