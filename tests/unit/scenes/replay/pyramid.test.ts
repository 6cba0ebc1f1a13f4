import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pyramidOf, rangeOf } from '../../../../scenes/replay/timeline/pyramid.ts';

const column = fc.array(fc.oneof({ weight: 5, arbitrary: fc.float({ min: -1, max: 1, noNaN: true }) }, fc.constant(Number.NaN)), { minLength: 1, maxLength: 3000 });

describe('pyramid', () => {
  it('finds the same range as looking at every number', () => {
    fc.assert(fc.property(column, fc.nat(), fc.nat(), (numbers, a, b) => {
      const values = Float32Array.from(numbers);
      const [from, to] = [Math.min(a, b) % (values.length + 1), Math.max(a, b) % (values.length + 1)];
      const known = values.slice(from, to).filter((value) => !Number.isNaN(value));
      const range = { low: 0, high: 0 };
      rangeOf(pyramidOf(values), from, to, range);
      expect(range).toEqual({ low: Math.min(...known), high: Math.max(...known) });
    }), { numRuns: 500 });
  });

  it('looks at few numbers of a long column', () => {
    const values = new Float64Array(500_000).map((_, i) => Math.sin(i));
    let looked = 0;
    const watched = (numbers: Float32Array | Float64Array) => new Proxy(numbers, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    const { levels } = pyramidOf(values);
    rangeOf({ values: watched(values), levels: levels.map(({ low, high }) => ({ low: watched(low), high: watched(high) })) as typeof levels }, 3, 499_990, { low: 0, high: 0 });
    expect(looked).toBeLessThan(400);
  });
});
