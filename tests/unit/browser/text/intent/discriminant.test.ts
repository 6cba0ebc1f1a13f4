import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solvePositive } from '../../../../../src/browser/text/intent/cholesky.ts';
import { fitDiscriminant } from '../../../../../src/browser/text/intent/discriminant.ts';
import type { Sparse } from '../../../../../src/browser/text/intent/sparse.ts';
import { createRandom } from '../../../../../src/learn/random.ts';

const dense = (...values: readonly number[]): Sparse => ({ indices: Int32Array.from(values.keys()), values: Float32Array.from(values) });
const highest = (values: Float64Array): number => values.indexOf(Math.max(...values));

/** Clouds around a corner of a cube each, long in one direction. */
function clouds(seed: number, classes: number, each: number): { vectors: Sparse[]; labels: number[] } {
  const random = createRandom(seed);
  const labels = Array.from({ length: classes * each }, (_, i) => i % classes);
  const vectors = labels.map((label) => {
    const along = random.normal() * 2;
    return dense(...Array.from({ length: 6 }, (_, d) => (d === label ? 3 : 0) + 0.3 * random.normal() + (d > 3 ? along : 0)));
  });
  return { vectors, labels };
}

describe('solvePositive', () => {
  it('undoes a multiplication by a positive definite matrix', () => {
    const size = 5;
    fc.assert(fc.property(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 25, maxLength: 25 }), fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 10, maxLength: 10 }), (root, x) => {
      const a = Float64Array.from({ length: 25 }, (_, at) => {
        const [i, j] = [Math.floor(at / size), at % size];
        return Array.from({ length: size }, (__, k) => root[i * size + k]! * root[j * size + k]!).reduce((sum, value) => sum + value, i === j ? 1 : 0);
      });
      const b = Float64Array.from({ length: 10 }, (_, at) => Array.from({ length: size }, (__, k) => a[Math.floor(at / 2) * size + k]! * x[k * 2 + (at % 2)]!).reduce((sum, value) => sum + value, 0));
      solvePositive(a, size, b, 2);
      b.forEach((value, at) => expect(value).toBeCloseTo(x[at]!, 6));
    }));
  });
});

describe('fitDiscriminant', () => {
  it('tells clouds apart that lie in one direction', () => {
    const { vectors, labels } = clouds(1, 4, 12);
    const { judge } = fitDiscriminant(vectors, labels, 4, 6);
    const later = clouds(2, 4, 25);
    const right = later.vectors.filter((vector, i) => highest(judge(vector).scores) === later.labels[i]);
    expect(right.length).toBeGreaterThan(97);
  });

  it('puts each class\'s mean at a nearness of 1, and the middle of all classes at 0', () => {
    fc.assert(fc.property(fc.integer(), (seed) => {
      const { vectors, labels } = clouds(seed, 3, 6);
      const { judge } = fitDiscriminant(vectors, labels, 3, 6);
      const mean = (of: readonly Sparse[]): Sparse => dense(...Array.from({ length: 6 }, (_, d) => of.reduce((sum, { values }) => sum + values[d]! / of.length, 0)));
      for (let label = 0; label < 3; label += 1) {
        expect(judge(mean(vectors.filter((_, i) => labels[i] === label))).nearness[label]).toBeCloseTo(1, 3);
      }
      judge(mean(vectors)).nearness.forEach((near) => expect(near).toBeCloseTo(0, 3));
    }), { numRuns: 20 });
  });

  it('does not care for where the examples lie as a whole', () => {
    const { vectors, labels } = clouds(3, 3, 8);
    const moved = (vector: Sparse): Sparse => dense(...vector.values.map((value) => value + 5));
    const here = fitDiscriminant(vectors, labels, 3, 6);
    const there = fitDiscriminant(vectors.map(moved), labels, 3, 6);
    const probe = dense(1, 0, 2, 0, 1, 1);
    const { nearness } = here.judge(probe);
    there.judge(moved(probe)).nearness.forEach((near, label) => expect(near).toBeCloseTo(nearness[label]!, 2));
  });

  it('works with one example of each class, and with examples that are all the same', () => {
    const single = fitDiscriminant([dense(1, 0), dense(0, 1)], [0, 1], 2, 2);
    expect(highest(single.judge(dense(0.1, 0.9)).scores)).toBe(1);
    const same = fitDiscriminant([dense(1, 0), dense(1, 0), dense(0, 1), dense(0, 1)], [0, 0, 1, 1], 2, 2);
    expect(highest(same.judge(dense(0.9, 0.2)).scores)).toBe(0);
    const alike = fitDiscriminant([dense(1, 0), dense(1, 0)], [0, 1], 2, 2).judge(dense(1, 0));
    expect([...alike.scores, ...alike.nearness].every(Number.isFinite)).toBe(true);
  });
});
