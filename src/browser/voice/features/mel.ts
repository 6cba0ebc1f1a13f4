import type { Hertz } from '../../../core/index.ts';

/** How many mel bands a spectrum is summed into. */
export const MELS = 40;
/** Edges of the bands: below lies rumble, and above what narrow microphones and codecs take away. */
const LOWEST: Hertz = 60;
const HIGHEST: Hertz = 7600;
/** Power below which a band counts as empty: -90 dB of a full-scale sine in this window. */
const FLOOR = 1e-5;

/** Sums power spectra into mel bands. */
export interface MelBands {
  /** Writes the natural logarithm of each band's power. */
  run(power: Float32Array, output: Float32Array): void;
}

const toMel = (hertz: Hertz): number => 1127 * Math.log(1 + hertz / 700);
const toHertz = (mel: number): Hertz => 700 * (Math.exp(mel / 1127) - 1);

/** Triangular bands, evenly spaced on the mel scale (O'Shaughnessy 1987), each summing to the same height. */
export function createMelBands(bins: number, rate: Hertz): MelBands {
  const width = rate / 2 / (bins - 1);
  const step = (toMel(HIGHEST) - toMel(LOWEST)) / (MELS + 1);
  const bands = Array.from({ length: MELS }, (_, band) => {
    const [low, middle, high] = [0, 1, 2].map((edge) => toHertz(toMel(LOWEST) + (band + edge) * step)) as [number, number, number];
    const first = Math.ceil(low / width);
    const weights = Array.from({ length: Math.max(1, Math.floor(high / width) - first + 1) }, (__, i) => {
      const hertz = (first + i) * width;
      return Math.max(1e-3, hertz < middle ? (hertz - low) / (middle - low) : (high - hertz) / (high - middle));
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { first, weights: Float64Array.from(weights, (weight) => weight / total) };
  });
  return {
    run(power, output) {
      for (let band = 0; band < MELS; band += 1) {
        const { first, weights } = bands[band]!;
        let sum = 0;
        for (let i = 0; i < weights.length; i += 1) sum += weights[i]! * power[first + i]!;
        output[band] = Math.log(sum + FLOOR);
      }
    },
  };
}

/** How many cepstral coefficients are kept, beginning with the first after the mean. */
export const CEPSTRA = 12;

const COSINES = Float64Array.from({ length: CEPSTRA * MELS }, (_, at) =>
  Math.sqrt(2 / MELS) * Math.cos((Math.PI * (Math.floor(at / MELS) + 1) * ((at % MELS) + 0.5)) / MELS));

/** Mel-frequency cepstral coefficients 1 to {@link CEPSTRA}: the discrete cosine transform of the log-mels. */
export function writeCepstra(mels: Float32Array, output: Float32Array, at: number): void {
  for (let k = 0; k < CEPSTRA; k += 1) {
    let sum = 0;
    for (let band = 0; band < MELS; band += 1) sum += COSINES[k * MELS + band]! * mels[band]!;
    output[at + k] = sum;
  }
}
