import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Answer } from '../../../../src/learn/metrics/answers.ts';
import { calibrationError, reliabilityOf } from '../../../../src/learn/metrics/calibration.ts';
import { confusionOf, scoresOf } from '../../../../src/learn/metrics/classification.ts';
import { coverageCurve } from '../../../../src/learn/metrics/coverage.ts';
import { measureClassifier } from '../../../../src/learn/metrics/measure.ts';
import { precisionRecallCurves } from '../../../../src/learn/metrics/precision-recall.ts';

const CLASSES = ['calm', 'glad', 'cross', 'absent'];

// Three calm (two right, one read as glad), two glad (one right, one undetected), one cross (read as calm).
const TRUTH = [0, 0, 0, 1, 1, 2];
const ANSWERS: Answer[] = [
  [0.9, 0.1, 0, 0], [0.6, 0.4, 0, 0], [0.3, 0.7, 0, 0], [0.2, 0.8, 0, 0], null, [0.5, 0.1, 0.4, 0],
];

const judgements = fc.array(fc.record({
  truth: fc.integer({ min: 0, max: 2 }),
  answer: fc.option(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)).map((raw) => raw.map((each) => (each + 1) / (raw[0] + raw[1] + raw[2] + 3)))),
}), { minLength: 1, maxLength: 60 }).map((items) => judge(CLASSES.slice(0, 3), items.map(({ truth }) => truth), items.map(({ answer }) => answer)));

describe('judge', () => {
  it('refuses a label that is no class, and answers that do not fit', () => {
    expect(() => judge(CLASSES, [4], [null])).toThrow('item 0 has 4');
    expect(() => judge(CLASSES, [0], [])).toThrow('each of 1 items, but got 0');
    expect(() => judge(CLASSES, [0], [[1, 0]])).toThrow('Expected 4 probabilities');
  });
});

describe('scores of classification', () => {
  const confusion = confusionOf(judge(CLASSES, TRUTH, ANSWERS));
  const scores = scoresOf(CLASSES, confusion);

  it('counts what was chosen, and the undetected in a column of their own', () => {
    expect(confusion).toEqual([[2, 1, 0, 0, 0], [0, 1, 0, 0, 1], [1, 0, 0, 0, 0], [0, 0, 0, 0, 0]]);
  });

  it('gives precision, recall and F1 as by hand, the undetected missing from recall only', () => {
    expect(scores.perClass['calm']).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 4 / 6, support: 3 });
    expect(scores.perClass['glad']).toEqual({ precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, support: 2 });
    expect(scores.perClass['cross']).toEqual({ precision: 0, recall: 0, f1: 0, support: 1 });
    expect(scores.accuracy).toBe(3 / 6);
  });

  it('averages over the classes with support', () => {
    expect(scores.perClass).not.toHaveProperty('absent');
    expect(scores.macroF1).toBeCloseTo((2 / 3 + 1 / 2 + 0) / 3, 12);
    expect(scores.uar).toBeCloseTo((2 / 3 + 1 / 2 + 0) / 3, 12);
  });

  it('never gains from an item that was not answered', () => {
    fc.assert(fc.property(judgements, ({ classes, truth, answers }) => {
      const before = scoresOf(classes, confusionOf(judge(classes, truth, answers)));
      const after = scoresOf(classes, confusionOf(judge(classes, [...truth, 0], [...answers, null])));
      expect(after.accuracy).toBeLessThanOrEqual(before.accuracy);
      for (const [name, { precision, recall }] of Object.entries(before.perClass)) {
        expect(after.perClass[name]?.precision).toBe(precision);
        expect(after.perClass[name]?.recall).toBeLessThanOrEqual(recall);
      }
    }));
  });

  it('counts only the items it is given, repeats included', () => {
    expect(confusionOf(judge(CLASSES, TRUTH, ANSWERS), Int32Array.of(4, 4, 0))).toEqual([[1, 0, 0, 0, 0], [0, 0, 0, 0, 2], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]);
  });
});

describe('calibration', () => {
  it('is the mean gap of the answered, by hand', () => {
    // Confidences 0.9 right, 0.6 right, 0.7 wrong, 0.8 right, 0.5 wrong: each in a bin of its own.
    const error = calibrationError(reliabilityOf(judge(CLASSES, TRUTH, ANSWERS)));
    expect(error).toBeCloseTo((0.1 + 0.4 + 0.7 + 0.2 + 0.5) / 5, 12);
  });

  it('is nothing where confidence equals accuracy, and puts a bound into the lower bin', () => {
    const judged = judge(['a', 'b'], [0, 0, 0, 1, 1], Array.from({ length: 5 }, () => [0.6, 0.4]));
    expect(calibrationError(reliabilityOf(judged))).toBeCloseTo(0, 12);
    expect(reliabilityOf(judged).findIndex(({ count }) => count === 5)).toBe(8);
  });

  it('is undefined when nothing was answered', () => {
    expect(calibrationError(reliabilityOf(judge(CLASSES, [0], [null])))).toBeNaN();
  });
});

describe('coverage', () => {
  it('takes the surest first and the undetected last', () => {
    const judged = judge(['a', 'b'], Array.from({ length: 10 }, () => 0), [null, ...Array.from({ length: 9 }, (_, index) => (index < 4 ? [0.6, 0.4] : [0.9, 0.1]))]);
    const curve = coverageCurve(judged);
    expect(curve.map(({ coverage }) => coverage)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(curve[8]?.accuracy).toBe(1);
    expect(curve[9]?.accuracy).toBe(0.9);
  });

  it('ends at the accuracy of all', () => {
    fc.assert(fc.property(judgements, (judged) => {
      expect(coverageCurve(judged).at(-1)?.accuracy).toBeCloseTo(scoresOf(judged.classes, confusionOf(judged)).accuracy, 12);
    }));
  });
});

describe('precision and recall', () => {
  it('is as by hand, equal scores together', () => {
    // By descending probability of b: hit, miss and hit together, then a hit that was never answered.
    const [, curve] = precisionRecallCurves(judge(['a', 'b'], [1, 0, 1, 1], [[0.1, 0.9], [0.5, 0.5], [0.5, 0.5], null]));
    expect(curve?.points).toEqual([{ recall: 1 / 3, precision: 1 }, { recall: 2 / 3, precision: 2 / 3 }]);
    expect(curve?.average).toBeCloseTo(1 / 3 + (1 / 3) * (2 / 3), 12);
  });

  it('is perfect for a perfect classifier', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1 }), (truth) => {
      const curves = precisionRecallCurves(judge(['a', 'b', 'c'], truth, truth.map((label) => [0, 1, 2].map((index) => (index === label ? 1 : 0)))));
      for (const { average } of curves) expect(average).toBeCloseTo(1, 12);
    }));
  });
});

describe('measureClassifier', () => {
  it('puts every figure inside its interval, and says how many were answered', () => {
    const truth = Array.from({ length: 400 }, (_, index) => index % 3);
    const answers = truth.map((label, index): Answer => (index % 10 === 0 ? null : [0, 1, 2].map((each) => (each === (index % 4 === 0 ? 0 : label) ? 0.8 : 0.1))));
    const metrics = measureClassifier(judge(CLASSES.slice(0, 3), truth, answers), { seed: 1 });
    expect(metrics.answered).toBe(0.9);
    const { accuracy = [1, 0], perClass } = metrics.intervals as { accuracy: [number, number]; perClass: Record<string, { f1: [number, number] }> };
    expect(accuracy[0]).toBeLessThan(metrics.accuracy ?? 0);
    expect(accuracy[1]).toBeGreaterThan(metrics.accuracy ?? 1);
    expect(perClass['glad']?.f1[0]).toBeLessThan(metrics.perClass?.['glad']?.f1 ?? 0);
    expect(metrics.coverage).toHaveLength(10);
  });
});
