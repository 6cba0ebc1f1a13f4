import type { Decibels, Hertz } from '../../../core/index.ts';

/** Measures of the shape of a power spectrum, as eGeMAPS defines them. */
export interface SpectrumShape {
  /** 50-1000 Hz above 1-5 kHz. */
  alpha(power: Float32Array): Decibels;
  /** The strongest bin of 0-2 kHz above that of 2-5 kHz. */
  hammarberg(power: Float32Array): Decibels;
  /** Of the least-squares line through the levels between two frequencies, in dB per kHz. */
  slope(power: Float32Array, from: Hertz, to: Hertz): number;
  /** The level of the strongest bin between two frequencies. */
  peak(power: Float32Array, from: Hertz, to: Hertz): Decibels;
  /** Distance of two spectra's shapes: half the summed difference of their shares, in [0, 1]. */
  flux(power: Float32Array, before: Float32Array): number;
}

/** Keeps the logarithm of nothing finite. */
const FLOOR = 1e-9;
/** Speech has hardly any shape to compare beyond. */
const FLUX_TOP: Hertz = 5000;

const decibels = (power: number): Decibels => 10 * Math.log10(power + FLOOR);

/** @param bins of a power spectrum from 0 Hz to half of `rate` */
export function createSpectrumShape(bins: number, rate: Hertz): SpectrumShape {
  const width = rate / 2 / (bins - 1);
  const bin = (hertz: Hertz): number => Math.min(bins - 1, Math.max(0, Math.round(hertz / width)));
  const sum = (power: Float32Array, from: Hertz, to: Hertz): number => {
    let total = 0;
    for (let i = bin(from); i < bin(to); i += 1) total += power[i]!;
    return total;
  };
  const peak = (power: Float32Array, from: Hertz, to: Hertz): Decibels => {
    let most = 0;
    for (let i = bin(from); i <= bin(to); i += 1) most = Math.max(most, power[i]!);
    return decibels(most);
  };
  return {
    peak,
    alpha: (power) => decibels(sum(power, 50, 1000)) - decibels(sum(power, 1000, 5000)),
    hammarberg: (power) => peak(power, 0, 2000) - peak(power, 2000, 5000),
    slope(power, from, to) {
      const [first, last] = [bin(from), bin(to)];
      const middle = (first + last) / 2;
      let [products, squares] = [0, 0];
      for (let i = first; i <= last; i += 1) {
        products += (i - middle) * decibels(power[i]!);
        squares += (i - middle) ** 2;
      }
      return ((products / squares) * 1000) / width;
    },
    flux(power, before) {
      const [now, then] = [sum(power, 0, FLUX_TOP) + FLOOR, sum(before, 0, FLUX_TOP) + FLOOR];
      let total = 0;
      for (let i = 0; i < bin(FLUX_TOP); i += 1) total += Math.abs(power[i]! / now - before[i]! / then);
      return total / 2;
    },
  };
}
