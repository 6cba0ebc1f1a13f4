import { describe, expect, it } from 'vitest';
import { chooseThresholds, measureMultiLabel, multiLabelScores } from '../../../../src/learn/metrics/multi-label.ts';
import { createRandom } from '../../../../src/learn/random.ts';

const labels = ['a', 'b'];

describe('several labels', () => {
  it('are scored by hand', () => {
    const data = { labels, truth: Uint8Array.from([1, 0, 1, 1, 0, 1, 0, 0]), scores: Float32Array.from([0.9, 0.1, 0.2, 0.8, 0.7, 0.9, 0.1, 0.1]) };
    const { accuracy, macroF1, uar, perClass } = multiLabelScores(data, [0.5, 0.5]);
    expect(perClass).toEqual({ a: { precision: 0.5, recall: 0.5, f1: 0.5, support: 2 }, b: { precision: 1, recall: 1, f1: 1, support: 2 } });
    expect([accuracy, macroF1, uar]).toEqual([0.5, 0.75, 0.75]);
  });

  it('are told from a threshold on that lies between those that have them and those that do not', () => {
    const random = createRandom(3);
    const truth = Uint8Array.from({ length: 600 }, (_, i) => (i % 2 === 0 ? (i % 10 === 0 ? 1 : 0) : (i % 3 === 0 ? 1 : 0)));
    const scores = Float32Array.from(truth, (is, i) => (is ? 0.3 : 0.1) + (i % 2) * 0.4 + 0.09 * random.uniform());
    const data = { labels, truth, scores };
    const thresholds = chooseThresholds(data, 1);
    expect(thresholds[0]).toBeGreaterThan(0.19);
    expect(thresholds[0]).toBeLessThan(0.31);
    expect(multiLabelScores(data, thresholds).macroF1).toBe(1);
  });

  it('have intervals around their scores', () => {
    const random = createRandom(4);
    const truth = Uint8Array.from({ length: 200 }, () => (random.uniform() < 0.3 ? 1 : 0));
    const scores = Float32Array.from(truth, (is) => 0.4 * is + random.uniform() * 0.6);
    const { macroF1, intervals } = measureMultiLabel({ labels, truth, scores }, [0.5, 0.5], 1);
    const [low, high] = intervals!['macroF1'] as unknown as [number, number];
    expect(low).toBeLessThan(macroF1!);
    expect(high).toBeGreaterThan(macroF1!);
  });
});
