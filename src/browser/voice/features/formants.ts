import type { Hertz } from '../../../core/index.ts';

/** Up to five resonances below {@link TOP}; ten poles, as is usual for a voice up to 5.5 kHz. */
const ORDER = 10;
const TOP: Hertz = 5500;
/** A resonance this wide is the slope of the spectrum rather than a formant. */
const WIDEST: Hertz = 700;
const LOWEST: Hertz = 150;
const STEPS = 40;
const CLOSE_ENOUGH = 1e-4;

/** Resonances of the vocal tract, the lowest first. */
export interface Formants {
  /** How many were found, at most 5. */
  count: number;
  readonly frequencies: Float64Array;
  readonly bandwidths: Float64Array;
}

/**
 * Makes a finder of formants: selective linear prediction (Makhoul 1975) of the spectrum below 5.5 kHz,
 * whose poles are found all at once (Durand and Kerner).
 *
 * @param bins of a power spectrum from 0 Hz to half of `rate`
 */
export function createFormantFinder(bins: number, rate: Hertz): (power: Float32Array) => Formants {
  const width = rate / 2 / (bins - 1);
  const used = Math.round(TOP / width);
  const cosines = Float64Array.from({ length: (ORDER + 1) * (used + 1) }, (_, at) => Math.cos((Math.PI * Math.floor(at / (used + 1)) * (at % (used + 1))) / used));
  // A first difference lifts the spectrum by 6 dB per octave: pre-emphasis without touching the samples.
  const emphasis = Float64Array.from({ length: used + 1 }, (_, bin) => {
    const angle = (2 * Math.PI * bin * width) / rate;
    return (1 + 0.97 ** 2 - 2 * 0.97 * Math.cos(angle)) * (bin === 0 || bin === used ? 0.5 : 1);
  });
  const correlation = new Float64Array(ORDER + 1);
  const polynomial = new Float64Array(ORDER + 1);
  const before = new Float64Array(ORDER + 1);
  const [re, im] = [new Float64Array(ORDER), new Float64Array(ORDER)];
  const formants: Formants = { count: 0, frequencies: new Float64Array(ORDER / 2), bandwidths: new Float64Array(ORDER / 2) };

  return (power) => {
    for (let lag = 0; lag <= ORDER; lag += 1) {
      let sum = 0;
      for (let bin = 0; bin <= used; bin += 1) sum += cosines[lag * (used + 1) + bin]! * emphasis[bin]! * power[bin]!;
      correlation[lag] = sum;
    }
    formants.count = 0;
    if (!(correlation[0]! > 0)) return formants;
    correlation[0] = correlation[0]! * (1 + 1e-6);
    solve(correlation, polynomial, before);
    findRoots(polynomial, re, im);
    for (let i = 0; i < ORDER; i += 1) {
      if (!(im[i]! > 0)) continue;
      const frequency = (Math.atan2(im[i]!, re[i]!) * TOP) / Math.PI;
      const bandwidth = (-Math.log(Math.hypot(re[i]!, im[i]!)) * 2 * TOP) / Math.PI;
      if (bandwidth < WIDEST && frequency > LOWEST && frequency < TOP - LOWEST) insert(formants, frequency, bandwidth);
    }
    return formants;
  };
}

function insert(formants: Formants, frequency: Hertz, bandwidth: Hertz): void {
  let place = formants.count;
  for (; place > 0 && formants.frequencies[place - 1]! > frequency; place -= 1) {
    formants.frequencies[place] = formants.frequencies[place - 1]!;
    formants.bandwidths[place] = formants.bandwidths[place - 1]!;
  }
  formants.frequencies[place] = frequency;
  formants.bandwidths[place] = bandwidth;
  formants.count += 1;
}

/** Levinson and Durbin: the predictor polynomial 1 + a1 z^-1 + ... of an autocorrelation. */
function solve(correlation: Float64Array, a: Float64Array, before: Float64Array): void {
  a.fill(0);
  a[0] = 1;
  let error = correlation[0]!;
  for (let order = 1; order <= ORDER; order += 1) {
    let sum = correlation[order]!;
    for (let i = 1; i < order; i += 1) sum += a[i]! * correlation[order - i]!;
    const reflection = -sum / error;
    before.set(a);
    for (let i = 1; i <= order; i += 1) a[i] = before[i]! + reflection * before[order - i]!;
    error *= 1 - reflection * reflection;
  }
}

/** All roots of a polynomial with a leading 1, each turned about the others until they rest. */
function findRoots(a: Float64Array, re: Float64Array, im: Float64Array): void {
  for (let i = 0; i < ORDER; i += 1) {
    re[i] = 0.9 * Math.cos((2 * Math.PI * (i + 0.3)) / ORDER);
    im[i] = 0.9 * Math.sin((2 * Math.PI * (i + 0.3)) / ORDER);
  }
  for (let step = 0; step < STEPS; step += 1) {
    let moved = 0;
    for (let i = 0; i < ORDER; i += 1) {
      const x = re[i]!;
      const y = im[i]!;
      let valueRe = 1;
      let valueIm = 0;
      for (let k = 1; k <= ORDER; k += 1) {
        const turned = valueRe * x - valueIm * y + a[k]!;
        valueIm = valueRe * y + valueIm * x;
        valueRe = turned;
      }
      let restRe = 1;
      let restIm = 0;
      for (let j = 0; j < ORDER; j += 1) {
        if (j === i) continue;
        const dx = x - re[j]!;
        const dy = y - im[j]!;
        const turned = restRe * dx - restIm * dy;
        restIm = restRe * dy + restIm * dx;
        restRe = turned;
      }
      const size = restRe * restRe + restIm * restIm + 1e-30;
      const stepRe = (valueRe * restRe + valueIm * restIm) / size;
      const stepIm = (valueIm * restRe - valueRe * restIm) / size;
      re[i] = x - stepRe;
      im[i] = y - stepIm;
      moved = Math.max(moved, Math.abs(stepRe) + Math.abs(stepIm));
    }
    if (moved < CLOSE_ENOUGH) return;
  }
}
