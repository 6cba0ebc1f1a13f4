import { type Category, type Emotion, EMOTIONS, type Phase, type Seconds, type Sense, type SessionTime, type SignedUnit, type Unit } from '../core/index.ts';
import { bySense } from './by-sense.ts';
import { type ConflictSpan, EVENT_KINDS, type EventKind, type Exactness, type SessionTrace, type Span, type ValueSpan } from './trace.ts';

/** How one sense did. */
export interface SenseSummary {
  readonly live: Seconds;
  readonly signals: number;
  /** Over its signals; null where there was none. */
  readonly quality: Unit | null;
}

/** What the player appeared to feel on average, each moment counted by how long it lasted; null is unknown throughout. */
export interface MeanAffect {
  readonly valence: SignedUnit | null;
  readonly arousal: SignedUnit | null;
  readonly dominance: SignedUnit | null;
  readonly certainty: Unit;
  readonly emotions: Readonly<Record<Emotion, Unit>>;
}

/** A session in a few figures. */
export interface SessionSummary {
  readonly duration: Seconds;
  readonly events: number;
  readonly kinds: Readonly<Partial<Record<EventKind, number>>>;
  readonly senses: Readonly<Record<Sense, SenseSummary>>;
  readonly phases: Readonly<Partial<Record<Phase, Seconds>>>;
  readonly categories: Readonly<Partial<Record<Exclude<Category, null>, Seconds>>>;
  readonly episodes: Readonly<Partial<Record<Exclude<Category, null>, number>>>;
  /** Over the time in which the player was followed; null where they never were. */
  readonly affect: MeanAffect | null;
  readonly conflicts: { readonly count: number; readonly time: Seconds; /** Null where there was none. */ readonly strongest: ConflictSpan | null };
  /** How long the player spoke, and how many messages there were. */
  readonly player: { readonly speaking: Seconds; readonly messages: number; readonly reports: number };
  /** What the agent did: how often it said what, its gestures, and how its utterances ended. */
  readonly agent: { readonly acts: Readonly<Record<string, number>>; readonly gestures: Readonly<Record<string, number>>; readonly outcomes: Readonly<Record<string, number>> };
  /** When another visitor came or one left. */
  readonly visitors: readonly SessionTime[];
  readonly exactness: Exactness | null;
  readonly missingNet: string | null;
  readonly cut: boolean;
}

/**
 * Sums a session up in a few figures; times are in seconds.
 *
 * @example
 * import { parseLog, summariseTrace, traceSession } from 'attune/record';
 *
 * declare const file: File; // a session's log
 * const { duration, affect } = summariseTrace(traceSession(parseLog(await file.text())));
 * console.log(duration, affect?.valence ?? 'unknown');
 */
export function summariseTrace(trace: SessionTrace): SessionSummary {
  const { at, marks, conflicts, utterances, exactness, missingNet, cut } = trace;
  const marked = (kind: string) => marks.filter((mark) => mark.kind === kind);
  return {
    duration: trace.end - trace.start,
    events: at.length,
    kinds: counts(Array.from(trace.kinds, (kind) => EVENT_KINDS[kind]!)),
    senses: bySense((sense) => senseOf(trace, sense)),
    phases: times(trace.phases),
    categories: times(trace.categories),
    episodes: counts(trace.episodes.map(({ category }) => category)),
    affect: affectOf(trace),
    conflicts: { count: conflicts.length, time: total(conflicts), strongest: conflicts.reduce<ConflictSpan | null>((most, each) => (each.degree > (most?.degree ?? 0) ? each : most), null) },
    player: { speaking: total(trace.speeches), messages: marked('message').length, reports: marked('report').length },
    agent: {
      acts: counts(utterances.map(({ act }) => act)),
      gestures: counts(marks.flatMap((mark) => (mark.kind === 'gesture' ? [mark.gesture] : []))),
      outcomes: counts(utterances.map(({ outcome }) => outcome ?? 'unended')),
    },
    visitors: marked('visitor').map((mark) => mark.at),
    exactness, missingNet, cut,
  };
}

function senseOf({ statuses, signals }: SessionTrace, sense: Sense): SenseSummary {
  const quality = signals[sense]?.columns.quality;
  return {
    live: total(statuses[sense].filter(({ value }) => value === 'live')),
    signals: signals[sense]?.at.length ?? 0,
    quality: quality ? quality.reduce((sum, each) => sum + each, 0) / quality.length : null,
  };
}

/** Each row counts as long as it lasted. What was not known in a row does not count there. */
function affectOf({ at, fused, phases }: SessionTrace): SessionSummary['affect'] {
  const followed = new Uint8Array(at.length);
  let row = 0;
  for (const { start, end, value } of phases) {
    while (row < at.length && at[row]! < start) row += 1;
    for (; row < at.length && at[row]! < end; row += 1) followed[row] = Number(value === 'tracking');
  }
  const mean = (values: Float32Array): number | null => {
    let [sum, weight] = [0, 0];
    for (let i = 0; i + 1 < at.length; i += 1) {
      const lasted = followed[i]! * (at[i + 1]! - at[i]!);
      if (lasted === 0 || Number.isNaN(values[i]!)) continue;
      sum += lasted * values[i]!;
      weight += lasted;
    }
    return weight > 0 ? sum / weight : null;
  };
  const certainty = mean(fused.certainty);
  if (certainty === null) return null;
  const emotions = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, mean(fused.emotions[emotion])])) as Record<Emotion, Unit>;
  return { valence: mean(fused.valence.mean), arousal: mean(fused.arousal.mean), dominance: mean(fused.dominance.mean), certainty, emotions };
}

function total(spans: readonly Span[]): Seconds {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function times<T extends string>(spans: readonly ValueSpan<T>[]): Partial<Record<T, Seconds>> {
  const sums: Partial<Record<T, Seconds>> = {};
  for (const { start, end, value } of spans) sums[value] = (sums[value] ?? 0) + end - start;
  return sums;
}

function counts<T extends string>(values: readonly T[]): Record<T, number> {
  const sums = {} as Record<T, number>;
  for (const value of values) sums[value] = (sums[value] ?? 0) + 1;
  return sums;
}
