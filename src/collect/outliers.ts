import type { AdaptedSense } from '../adapt/index.ts';
import { type Episode, TRAITS } from './episode.ts';

/** An episode that is unlike the others of its sense and person. */
export interface Outlier {
  readonly id: string;
  /** How unusual it is, as a robust z-score of its distance; above {@link UNUSUAL}. */
  readonly score: number;
  /** The traits by which it departs most, the most unusual first, with how far in robust deviations; negative is less than usual. */
  readonly traits: readonly { readonly trait: string; readonly by: number }[];
}

/** The usual bound for modified z-scores (Iglewicz and Hoaglin 1993). */
export const UNUSUAL = 3.5;

/** With fewer episodes nobody knows what is usual. */
const LEAST = 8;
/** One trait counts no more than this many deviations, or a single broken one would be all of the distance. */
const MOST = 10;
const TOLD = 3;

/**
 * Finds episodes that are unlike the others of the same sense and person, by the median and the median absolute deviation of every trait: neither is moved by
 * what is unusual itself. They are told, not dropped: an unusual face may be the most telling one.
 */
export function findOutliers(episodes: readonly Episode[]): readonly Outlier[] {
  const judged = episodes.filter(({ head }) => head !== null);
  const groups = new Set(judged.map(groupOf));
  return [...groups].flatMap((group) => outliersOf(judged.filter((episode) => groupOf(episode) === group)));
}

const groupOf = ({ sense, person }: Episode): string => `${sense} ${person}`;

function outliersOf(episodes: readonly Episode[]): readonly Outlier[] {
  if (episodes.length < LEAST) return [];
  const names = countedTraits(episodes[0]!.sense);
  const departures = names.map(({ at }) => departuresOf(episodes.map(({ traits }) => traits[at] ?? null)));
  const distances = episodes.map((_, item) => Math.sqrt(departures.reduce((sum, each) => sum + Math.min(MOST, Math.abs(each[item]!)) ** 2, 0) / names.length));
  const scores = departuresOf(distances);
  return episodes.flatMap(({ id }, item) => {
    if (scores[item]! <= UNUSUAL) return [];
    const by = names.map(({ trait }, at) => ({ trait, by: departures[at]![item]! })).toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by));
    return [{ id, score: scores[item]!, traits: by.slice(0, TOLD) }];
  });
}

/** Which words somebody uses differs from message to message, so buckets tell nothing of what is unusual. */
function countedTraits(sense: AdaptedSense): readonly { readonly trait: string; readonly at: number }[] {
  return TRAITS[sense].flatMap((trait, at) => (trait.startsWith('bucket') ? [] : [{ trait, at }]));
}

/**
 * Modified z-scores; 0 for what is missing, and for all where nothing differs. Where more than half are the same, the mean absolute deviation stands in for
 * the median one.
 */
function departuresOf(values: readonly (number | null)[]): readonly number[] {
  const there = values.filter((value) => value !== null);
  const middle = medianOf(there);
  const off = there.map((value) => Math.abs(value - middle));
  const scale = 1.4826 * medianOf(off) || 1.2533 * (off.reduce((sum, each) => sum + each, 0) / Math.max(1, off.length));
  return values.map((value) => (value === null || !(scale > 0) ? 0 : (value - middle) / scale));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  return sorted.length === 0 ? 0 : (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}
