import { describe, expect, it } from 'vitest';
import { BASELINES, compareBaselines, type Split } from '../../../../src/learn/baselines/compare.ts';
import { logisticRegression } from '../../../../src/learn/baselines/logistic-regression.ts';
import { majority } from '../../../../src/learn/baselines/majority.ts';
import { randomForest } from '../../../../src/learn/baselines/random-forest.ts';
import { standardiser } from '../../../../src/learn/baselines/standardise.ts';
import { svm } from '../../../../src/learn/baselines/svm.ts';
import { createRandom } from '../../../../src/learn/random.ts';

type Sample = Split['train'];

/** Three clouds; the first two features tell, the third is of another scale and tells nothing. */
function clouds(count: number, seed: number): Sample {
  const random = createRandom(seed);
  const labels = Int32Array.from({ length: count }, (_, item) => item % 3);
  const rows = Array.from(labels, (label) => Float32Array.of(label === 1 ? 3 : 0, label === 2 ? 3 : 0, 0).map((centre, j) => (j === 2 ? 1000 : 1) * (centre + 0.7 * random.normal())));
  return { rows, labels };
}

/** A ring around a disc, which no straight line parts. */
function ring(count: number, seed: number): Sample {
  const random = createRandom(seed);
  const labels = Int32Array.from({ length: count }, (_, item) => item % 2);
  const rows = Array.from(labels, (label) => {
    const [radius, angle] = [2 * label + random.uniform(), 2 * Math.PI * random.uniform()];
    return Float32Array.of(radius * Math.cos(angle), radius * Math.sin(angle));
  });
  return { rows, labels };
}

const score = async (baseline: (typeof BASELINES)[number], train: Sample, test: Sample): Promise<number> => {
  const classes = ['a', 'b', 'c'].slice(0, Math.max(...train.labels) + 1);
  return (await compareBaselines({ classes, splits: [{ train, test }], seed: 1, baselines: [baseline] }))[baseline.name]?.accuracy ?? 0;
};

describe('baselines', () => {
  it.each([logisticRegression, svm, randomForest])('$name tells clouds apart, whatever the scale of a useless feature', async (baseline) => {
    expect(await score(baseline, clouds(240, 1), clouds(90, 2))).toBeGreaterThan(0.9);
  });

  it.each([svm, randomForest])('$name bends where logistic regression cannot', async (baseline) => {
    expect(await score(baseline, ring(200, 1), ring(80, 2))).toBeGreaterThan(0.85);
    expect(await score(logisticRegression, ring(200, 1), ring(80, 2))).toBeLessThan(0.75);
  });

  it.each(BASELINES)('$name gives a distribution, the same from the same seed', async (baseline) => {
    const { rows, labels } = clouds(60, 3);
    const [first, again] = [await baseline.fit(rows, labels, 4, 9), await baseline.fit(rows, labels, 4, 9)];
    for (const row of rows.slice(0, 5)) {
      const answer = first.predict(row);
      expect(answer).toHaveLength(4);
      expect(answer.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
      expect(again.predict(row)).toEqual(answer);
    }
    first.free();
    again.free();
  });

  it('majority answers with the shares it saw', async () => {
    const fitted = await majority.fit([Float32Array.of(1), Float32Array.of(2), Float32Array.of(3), Float32Array.of(4)], Int32Array.of(0, 1, 1, 1), 2, 1);
    expect([...fitted.predict(Float32Array.of(0))]).toEqual([0.25, 0.75]);
  });
});

describe('compareBaselines', () => {
  it('counts what was not detected as wrong, and scores folds together', async () => {
    const train = { rows: [Float32Array.of(0)], labels: Int32Array.of(0) };
    const fold = (rows: (Float32Array | null)[], labels: number[]): Split => ({ train, test: { rows, labels: Int32Array.from(labels) } });
    const told: string[] = [];
    const compared = await compareBaselines({
      classes: ['a', 'b'], seed: 1, baselines: [majority],
      splits: [fold([Float32Array.of(1), null], [0, 0]), fold([Float32Array.of(1), Float32Array.of(1)], [0, 1])],
      onProgress: (done, total, name) => told.push(`${name} ${done}/${total}`),
    });
    expect(compared).toEqual({ majority: { accuracy: 2 / 4, macroF1: (4 / 6) / 2, uar: (2 / 3) / 2 } });
    expect(told).toEqual(['majority 1/2', 'majority 2/2']);
  });
});

describe('standardiser', () => {
  it('brings each feature to mean 0 and deviation 1, and a constant one to 0', () => {
    const standardise = standardiser([Float32Array.of(1, 7), Float32Array.of(3, 7)]);
    expect([...standardise(Float32Array.of(1, 7))]).toEqual([-1, 0]);
    expect([...standardise(Float32Array.of(4, 9))]).toEqual([2, 0]);
  });
});
