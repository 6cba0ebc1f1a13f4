import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNet, parseNet, tensorOf } from '../../../../src/browser/nets/net-file.ts';

const file = (values: readonly number[], model = 'face'): string =>
  formatNet({ model, settings: { sharpness: 2 }, tensors: { weights: { shape: [values.length], values: Float32Array.from(values) } } });

describe('a model\'s file', () => {
  it('gives its numbers back to three digits', () => {
    fc.assert(fc.property(fc.array(fc.float({ min: -60_000, max: 60_000, noNaN: true })), (values) => {
      const back = tensorOf(parseNet(file(values), 'face'), 'weights', [values.length]);
      values.forEach((value, i) => expect(Math.abs((back[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(Math.max(2 ** -25, Math.abs(value) / 2048)));
    }));
  });

  it('gives bytes back to a step of their column, and whole numbers as they are', () => {
    const numbers = fc.array(fc.tuple(fc.float({ min: -9, max: 9, noNaN: true }), fc.float({ min: -900, max: 900, noNaN: true })), { minLength: 1 });
    fc.assert(fc.property(numbers, fc.array(fc.nat(2 ** 24 - 1)), (rows, whole) => {
      const values = Float32Array.from(rows.flat());
      const back = parseNet(formatNet({ model: 'text', settings: {}, tensors: {
        weights: { shape: [rows.length, 2], values, as: 'byte' }, keys: { shape: [whole.length], values: Float32Array.from(whole), as: 'whole' },
      } }), 'text');
      const largest = [0, 1].map((column) => Math.max(...rows.map((each) => Math.abs(each[column]!))));
      tensorOf(back, 'weights', [rows.length, 2]).forEach((value, i) => expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual(largest[i % 2]! / 250 + 1e-6));
      expect([...tensorOf(back, 'keys', [whole.length])]).toEqual(whole);
    }));
  });

  it('gives its settings back', () => {
    expect(parseNet(file([1]), 'face').settings).toEqual({ sharpness: 2 });
  });

  it('tells what came instead of the model', () => {
    expect(() => parseNet('<!doctype html>', 'face')).toThrow(/"face".*not JSON/);
    expect(() => parseNet('{}', 'face')).toThrow(/something else/);
    expect(() => parseNet(file([1], 'voice'), 'face')).toThrow(/it holds "voice"/);
    expect(() => parseNet(file([1, 2]).replace('2\n   ]', '3\n   ]'), 'face')).toThrow(/2 numbers for the shape 3/);
    expect(() => tensorOf(parseNet(file([1, 2]), 'face'), 'weights', [3])).toThrow(/of 3, but it has one of 2/);
    expect(() => tensorOf(parseNet(file([1, 2]), 'face'), 'bias', [1])).toThrow(/but it has none/);
  });
});
