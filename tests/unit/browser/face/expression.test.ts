import fc from 'fast-check';
import { BLENDSHAPES, EMOTIONS, likeliest, type Emotion } from 'attune';
import { describe, expect, it } from 'vitest';
import { expressionOf, relativeBlendshapes } from '../../../../src/browser/face/expression.ts';
import type { HeadScores } from '../../../../src/browser/face/expression-head.ts';

const leaning = (emotion: Emotion, by = 3): HeadScores => {
  const scores = Float32Array.from(EMOTIONS, (each) => (each === emotion ? by : 0));
  return { whole: scores, upper: scores.map((each) => each / 2) };
};
const BASELINE = { neutral: leaning('neutral'), baselineShare: 1 };
const anyScores = fc.array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: EMOTIONS.length, maxLength: EMOTIONS.length });

describe('expressionOf', () => {
  it('is the softmax of the scores while nothing is known of the resting face', () => {
    const { whole, upper } = expressionOf(leaning('anger'), null, 0, BASELINE);
    expect(whole.anger).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 7), 3);
    expect(upper.anger).toBeCloseTo(Math.exp(1.5) / (Math.exp(1.5) + 7), 3);
  });

  it('does not read a resting face that looks sad as sad, but a smile on it as a smile', () => {
    const rest = leaning('sadness');
    const read = (scores: HeadScores, settled: number): Emotion => likeliest(expressionOf(scores, rest, settled, BASELINE).whole);
    expect(read(rest, 0)).toBe('sadness');
    expect(read(rest, 1)).toBe('neutral');
    expect(read(leaning('happiness', 6), 1)).toBe('happiness');
  });

  it('goes only as far as the baseline is known, and as the model says', () => {
    const sadness = (settled: number, share: number): number => expressionOf(leaning('sadness'), leaning('sadness'), settled, { ...BASELINE, baselineShare: share }).whole.sadness;
    expect(sadness(0.5, 1)).toBeLessThan(sadness(0, 1));
    expect(sadness(1, 1)).toBeLessThan(sadness(0.5, 1));
    expect(sadness(1, 0)).toBe(sadness(0, 1));
  });

  it('changes nothing for a resting face like everybody\'s', () => {
    expect(expressionOf(leaning('fear'), BASELINE.neutral, 1, BASELINE)).toEqual(expressionOf(leaning('fear'), null, 0, BASELINE));
  });

  it('gives probabilities that sum to one for any scores', () => {
    fc.assert(fc.property(anyScores, anyScores, fc.double({ min: 0, max: 1, noNaN: true }), (scores, rest, settled) => {
      const { whole } = expressionOf({ whole: scores, upper: scores }, { whole: rest, upper: rest }, settled, BASELINE);
      expect(EMOTIONS.reduce((sum, emotion) => sum + whole[emotion], 0)).toBeCloseTo(1, 9);
      expect(EMOTIONS.every((emotion) => whole[emotion] >= 0 && whole[emotion] <= 1)).toBe(true);
    }));
  });
});

describe('relativeBlendshapes', () => {
  const scores = BLENDSHAPES.map((_, i) => i / 60);

  it('are as scored while the resting face is unknown, with three digits', () => {
    expect(relativeBlendshapes(scores, null, 0)[7]).toBe(0.117);
    expect(relativeBlendshapes(scores, scores, 0)).toEqual(relativeBlendshapes(scores, null, 0));
  });

  it('are all zero for the resting face, and full where the model is sure', () => {
    expect(relativeBlendshapes(scores, scores, 1).every((score) => score === 0)).toBe(true);
    expect(relativeBlendshapes([1], [0.4], 1)).toEqual([1]);
    expect(relativeBlendshapes([0.1], [0.4], 1)).toEqual([0]);
    expect(relativeBlendshapes([1, Number.NaN], [1, 0], 1)).toEqual([0, 0]);
  });
});
