import type { AdaptedSense } from '../adapt/index.ts';
import type { Episode } from './episode.ts';

/** Why an episode can't be learnt from, in the order in which it is looked for. */
export const FAULTS = ['not-finite', 'unseen', 'too-short', 'poor', 'duplicate', 'unlabelled'] as const;
/**
 * Why an episode can't be learnt from: a figure is no number; nothing could be judged for most of it; it is too short; it was seen or heard too badly; its
 * figures are those of an earlier one; nobody told what it shows.
 */
export type Fault = (typeof FAULTS)[number];

/** Shorter than this is a glance or a cough. Words have no length. */
const SHORTEST: Readonly<Record<AdaptedSense, number>> = { face: 0.5, voice: 0.5, text: 0 };
const LEAST_LOOKS: Readonly<Record<AdaptedSense, number>> = { face: 5, voice: 1, text: 1 };
const LEAST_SEEN: Readonly<Record<AdaptedSense, number>> = { face: 0.5, voice: 0.2, text: 1 };
const LEAST_QUALITY = 0.15;

/** Episodes that can be learnt from, and why the others can't be. */
export interface Cleaned {
  readonly kept: readonly Episode[];
  /** Told, so that nothing disappears silently. */
  readonly left: readonly { readonly episode: Episode; readonly fault: Fault }[];
}

/** Parts episodes into those that can be learnt from and those that can't, both in their order. */
export function cleanEpisodes(episodes: readonly Episode[]): Cleaned {
  const known = new Set<string>();
  const kept: Episode[] = [];
  const left: { episode: Episode; fault: Fault }[] = [];
  for (const episode of episodes) {
    const fault = faultOf(episode, known);
    known.add(figuresOf(episode));
    if (fault) left.push({ episode, fault });
    else kept.push(episode);
  }
  return { kept, left };
}

function faultOf(episode: Episode, known: ReadonlySet<string>): Fault | null {
  const { sense, seconds, looks, seen, quality, head, traits, labels } = episode;
  const numbers = [seconds, looks, seen, quality, ...(head ?? []), ...traits.filter((trait) => trait !== null)];
  if (!numbers.every((each) => Number.isFinite(each))) return 'not-finite';
  if (head === null || seen < LEAST_SEEN[sense]) return 'unseen';
  if (seconds < SHORTEST[sense] || looks < LEAST_LOOKS[sense]) return 'too-short';
  if (quality < LEAST_QUALITY) return 'poor';
  if (known.has(figuresOf(episode))) return 'duplicate';
  return labels.some(({ category }) => category !== null) ? null : 'unlabelled';
}

function figuresOf({ sense, person, head, traits }: Episode): string {
  return JSON.stringify([sense, person, head, traits]);
}
