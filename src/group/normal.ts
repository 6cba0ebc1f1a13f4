import type { Unit } from '../core/index.ts';

/** The share of the standard normal distribution that lies under `z`; off by less than 1e-7 (Abramowitz and Stegun 1964, 26.2.17). */
export function normalShare(z: number): Unit {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = (Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI)) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
