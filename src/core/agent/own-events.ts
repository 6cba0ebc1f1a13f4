import { AttuneError } from '../problem.ts';
import { CONTEXT_EVENTS, type ContextEvent } from '../signals/context.ts';

/** Names of the host's own for what happens in it, each with what it means for the player. */
export type OwnEvents = Readonly<Record<string, ContextEvent>>;

/** @throws {AttuneError} `bad-input` where a name means nothing that there is */
export function readOwnEvents(events: OwnEvents = {}): OwnEvents {
  for (const [name, event] of Object.entries(events)) {
    if (!CONTEXT_EVENTS.includes(event)) throw new AttuneError('bad-input', `Expected events["${name}"] to be one of ${CONTEXT_EVENTS.join(', ')}, but got ${String(event)}.`);
  }
  return { ...events };
}

/** What something that happened means; the host's own names go before the core's. */
export function meaningOf(happened: ContextEvent | { readonly event: string }, own: OwnEvents): ContextEvent {
  const name = typeof happened === 'string' ? happened : happened.event;
  const event = Object.hasOwn(own, name) ? own[name] : CONTEXT_EVENTS.find((each) => each === name);
  if (event) return event;
  const names = Object.keys(own);
  throw new AttuneError('bad-input', `Expected an event out of ${[...CONTEXT_EVENTS, ...names].join(', ')}, but got ${String(name)}. Give names of your own to createAgent: { events: { '${String(name)}': 'lost' } }.`);
}
