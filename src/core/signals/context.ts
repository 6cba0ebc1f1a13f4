import type { SignalBase } from './signal.ts';

/** What the host game may report about the player's fortune. */
export const CONTEXT_EVENTS = ['won', 'lost', 'stuck', 'progress', 'waiting', 'alone', 'startled'] as const;
/** Something that a host game reports, as one of {@link CONTEXT_EVENTS}: `agent.observe('won')`. */
export type ContextEvent = (typeof CONTEXT_EVENTS)[number];

/** Something that happened to the player in the host game. */
export interface ContextSignal extends SignalBase<'context'> {
  readonly event: ContextEvent;
}
