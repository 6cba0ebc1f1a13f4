import type { Seconds, SessionTime, Unit } from '../units.ts';
import type { Category } from './machine.ts';

/** One feeling from its onset to its recovery. */
export interface Episode {
  readonly category: Exclude<Category, null>;
  readonly onset: SessionTime;
  /** How strong it was at its strongest so far. */
  readonly peak: Unit;
  readonly peakAt: SessionTime;
  /** When it had faded; null while it lasts. */
  readonly recovered: SessionTime | null;
}

/** A feeling has faded when half of its peak is left. */
const FADED = 0.5;

/** The same feeling has come back when so much of its peak is there again. */
const REGAINED = 0.75;

/** It must stay faded for this long. */
const FOR: Seconds = 1;

/** An episode, and since when it appears to have faded. */
export interface EpisodeState {
  /** The present episode, else the last one; null before the first. */
  readonly episode: Episode | null;
  readonly fadedSince: SessionTime | null;
}

export const NO_EPISODE: EpisodeState = { episode: null, fadedSince: null };

/** Follows the turning points of a feeling. Being neutral is no episode; another feeling begins another one. */
export function stepEpisode(state: EpisodeState, at: SessionTime, category: Category, since: SessionTime, intensity: Unit): EpisodeState {
  const { episode } = state;
  const feeling = category === null || category === 'neutral' ? null : category;
  if (episode && episode.recovered === null) {
    if (feeling !== null && feeling !== episode.category) return begin(feeling, since, at, intensity);
    if (intensity > episode.peak) return { episode: { ...episode, peak: intensity, peakAt: at }, fadedSince: null };
    if (feeling !== null && intensity > FADED * episode.peak) return state.fadedSince === null ? state : { episode, fadedSince: null };
    const fadedSince = state.fadedSince ?? at;
    return { episode: at - fadedSince >= FOR ? { ...episode, recovered: fadedSince } : episode, fadedSince };
  }
  if (feeling === null) return state;
  if (episode?.category !== feeling || since > (episode.recovered ?? 0)) return begin(feeling, since, at, intensity);
  return intensity > REGAINED * episode.peak ? begin(feeling, at, at, intensity) : state;
}

function begin(category: Episode['category'], onset: SessionTime, at: SessionTime, intensity: Unit): EpisodeState {
  return { episode: { category, onset, peak: intensity, peakAt: at, recovered: null }, fadedSince: null };
}
