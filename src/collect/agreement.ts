import { EMOTIONS, random, type Seed } from '../core/index.ts';
import type { Episode } from './episode.ts';

/** How far apart two values are: `nominal` values are the same or not; between `interval` values the squared distance counts. */
export type AgreementLevel = 'nominal' | 'interval';

/** How far raters agree, beyond what chance would do. */
export interface Agreement {
  /** Krippendorff's alpha: 1 is perfect, 0 is chance, negative is worse than that. Null where nothing can be told: fewer than two values that can be paired, or all the same. */
  readonly alpha: number | null;
  /** Bounds that hold 95% of the alphas of units drawn anew; null where alpha is. */
  readonly interval: readonly [low: number, high: number] | null;
  /** How many units at least two raters judged. */
  readonly units: number;
}

/** How intervals are drawn. */
export interface AgreementOptions {
  /** Any integer; the same seed gives the same interval. Default 1. */
  readonly seed?: Seed;
  /** How often units are drawn anew. Default 1000. */
  readonly rounds?: number;
}

/**
 * Krippendorff's alpha (2011, "Computing Krippendorff's Alpha-Reliability") for any number of raters, with values missing.
 *
 * @param units for each unit what raters said of it; null where one said nothing. Order and names of raters do not count
 */
export function agreementOf(units: readonly (readonly (number | null)[])[], level: AgreementLevel, { seed = 1, rounds = 1000 }: AgreementOptions = {}): Agreement {
  const pairable = units.map((unit) => unit.filter((value) => value !== null)).filter((values) => values.length >= 2);
  const alpha = alphaOf(pairable, level);
  if (alpha === null) return { alpha, interval: null, units: pairable.length };
  const alphas: number[] = [];
  let dice = seed >>> 0;
  for (let round = 0; round < rounds; round += 1) {
    const drawn = pairable.map(() => {
      const [lot, next] = random(dice);
      dice = next;
      return pairable[Math.floor(lot * pairable.length)]!;
    });
    const again = alphaOf(drawn, level);
    if (again !== null) alphas.push(again);
  }
  alphas.sort((one, other) => one - other);
  const at = (share: number): number => alphas[Math.round(share * (alphas.length - 1))] ?? alpha;
  return { alpha, interval: [at(0.025), at(0.975)], units: pairable.length };
}

/** How far raters agree on what episodes show. "I can't tell" is no category of its own: it says nothing. */
export function categoryAgreement(episodes: readonly Episode[], options?: AgreementOptions): Agreement {
  return agreementOf(episodes.map(({ labels }) => labels.map(({ category }) => (category === null ? null : EMOTIONS.indexOf(category)))), 'nominal', options);
}

/** How far raters agree on how strongly it shows, of what they could tell. */
export function intensityAgreement(episodes: readonly Episode[], options?: AgreementOptions): Agreement {
  return agreementOf(episodes.map(({ labels }) => labels.map(({ category, intensity }) => (category === null ? null : intensity))), 'interval', options);
}

/** 1 - observed / expected disagreement, over units that have two values or more. */
function alphaOf(units: readonly (readonly number[])[], level: AgreementLevel): number | null {
  const all = units.flat();
  if (all.length < 2) return null;
  const observed = units.reduce((sum, values) => sum + disagreement(values, level) / (values.length - 1), 0) / all.length;
  const expected = disagreement(all, level) / (all.length * (all.length - 1));
  return expected > 0 ? 1 - observed / expected : null;
}

/** The sum of the distances of all ordered pairs. */
function disagreement(values: readonly number[], level: AgreementLevel): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (level === 'nominal') return values.length ** 2 - [...counts.values()].reduce((sum, count) => sum + count ** 2, 0);
  const [sum, squares] = values.reduce(([one, two], value) => [one + value, two + value * value] as const, [0, 0] as readonly [number, number]);
  // Rounding must not make a disagreement of none.
  return counts.size === 1 ? 0 : 2 * (values.length * squares - sum * sum);
}
