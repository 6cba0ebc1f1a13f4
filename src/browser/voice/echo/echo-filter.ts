import { FRAME } from '../voice-frame.ts';
import { createRealTransform } from './real-transform.ts';
import { BINS, PARTITIONS, WINDOW, type ReferenceHistory } from './reference-history.ts';

/** Learns how the agent's own sound comes back into the microphone, and takes it away. */
export interface EchoFilter {
  /**
   * Hears the next frame of the microphone, after the history took the reference's; writes what remains without the echo.
   *
   * @param lag frames by which the echo lags; another one than before begins anew
   * @param prior for each bin, how much stronger than the reference the echo may be (power)
   */
  push(microphone: Float32Array, remains: Float32Array, lag: number, prior: Float64Array): void;
  reset(): void;
}

/** How much of the path is still the same a frame later: people and clocks move. */
const SAME = 0.9995;
/** Weight of the past in the power of the error; quick, since a player's first syllable must not be learned as echo. */
const PAST = 0.7;
/** Share of an error that is taken for the room's or the player's rather than the filter's. */
const NOT_ECHO = 0.5;
/**
 * How much a frame makes the filter surer: a quarter of what Kuech's equations say, which forget that windows overlap and
 * that speech excites only some of its bins. With theirs it holds still before it has learned (measured by the soak).
 */
const CERTAINTY = 0.125;
/** Below the quantisation of 16 bits. */
const LEAST = 1e-7;

/**
 * A partitioned-block Kalman filter in the frequency domain: each coefficient has a variance, and
 * its step follows from that and from how much of the error is not echo, so it learns at once when
 * it knows nothing and holds still while the player talks.
 *
 * G. Enzner and P. Vary (2006), Frequency-domain adaptive Kalman filter for acoustic echo control;
 * F. Kuech, E. Mabande and G. Enzner (2014) for the partitions.
 */
export function createEchoFilter(history: ReferenceHistory): EchoFilter {
  const transform = createRealTransform(WINDOW);
  const spectra = (): Float64Array[] => Array.from({ length: PARTITIONS }, () => new Float64Array(BINS));
  // Partition p hears what sounded lag + p frames ago.
  const [wRe, wIm, variance] = [spectra(), spectra(), spectra()];
  const [error, gain] = [new Float64Array(BINS), new Float64Array(BINS)];
  const [re, im] = [new Float64Array(BINS), new Float64Array(BINS)];
  const [eRe, eIm] = [new Float64Array(BINS), new Float64Array(BINS)];
  const scratch = new Float64Array(WINDOW);
  let current: number | null = null;

  const begin = (lag: number, prior: Float64Array): void => {
    current = lag;
    for (const each of [...wRe, ...wIm, error]) each.fill(0);
    for (const each of variance) for (let k = 0; k < BINS; k += 1) each[k] = Math.min(1, prior[k]!) / PARTITIONS;
  };

  /** Overlap-save: only the second half of a circular convolution is a linear one. */
  const subtract = (microphone: Float32Array, remains: Float32Array, lag: number): void => {
    re.fill(0);
    im.fill(0);
    for (let p = 0; p < PARTITIONS; p += 1) {
      const { re: a, im: b } = history.at(lag + p);
      const [c, d] = [wRe[p]!, wIm[p]!];
      for (let k = 0; k < BINS; k += 1) {
        re[k] = re[k]! + a[k]! * c[k]! - b[k]! * d[k]!;
        im[k] = im[k]! + a[k]! * d[k]! + b[k]! * c[k]!;
      }
    }
    transform.inverse(re, im, scratch);
    for (let i = 0; i < FRAME; i += 1) remains[i] = microphone[i]! - scratch[FRAME + i]!;
  };

  const learn = (remains: Float32Array, lag: number): void => {
    scratch.fill(0, 0, FRAME);
    for (let i = 0; i < FRAME; i += 1) scratch[FRAME + i] = remains[i]!;
    transform.forward(scratch, eRe, eIm);
    gain.fill(LEAST);
    for (let p = 0; p < PARTITIONS; p += 1) {
      const { power } = history.at(lag + p);
      const v = variance[p]!;
      // Half, because the error is half a window of silence.
      for (let k = 0; k < BINS; k += 1) gain[k] = gain[k]! + 0.5 * power[k]! * v[k]!;
    }
    for (let k = 0; k < BINS; k += 1) {
      const power = eRe[k]! * eRe[k]! + eIm[k]! * eIm[k]!;
      error[k] = PAST * error[k]! + (1 - PAST) * power;
      gain[k] = 1 / Math.max(gain[k]! + NOT_ECHO * Math.max(power, error[k]!), power, error[k]!);
    }
    for (let p = 0; p < PARTITIONS; p += 1) {
      const { re: a, im: b, power } = history.at(lag + p);
      const [c, d, v] = [wRe[p]!, wIm[p]!, variance[p]!];
      for (let k = 0; k < BINS; k += 1) {
        const step = v[k]! * gain[k]!;
        re[k] = step * (a[k]! * eRe[k]! + b[k]! * eIm[k]!);
        im[k] = step * (a[k]! * eIm[k]! - b[k]! * eRe[k]!);
        v[k] = v[k]! * Math.max(0, 1 - CERTAINTY * step * power[k]!);
      }
      // A partition is one frame long; what the circular correlation put behind it is no part of the path.
      transform.inverse(re, im, scratch);
      scratch.fill(0, FRAME);
      transform.forward(scratch, re, im);
      for (let k = 0; k < BINS; k += 1) {
        c[k] = SAME * (c[k]! + re[k]!);
        d[k] = SAME * (d[k]! + im[k]!);
        v[k] = SAME * SAME * v[k]! + (1 - SAME * SAME) * (c[k]! * c[k]! + d[k]! * d[k]!);
      }
    }
  };

  return {
    push(microphone, remains, lag, prior) {
      if (lag !== current) begin(lag, prior);
      subtract(microphone, remains, lag);
      learn(remains, lag);
    },
    reset() {
      current = null;
    },
  };
}
