import { type AffectEstimate, type AffectState, type Belief, certainty, type Emotion, EMOTIONS, type Episode, type Sense, SENSES, surenessOf, type Unit } from '../core/index.ts';
import { createTable, type GrowingTable } from './columns.ts';
import { createSpans } from './spans.ts';
import type { BeliefTrace, ConflictSpan, EstimateTrace, FusedTrace, SessionTrace } from './trace.ts';

/** Collects how the affect state moves on, one row for every event. */
interface AffectFollower {
  follow(at: number, affect: AffectState): void;
  all(until: number): Pick<SessionTrace, 'fused' | 'senses' | 'phases' | 'categories' | 'episodes' | 'conflicts'>;
}

const AXES = ['valence', 'arousal', 'dominance'] as const;
/** Mean and variance of each axis, then the emotions. */
const ESTIMATE = 2 * AXES.length + EMOTIONS.length;
const FUSED = ['intensity', 'certainty', 'conflict', 'slope', 'volatility'] as const;

/** Senses that contradict each other as much as this are told of. */
export const NOTICEABLE_CONFLICT: Unit = 0.3;

export function createAffectFollower(): AffectFollower {
  const fused = createTable(ESTIMATE + FUSED.length);
  const senses: Partial<Record<Sense, GrowingTable>> = {};
  const phases = createSpans<AffectState['phase']>();
  const categories = createSpans<NonNullable<AffectState['category']>>();
  const episodes: Episode[] = [];
  const conflicts: ConflictSpan[] = [];
  let conflict: ConflictSpan | null = null;
  const row = new Float32Array(ESTIMATE + FUSED.length);
  const view = new Float32Array(ESTIMATE);

  function followEpisode(episode: Episode | null): void {
    const last = episodes.at(-1);
    if (!episode || last === episode) return;
    if (last?.onset === episode.onset && last.category === episode.category) episodes[episodes.length - 1] = episode;
    else episodes.push(episode);
  }

  function followConflict(at: number, { degree, between }: AffectState['conflict']): void {
    const same = between && conflict && conflict.between.every((sense, i) => sense === between[i]);
    if (between && degree >= NOTICEABLE_CONFLICT) {
      if (conflict && !same) conflicts.push(conflict);
      conflict = same ? { ...conflict!, end: at, degree: Math.max(degree, conflict!.degree) } : { start: at, end: at, between, degree };
    } else if (conflict) {
      conflicts.push({ ...conflict, end: at });
      conflict = null;
    }
  }

  return {
    follow(at, affect) {
      write(row, affect.estimate);
      row.set([affect.intensity, surenessOf(affect.estimate), affect.conflict.degree, affect.trend.middle?.perSecond ?? Number.NaN, affect.trend.volatility], ESTIMATE);
      for (const sense of SENSES) {
        const estimate = affect.senses[sense];
        if (estimate) write(view, estimate);
        if (estimate) senses[sense] ??= missingUntilNow(fused.rows);
        senses[sense]?.add(estimate ? view : null);
      }
      fused.add(row);
      phases.follow(at, affect.phase);
      categories.follow(at, affect.category);
      followEpisode(affect.episode);
      followConflict(at, affect.conflict);
    },
    all(until) {
      const columns = fused.columns();
      const rest = Object.fromEntries(FUSED.map((name, i) => [name, columns[ESTIMATE + i]!])) as Record<(typeof FUSED)[number], Float32Array>;
      return {
        fused: { ...traced(columns), ...rest } satisfies FusedTrace,
        senses: Object.fromEntries(SENSES.flatMap((sense) => (senses[sense] ? [[sense, traced(senses[sense].columns())]] : []))),
        phases: phases.until(until),
        categories: categories.until(until),
        episodes,
        conflicts: conflict ? [...conflicts, { ...conflict, end: until }] : conflicts,
      };
    },
  };
}

function missingUntilNow(rows: number): GrowingTable {
  const table = createTable(ESTIMATE);
  for (let i = 0; i < rows; i += 1) table.add(null);
  return table;
}

function write(row: Float32Array, estimate: AffectEstimate): void {
  for (const [i, axis] of AXES.entries()) {
    row[2 * i] = meanOf(estimate[axis]);
    row[2 * i + 1] = estimate[axis].variance;
  }
  for (const [i, emotion] of EMOTIONS.entries()) row[2 * AXES.length + i] = estimate.emotions[emotion];
}

/** The middle of the scale is a claim; knowing nothing is none. */
function meanOf(belief: Belief): number {
  return certainty(belief) > 0 ? belief.mean : Number.NaN;
}

function traced(columns: readonly Float32Array[]): EstimateTrace {
  const axis = (i: number): BeliefTrace => ({ mean: columns[2 * i]!, variance: columns[2 * i + 1]! });
  return {
    valence: axis(0), arousal: axis(1), dominance: axis(2),
    emotions: Object.fromEntries(EMOTIONS.map((emotion, i) => [emotion, columns[2 * AXES.length + i]!])) as Record<Emotion, Float32Array>,
  };
}
