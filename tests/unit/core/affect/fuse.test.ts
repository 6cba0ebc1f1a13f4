import fc from 'fast-check';
import { belief, certainty, EMOTIONS, normalise, UNIFORM, UNKNOWN, type AffectEstimate, type EmotionDistribution, type Sense } from 'attune';
import { describe, expect, it } from 'vitest';
import { ageView } from '../../../../src/core/affect/channel.ts';
import { byEmotion } from '../../../../src/core/affect/emotion.ts';
import { unknownEstimate } from '../../../../src/core/affect/estimate.ts';
import { conflictOf, fuseViews as fuse, type Views } from '../../../../src/core/affect/fuse.ts';

const leaning = (emotion: string, probability: number): EmotionDistribution =>
  normalise(byEmotion((each) => (each === emotion ? probability : (1 - probability) / (EMOTIONS.length - 1))));

const view = (origin: Sense, at: number, valence: number, variance: number, emotions: EmotionDistribution = UNIFORM): AffectEstimate =>
  ({ ...unknownEstimate(at, origin), valence: belief(valence, variance), emotions });

const fuseViews = (views: Views, now: number): AffectEstimate => fuse(views, now).estimate;

describe('fusion', () => {
  it('claims nothing when no sense tells anything', () => {
    expect(fuseViews({}, 3)).toEqual(unknownEstimate(3, 'fused'));
  });

  it('is surer when two senses agree', () => {
    const face = view('face', 0, 0.6, 0.1, leaning('happiness', 0.6));
    const text = view('text', 0, 0.6, 0.1, leaning('happiness', 0.6));
    const alone = fuseViews({ face }, 0);
    const both = fuseViews({ face, text }, 0);
    expect(both.valence.variance).toBeLessThan(alone.valence.variance);
    expect(both.emotions.happiness).toBeGreaterThan(alone.emotions.happiness);
  });

  it('gives a sense that knows nothing no say: neither in emotions nor in dimensions', () => {
    const face = view('face', 0, 0.6, 0.1, leaning('happiness', 0.7));
    const alone = fuseViews({ face }, 0);
    const withNothing = fuseViews({ face, voice: unknownEstimate(0, 'voice'), text: unknownEstimate(0, 'text') }, 0);
    for (const emotion of EMOTIONS) expect(withNothing.emotions[emotion]).toBeCloseTo(alone.emotions[emotion], 9);
    expect(withNothing.valence.mean).toBeCloseTo(0.6, 9);
    expect(withNothing.valence.variance).toBeCloseTo(0.1, 9);
    expect(certainty(withNothing.arousal)).toBe(0);
  });

  it('keeps distributions and variances legal for any views', () => {
    const any = fc.record({
      mean: fc.double({ min: -1, max: 1, noNaN: true }), variance: fc.double({ min: 1e-4, max: 0.33, noNaN: true }),
      emotion: fc.constantFrom(...EMOTIONS), probability: fc.double({ min: 0, max: 1, noNaN: true }), age: fc.double({ min: 0, max: 1e5, noNaN: true }),
    });
    fc.assert(fc.property(any, any, (a, b) => {
      const now = 1e5;
      const face = ageView(view('face', now - a.age, a.mean, a.variance, leaning(a.emotion, a.probability)), now);
      const text = ageView(view('text', now - b.age, b.mean, b.variance, leaning(b.emotion, b.probability)), now);
      const fused = fuseViews({ face, text }, now);
      expect(EMOTIONS.reduce((sum, emotion) => sum + fused.emotions[emotion], 0)).toBeCloseTo(1, 9);
      expect(fused.valence.variance).toBeGreaterThan(0);
      expect(Number.isFinite(fused.valence.mean + fused.valence.variance)).toBe(true);
      expect(fused.valence.variance).toBeLessThanOrEqual(Math.min(face.valence.variance, text.valence.variance) + 1e-12);
    }));
  });

  it('reports a smile over sad words as conflict, and which it is between; agreement is none', () => {
    const smile = view('face', 0, 0.8, 0.05);
    const sad = view('text', 0, -0.7, 0.05);
    expect(conflictOf({ face: smile, text: sad })).toMatchObject({ between: ['face', 'text'] });
    expect(conflictOf({ face: smile, text: sad }).degree).toBeGreaterThan(0.5);
    const none = { degree: 0, between: null };
    expect(conflictOf({ face: smile, text: view('text', 0, 0.7, 0.05) })).toEqual(none);
    expect(conflictOf({ face: smile, text: { ...unknownEstimate(0, 'text'), valence: UNKNOWN } })).toEqual(none);
  });
});
