import type { Mood } from './mood.ts';
import type { Pack, PackContent } from './pack.ts';
import type { Policy, ScenarioEffect, ScenarioEvent } from './policy.ts';

/** Where a scenario stands. Plain data. */
export interface ScenarioState<State> {
  /** The policy's own. */
  readonly policy: State;
  readonly mood: Mood;
  /** The last mood that was known; `unknown` before the first. */
  readonly known: Mood;
  /** How often each measure was counted. */
  readonly measures: Readonly<Record<string, number>>;
  readonly turn: number;
}

/** A state and the one that a correction of the last message goes back to. */
export interface Session<State> {
  readonly now: ScenarioState<State>;
  readonly before: ScenarioState<State> | null;
}

export function beginSession<State, More, Own>({ measures }: Pack, policy: Policy<State, More, Own>): Session<State> {
  return { now: { policy: policy.begin(), mood: 'unknown', known: 'unknown', measures: Object.fromEntries(measures.map(({ id }) => [id, 0])), turn: 0 }, before: null };
}

/** The state that a message of this turn meets: one that comes again was corrected, and meets the state before it. */
export function stateBefore<State>({ now, before }: Session<State>, turn: number): ScenarioState<State> {
  return turn <= now.turn && before ? before : now;
}

/** Takes one event. Pure: a log of events leads to the same session again. */
export function stepSession<State, More, Own>(session: Session<State>, event: ScenarioEvent<Own>, policy: Policy<State, More, Own>, content: PackContent, more: More): readonly [Session<State>, readonly ScenarioEffect[]] {
  const from = event.type === 'message' ? stateBefore(session, event.turn) : session.now;
  const [state, effects] = policy.step(from.policy, event, content, more);
  const measures = { ...from.measures };
  for (const effect of effects) {
    if (effect.type === 'measure') measures[effect.measure] = (measures[effect.measure] ?? 0) + effect.by;
  }
  const mood = 'mood' in event ? event.mood : from.mood;
  const now: ScenarioState<State> = { policy: state, measures, mood, known: mood === 'unknown' ? from.known : mood, turn: event.type === 'message' ? event.turn : from.turn };
  return [{ now, before: event.type === 'message' ? from : session.before }, effects];
}

/** The goals that were reached: those of which something was counted. */
export function reachedGoals({ goals }: Pack, { measures }: ScenarioState<unknown>): readonly string[] {
  return goals.filter((goal) => goal.measures.some((measure) => (measures[measure] ?? 0) > 0)).map(({ id }) => id);
}
