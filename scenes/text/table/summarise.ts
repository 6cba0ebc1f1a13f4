import { certainty, EMOTIONS, type Emotion, likeliest } from 'attune';
import type { ReadText } from 'attune/browser';
import { emotionsUnknown } from '../../shared/emotion-words.ts';

/** Many texts in a few figures. */
export interface Summary {
  /** How many were read. */
  readonly read: number;
  /** Of how many each emotion is the likeliest; of `unknown`, none stands out. They add up to `read`. */
  readonly counts: Readonly<Record<Emotion | 'unknown', number>>;
  /** Mean of the valences that are known, with half the width of its 95% interval (of a normal distribution); null below two of them. */
  readonly valence: { readonly mean: number; readonly half: number; readonly n: number } | null;
  /** How many the full model read. */
  readonly full: number;
}

/** Less certainty than this is as good as none. */
const LEAST_CERTAIN = 0.1;

export function summarise(results: readonly (ReadText | null)[]): Summary {
  const counts: Record<Emotion | 'unknown', number> = { ...(Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<Emotion, number>), unknown: 0 };
  let [read, full, n, sum, squares] = [0, 0, 0, 0, 0];
  for (const result of results) {
    if (result === null) continue;
    read += 1;
    if (result.size === 'full') full += 1;
    counts[emotionsUnknown(result) ? 'unknown' : likeliest(result.emotions)] += 1;
    if (certainty(result.valence) <= LEAST_CERTAIN) continue;
    n += 1;
    sum += result.valence.mean;
    squares += result.valence.mean ** 2;
  }
  const mean = sum / n;
  const variance = Math.max(0, squares - n * mean ** 2) / (n - 1);
  return { read, counts, full, valence: n < 2 ? null : { mean, half: 1.96 * Math.sqrt(variance / n), n } };
}
