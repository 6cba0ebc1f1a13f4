/** Power spectra of windows of one length. */
export interface PowerSpectrum {
  /** How many numbers a spectrum has: from 0 Hz to half the sample rate. */
  readonly bins: number;
  /** Reads `size` samples and writes |X|^2 of each bin; allocates nothing. */
  run(samples: Float32Array, output: Float32Array): void;
}

/**
 * A radix-2 fast Fourier transform (Cooley and Tukey 1965) of real samples, after a Hann window.
 *
 * @param size samples in a window, a power of two of at least 4
 * @throws {RangeError} when the size is something else
 */
export function createPowerSpectrum(size: number): PowerSpectrum {
  if (size < 4 || (size & (size - 1)) !== 0) throw new RangeError(`Expected a window of 4, 8, 16 or another power of two samples, but got ${size}.`);
  const window = Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size));
  const cosines = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
  const sines = Float64Array.from({ length: size / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / size));
  const reversed = reversedBits(size);
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  const bins = size / 2 + 1;
  return {
    bins,
    run(samples, output) {
      for (let i = 0; i < size; i += 1) {
        re[reversed[i]!] = samples[i]! * window[i]!;
        im[i] = 0;
      }
      for (let half = 1; half < size; half *= 2) {
        const stride = size / (2 * half);
        for (let start = 0; start < size; start += 2 * half) {
          for (let k = 0; k < half; k += 1) {
            const c = cosines[k * stride]!;
            const s = sines[k * stride]!;
            const a = start + k;
            const b = a + half;
            const turnedRe = re[b]! * c + im[b]! * s;
            const turnedIm = im[b]! * c - re[b]! * s;
            re[b] = re[a]! - turnedRe;
            im[b] = im[a]! - turnedIm;
            re[a] = re[a]! + turnedRe;
            im[a] = im[a]! + turnedIm;
          }
        }
      }
      for (let i = 0; i < bins; i += 1) output[i] = re[i]! * re[i]! + im[i]! * im[i]!;
    },
  };
}

function reversedBits(size: number): Int32Array {
  const reversed = new Int32Array(size);
  for (let i = 1; i < size; i += 1) reversed[i] = (reversed[i >> 1]! >> 1) | (i & 1 ? size >> 1 : 0);
  return reversed;
}
