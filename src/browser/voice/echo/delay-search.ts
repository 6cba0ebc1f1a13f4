import { FRAME } from '../voice-frame.ts';
import { createRealTransform } from './real-transform.ts';
import { BINS, LAGS, WINDOW, type ReferenceHistory } from './reference-history.ts';

/** Finds how long after the agent's sound its echo begins. */
export interface DelaySearch {
  push(microphone: Float32Array): void;
  /** Frames by which the echo's first part lags; null while nothing in the microphone resembles the reference. */
  readonly lag: number | null;
  /** Power of the microphone over that of the reference in each bin, of the recent past: no echo is stronger. */
  readonly ratio: Float64Array;
  reset(): void;
}

/** 200 to 4000 Hz: below is rumble, above small loudspeakers and Flite have little. */
const FIRST = 13;
const LAST = 256;
/** Weight of the newest frame in the spectra: a memory of about 1 s of sound. */
const NEWEST = 0.03;
/** Share of the microphone's power: unrelated speech comes to 0.16 at most, echo 10 dB above the noise to 0.5 and more (measured). */
const RELATED = 0.25;
/** By how much another lag must explain more than the present one. */
const CLEARLY = 1.6;
/** Frames for which another lag must lead, so that one word does not move the filter. */
const PATIENCE = 5;

/**
 * The share of the microphone's power that a path from one window of the reference explains, for each
 * lag: the magnitude-squared coherence (G. C. Carter 1987) weighted by the power heard in each bin.
 */
export function createDelaySearch(history: ReferenceHistory): DelaySearch {
  const transform = createRealTransform(WINDOW);
  const window = new Float64Array(WINDOW);
  const [re, im] = [new Float64Array(BINS), new Float64Array(BINS)];
  const cross = Array.from({ length: LAGS }, () => ({ re: new Float64Array(LAST), im: new Float64Array(LAST), reference: new Float64Array(LAST) }));
  const heard = new Float64Array(BINS);
  const sounded = new Float64Array(BINS);
  const ratio = new Float64Array(BINS);
  let lag: number | null = null;
  let rival: number | null = null;
  let lead = 0;

  const explained = (age: number): number => {
    const { re: a, im: b, reference } = cross[age]!;
    let [part, all] = [0, 1e-9];
    for (let k = FIRST; k < LAST; k += 1) {
      part += (a[k]! * a[k]! + b[k]! * b[k]!) / (reference[k]! + 1e-9);
      all += heard[k]!;
    }
    return part / all;
  };

  const decide = (): void => {
    let best = 0;
    let most = 0;
    for (let age = 0; age < LAGS; age += 1) {
      const each = explained(age);
      if (each > most) [best, most] = [age, each];
    }
    // The filter begins a frame early and is long, so neither a neighbour nor a loud reflection is a reason to begin anew.
    const elsewhere = lag === null || (Math.abs(best - lag) > 1 && most > CLEARLY * explained(lag));
    const found = most > RELATED && elsewhere ? best : lag;
    lead = found === rival ? lead + 1 : 0;
    rival = found;
    if (lead >= PATIENCE) lag = found;
  };

  return {
    ratio,
    get lag() {
      return lag;
    },
    push(microphone) {
      window.copyWithin(0, FRAME);
      for (let i = 0; i < FRAME; i += 1) window[FRAME + i] = microphone[i]!;
      transform.forward(window, re, im);
      const { power } = history.at(lag ?? 0);
      for (let k = 0; k < BINS; k += 1) {
        heard[k] = heard[k]! + NEWEST * (re[k]! * re[k]! + im[k]! * im[k]! - heard[k]!);
        sounded[k] = sounded[k]! + NEWEST * (power[k]! - sounded[k]!);
        ratio[k] = heard[k]! / (sounded[k]! + 1e-9);
      }
      for (let age = 0; age < LAGS; age += 1) {
        const { re: a, im: b, power: c } = history.at(age);
        const { re: crossRe, im: crossIm, reference } = cross[age]!;
        for (let k = FIRST; k < LAST; k += 1) {
          crossRe[k] = crossRe[k]! + NEWEST * (re[k]! * a[k]! + im[k]! * b[k]! - crossRe[k]!);
          crossIm[k] = crossIm[k]! + NEWEST * (im[k]! * a[k]! - re[k]! * b[k]! - crossIm[k]!);
          reference[k] = reference[k]! + NEWEST * (c[k]! - reference[k]!);
        }
      }
      decide();
    },
    reset() {
      for (const each of cross) for (const part of [each.re, each.im, each.reference]) part.fill(0);
      for (const each of [window, heard, sounded, ratio]) each.fill(0);
      lag = rival = null;
      lead = 0;
    },
  };
}
