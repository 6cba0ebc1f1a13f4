import type { Mood } from './mood.ts';
import type { Pack, PackContent } from './pack.ts';
import type { Policy, ScenarioEffect, ScenarioEvent } from './policy.ts';

/** Where a scenario stands. Plain data. */
export interface ScenarioState<State> {
  /** The policy's own. */
  readonly policy: State;
  readonly mood: Mood;
  /** How often each measure was counted. */
  readonly measures: Readonly<Record<string, number>>;
  readonly turn: number;
}

/** A state and the one that a correction of the last message goes back to. */
export interface Session<State> {
  readonly now: ScenarioState<State>;
  readonly before: ScenarioState<State> | null;
}

export function beginSession<State>({ measures }: Pack, policy: Policy<State>): Session<State> {
  return { now: { policy: policy.begin(), mood: 'unknown', measures: Object.fromEntries(measures.map(({ id }) => [id, 0])), turn: 0 }, before: null };
}

/** Takes one event. Pure: a log of events leads to the same session again. */
export function stepSession<State>(session: Session<State>, event: ScenarioEvent, policy: Policy<State>, content: PackContent): readonly [Session<State>, readonly ScenarioEffect[]] {
  const again = event.type === 'message' && event.turn <= session.now.turn;
  const from = again && session.before ? session.before : session.now;
  const [state, effects] = policy.step(from.policy, event, content);
  const measures = { ...from.measures };
  for (const effect of effects) {
    if (effect.type === 'measure') measures[effect.measure] = (measures[effect.measure] ?? 0) + effect.by;
  }
  const now: ScenarioState<State> = { policy: state, measures, mood: 'mood' in event ? event.mood : from.mood, turn: event.type === 'message' ? event.turn : from.turn };
  return [{ now, before: event.type === 'message' ? from : session.before }, effects];
}

/** The goals that were reached: those of which something was counted. */
export function reachedGoals({ goals }: Pack, { measures }: ScenarioState<unknown>): readonly string[] {
  return goals.filter((goal) => goal.measures.some((measure) => (measures[measure] ?? 0) > 0)).map(({ id }) => id);
}
