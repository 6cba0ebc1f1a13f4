import type { Cue } from '../perform/cue.ts';
import type { AgentEvent } from './event.ts';
import type { AgentSettings } from './state.ts';
import type { Caption } from './turns.ts';

/**
 * A session on record is lines of JSON: the header first, then every event, each followed by the cues that it led to. A line
 * of type `words` is only ever written with the player's own consent. docs/record.md tells the format; `attune/record` reads it.
 *
 * 1: header, events, words. 2: cues, by which a replay can tell whether it is exact, and the ids of words.
 */
export const LOG_VERSION = 2;

/** The first line of a log. */
export function headerLine(settings: AgentSettings): string {
  return JSON.stringify({ attune: 'event-log', version: LOG_VERSION, ...settings });
}

/** An event as a line of the log. */
export function eventLine(event: AgentEvent): string {
  return JSON.stringify(event);
}

/** What an event led to, as a line of the log. */
export function cueLine(cue: Cue): string {
  return JSON.stringify({ type: 'cue', cue });
}

/** What was said, as a line of the log. */
export function wordsLine({ at, id, speaker, text }: Pick<Caption, 'at' | 'id' | 'speaker' | 'text'>): string {
  return JSON.stringify({ type: 'words', at, id, speaker, text });
}
