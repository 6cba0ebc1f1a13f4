/** Streams samples from one rate to another; see {@link createResampler}. */
export interface Resampler {
  /**
   * Takes the next input samples and writes every output sample that became computable.
   *
   * @param output must hold at least {@link capacity} of `input.length` samples
   * @returns how many samples were written
   */
  push(input: Float32Array, output: Float32Array): number;
  /** The most samples that an input of this length can yield. */
  capacity(inputLength: number): number;
  /** How many input samples must have followed an instant before its output sample appears. */
  readonly delay: number;
}

/** Share of the lower Nyquist frequency up to which the pass-band is flat. */
const PASS_BAND = 0.875;
const STOP_BAND_DECIBELS = 70;

/**
 * A polyphase resampler with a Kaiser-windowed sinc low-pass: flat to 7/8 of the lower Nyquist
 * frequency, 70 dB down beyond it, linear phase.
 *
 * Output sample n belongs to the instant n / to of the input, so the filter delays when a sample
 * appears, never the time that it stands for.
 *
 * @param from input rate in hertz, a whole number
 * @param to output rate in hertz, a whole number
 * @throws {RangeError} when a rate is not a whole number in [4000, 384000]
 */
export function createResampler(from: number, to: number): Resampler {
  for (const rate of [from, to]) {
    if (!Number.isInteger(rate) || rate < 4000 || rate > 384_000) {
      throw new RangeError(`Expected sample rates that are whole numbers from 4000 to 384000 Hz, but got ${from} and ${to}. Use the audio context's own sampleRate.`);
    }
  }
  const divisor = greatestCommonDivisor(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const bank = designFilterBank(from, Math.min(from, to) / 2, up);
  const taps = bank.length / up;
  const delay = taps / 2;

  // The newest `taps` samples, written twice so that every window is contiguous.
  const ring = new Float32Array(2 * taps);
  let head = 0;
  // Input samples still to come before the next output, and its place between two of them.
  let wait = delay + 1;
  let phase = 0;

  return {
    delay,
    capacity: (inputLength) => Math.ceil((inputLength * up) / down) + 1,
    push(input, output) {
      let written = 0;
      for (const sample of input) {
        ring[head] = sample;
        ring[head + taps] = sample;
        head = head + 1 === taps ? 0 : head + 1;
        wait -= 1;
        while (wait === 0) {
          let sum = 0;
          const row = phase * taps;
          for (let tap = 0; tap < taps; tap += 1) sum += bank[row + tap]! * ring[head + tap]!;
          output[written] = sum;
          written += 1;
          phase += down;
          wait = Math.floor(phase / up);
          phase -= wait * up;
        }
      }
      return written;
    },
  };
}

/**
 * One row of taps for each fraction p / `phases` of an input sample, oldest sample first.
 *
 * The even number of taps spans [-taps/2 + 1, taps/2] around the output instant.
 */
function designFilterBank(rate: number, nyquist: number, phases: number): Float32Array {
  const transition = ((1 - PASS_BAND) * nyquist) / rate;
  const half = Math.ceil((STOP_BAND_DECIBELS - 7.95) / (14.36 * transition) / 2);
  const taps = 2 * half;
  const beta = 0.1102 * (STOP_BAND_DECIBELS - 8.7);
  const cutoff = ((1 + PASS_BAND) / 2) * (nyquist / rate);
  const bank = new Float32Array(phases * taps);
  for (let phase = 0; phase < phases; phase += 1) {
    const row = bank.subarray(phase * taps, (phase + 1) * taps);
    let total = 0;
    for (let tap = 0; tap < taps; tap += 1) {
      const distance = tap - half + 1 - phase / phases;
      const angle = 2 * Math.PI * cutoff * distance;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      const edge = Math.max(0, 1 - (distance / half) ** 2);
      row[tap] = sinc * besselI0(beta * Math.sqrt(edge));
      total += row[tap]!;
    }
    // Unit gain at 0 Hz in every phase, or the phases would modulate a steady level.
    for (let tap = 0; tap < taps; tap += 1) row[tap] = row[tap]! / total;
  }
  return bank;
}

/** The modified Bessel function of order zero, by its power series. */
function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-10; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
