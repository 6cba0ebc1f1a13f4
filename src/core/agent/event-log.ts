import * as v from 'valibot';
import type { Cue } from '../perform/cue.ts';
import type { EmotionFuser } from '../ports/emotion-fuser.ts';
import { AttuneError } from '../problem.ts';
import type { AgentEvent } from './event.ts';
import { admit, admitEvent, HEADER_SCHEMA } from './event-schema.ts';
import { type AgentSettings, type AgentState, initialState } from './state.ts';
import { step } from './step.ts';

/**
 * A session on record: the settings and every event, one JSON object a line. The first line is the
 * header; a line of type `words` (only ever written with the player's own consent) is no event.
 */
export interface EventLog {
  readonly settings: AgentSettings;
  readonly events: readonly AgentEvent[];
}

/** The first line of a log. */
export function headerLine(settings: AgentSettings): string {
  return JSON.stringify({ attune: 'event-log', version: 1, ...settings });
}

/** An event as a line of the log. */
export function eventLine(event: AgentEvent): string {
  return JSON.stringify(event);
}

/**
 * Reads a log.
 *
 * @throws {AttuneError} `bad-input`, naming the line and what was expected there
 */
export function parseLog(text: string): EventLog {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first, ...rest] = lines;
  if (first === undefined) throw new AttuneError('bad-input', 'Expected an event log, but the text is empty. Record a session first.');
  const header = numbered(1, () => admit(HEADER_SCHEMA, JSON.parse(first), 'the header of an event log'));
  const events = rest.flatMap((line, index) => numbered(index + 2, () => {
    const value: unknown = JSON.parse(line);
    return v.is(WORDS, value) ? [] : [admitEvent(value)];
  }));
  return { settings: { seed: header.seed, language: header.language, character: header.character, fusion: header.fusion }, events };
}

const WORDS = v.object({ type: v.literal('words') });

function numbered<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    const reason = thrown instanceof SyntaxError ? `it is no JSON (${thrown.message}).` : (thrown as Error).message;
    throw new AttuneError('bad-input', `Line ${line} of the event log can't be read: ${reason}`, thrown);
  }
}

export interface ReplayOptions {
  readonly fuser?: EmotionFuser | null;
  readonly onStep?: (state: AgentState, event: AgentEvent) => void;
}

/**
 * The names of the fusion nets that a session used; empty where all was weighted.
 */
export function netsOf({ settings, events }: EventLog): string[] {
  const named = [settings.fusion, ...events.filter((event) => event.type === 'fusion')].flatMap((choice) => choice?.net ?? []);
  return [...new Set(named)];
}

/** The same session as if there had been no fusion net: face and voice are weighted, so it may go another way than it did. */
export function withoutNet({ settings: { fusion, ...settings }, events }: EventLog): EventLog {
  return { settings: fusion ? { ...settings, fusion: { ...fusion, net: null } } : settings, events: events.map((event) => (event.type === 'fusion' ? { ...event, net: null } : event)) };
}

function expectNet(log: EventLog, fuser: EmotionFuser | null): void {
  const missing = netsOf(log).find((name) => name !== fuser?.name);
  if (missing === undefined) return;
  throw new AttuneError('model-missing', `Expected the fusion net "${missing}", by which this session was fused, but got ${fuser ? `"${fuser.name}"` : 'none'}. Pass it as fuser, or replay withoutNet(log), which may go another way.`);
}

/** What a replayed session came to. */
export interface Replay {
  readonly state: AgentState;
  /** Every cue, in order; the same log and seed give the same ones, byte for byte. */
  readonly cues: readonly Cue[];
}

/**
 * Runs a log through the core again. `onStep` sees every state on the way.
 *
 * @param options.fuser the net that the session was fused by, where there was one
 * @throws {AttuneError} `model-missing` when that net was not given; {@link withoutNet} replays the session without it
 */
export function replay(log: EventLog, { fuser = null, onStep }: ReplayOptions = {}): Replay {
  expectNet(log, fuser);
  let state = initialState(log.settings);
  const cues: Cue[] = [];
  for (const event of log.events) {
    const [next, effects] = step(state, event, fuser);
    state = next;
    for (const effect of effects) if (effect.type === 'perform') cues.push(effect.cue);
    onStep?.(state, event);
  }
  return { state, cues };
}
