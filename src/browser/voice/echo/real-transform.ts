/**
 * The Fourier transform of real frames of one length, both ways. A spectrum is two arrays of
 * `size / 2 + 1` numbers, real and imaginary parts from 0 Hz to half the sample rate. Nothing is allocated.
 */
export interface RealTransform {
  readonly bins: number;
  forward(samples: Float64Array, re: Float64Array, im: Float64Array): void;
  /** The exact inverse of {@link forward}. */
  inverse(re: Float64Array, im: Float64Array, samples: Float64Array): void;
}

/**
 * A radix-2 transform of half the length, with even samples as real and odd ones as imaginary parts
 * (Press et al., Numerical Recipes, section 12.3).
 *
 * @param size samples in a frame, a power of two of at least 4
 * @throws {RangeError} when the size is something else
 */
export function createRealTransform(size: number): RealTransform {
  if (size < 4 || (size & (size - 1)) !== 0) throw new RangeError(`Expected a frame of 4, 8, 16 or another power of two samples, but got ${size}.`);
  const half = size / 2;
  const cosines = Float64Array.from({ length: half }, (_, i) => Math.cos((2 * Math.PI * i) / size));
  const sines = Float64Array.from({ length: half }, (_, i) => Math.sin((2 * Math.PI * i) / size));
  const reversed = new Int32Array(half);
  for (let i = 1; i < half; i += 1) reversed[i] = (reversed[i >> 1]! >> 1) | (i & 1 ? half >> 1 : 0);
  const a = new Float64Array(half);
  const b = new Float64Array(half);

  /** In place on `a` + i `b`, which hold the input in bit-reversed order; unscaled. */
  const run = (): void => {
    for (let width = 1; width < half; width *= 2) {
      const stride = half / width;
      for (let k = 0; k < width; k += 1) {
        const c = cosines[k * stride]!;
        const s = sines[k * stride]!;
        for (let i = k; i < half; i += 2 * width) {
          const j = i + width;
          const re = a[j]! * c + b[j]! * s;
          const im = b[j]! * c - a[j]! * s;
          a[j] = a[i]! - re;
          b[j] = b[i]! - im;
          a[i] = a[i]! + re;
          b[i] = b[i]! + im;
        }
      }
    }
  };

  return {
    bins: half + 1,
    forward(samples, re, im) {
      for (let i = 0; i < half; i += 1) {
        a[reversed[i]!] = samples[2 * i]!;
        b[reversed[i]!] = samples[2 * i + 1]!;
      }
      run();
      re[0] = a[0]! + b[0]!;
      re[half] = a[0]! - b[0]!;
      im[0] = im[half] = 0;
      for (let k = 1; k < half; k += 1) {
        const evenRe = (a[k]! + a[half - k]!) / 2;
        const evenIm = (b[k]! - b[half - k]!) / 2;
        const oddRe = (b[k]! + b[half - k]!) / 2;
        const oddIm = (a[half - k]! - a[k]!) / 2;
        re[k] = evenRe + oddRe * cosines[k]! + oddIm * sines[k]!;
        im[k] = evenIm + oddIm * cosines[k]! - oddRe * sines[k]!;
      }
    },
    inverse(re, im, samples) {
      // The inverse of a transform is the transform of the conjugate, conjugated; hence the signs of `b`.
      for (let k = 0; k < half; k += 1) {
        const evenRe = (re[k]! + re[half - k]!) / 2;
        const evenIm = (im[k]! - im[half - k]!) / 2;
        const diffRe = (re[k]! - re[half - k]!) / 2;
        const diffIm = (im[k]! + im[half - k]!) / 2;
        const oddRe = diffRe * cosines[k]! - diffIm * sines[k]!;
        const oddIm = diffIm * cosines[k]! + diffRe * sines[k]!;
        a[reversed[k]!] = evenRe - oddIm;
        b[reversed[k]!] = -(evenIm + oddRe);
      }
      run();
      for (let i = 0; i < half; i += 1) {
        samples[2 * i] = a[i]! / half;
        samples[2 * i + 1] = -b[i]! / half;
      }
    },
  };
}
