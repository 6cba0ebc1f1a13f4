import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRealTransform } from '../../../../../src/browser/voice/echo/real-transform.ts';

const signal = fc.constantFrom(4, 8, 64, 256).chain((size) => fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }));

describe('real transform', () => {
  it('is the discrete Fourier transform, and its inverse gives the samples back', () => {
    fc.assert(fc.property(signal, (samples) => {
      const size = samples.length;
      const transform = createRealTransform(size);
      const [re, im, back] = [new Float64Array(transform.bins), new Float64Array(transform.bins), new Float64Array(size)];
      transform.forward(Float64Array.from(samples), re, im);
      for (const k of [0, 1, size / 2 - 1, size / 2]) {
        const turn = (n: number): number => (2 * Math.PI * k * n) / size;
        expect(re[k]).toBeCloseTo(samples.reduce((sum, sample, n) => sum + sample * Math.cos(turn(n)), 0), 9);
        expect(im[k]).toBeCloseTo(samples.reduce((sum, sample, n) => sum - sample * Math.sin(turn(n)), 0), 9);
      }
      transform.inverse(re, im, back);
      samples.forEach((sample, n) => expect(back[n]).toBeCloseTo(sample, 9));
    }), { numRuns: 30 });
  });

  it('refuses a length that is no power of two', () => {
    expect(() => createRealTransform(48)).toThrow('but got 48');
  });
});
