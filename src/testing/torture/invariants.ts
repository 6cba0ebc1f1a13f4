import type { SessionTime } from '../../core/index.ts';

/** What holds at every step, whatever breaks, each with what it means. */
export const INVARIANTS = {
  finite: 'every number in state, frame and cues is finite',
  time: 'the agent\'s time goes on with the clock, never back and never ahead',
  phases: 'phase and category change only by the table of transitions, one at a time; so does the stage of a kiosk',
  'one-utterance': 'at most one utterance is under way',
  'cancelled-silent': 'what was cancelled is heard, shown and mouthed no more',
  released: 'once an agent was stopped, no sense, utterance, timer, stream or listener of its is left',
  'log-bounded': 'the log grows by no more than so many lines a second, none of them long',
  replayable: 'the log replays to the same cues',
  answers: 'every message is read, and every turn finds its words and its end, in time',
  goes: 'nothing is thrown at the host, and no promise rejects that nobody awaits',
  memory: 'memory stays bounded',
} as const;
/** The name of one of the {@link INVARIANTS}. */
export type Invariant = keyof typeof INVARIANTS;

/** An invariant that did not hold. */
export interface Violation {
  readonly invariant: Invariant;
  readonly at: SessionTime;
  /** What was found, in one sentence. */
  readonly found: string;
}
