import * as v from 'valibot';
import { PARTS, PROBLEM_CODES, type ProblemCode, type Seconds } from '../core/index.ts';

/** What may be restarted: a part of the agent, or the page. */
export const RESTARTED = [...PARTS, 'page'] as const;
/** What was restarted: a part of the agent, or the page. */
export type Restarted = (typeof RESTARTED)[number];

/** Why: it ended by itself, it stood still, it was asked for, or another version came. */
export const RESTART_REASONS = ['failed', 'stalled', 'operator', 'update'] as const;
/** Why something was restarted: it ended by itself, it stood still, it was asked for, or another version came. */
export type RestartReason = (typeof RESTART_REASONS)[number];

/** Errors that nobody caught are told by their kind alone: a message might hold words of a visitor. */
const ERROR_KINDS = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'DOMException', 'AttuneError', 'other'] as const;
type ErrorKind = (typeof ERROR_KINDS)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));

const entry = v.variant('kind', [
  v.strictObject({ kind: v.literal('started'), at: moment }),
  v.strictObject({ kind: v.literal('restarted'), at: moment, what: v.picklist(RESTARTED), why: v.picklist(RESTART_REASONS) }),
  v.strictObject({ kind: v.literal('problem'), at: moment, code: v.picklist(PROBLEM_CODES) }),
  v.strictObject({ kind: v.literal('error'), at: moment, error: v.picklist(ERROR_KINDS) }),
]);
/** Something that happened, and when: a moment in Universal Time, to the second. */
export type HealthEntry = v.InferOutput<typeof entry>;

const day = v.strictObject({
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
  /** Seconds in which the page ran. */
  up: amount,
  visits: count,
  /** Seconds of all visits together. */
  visited: amount,
  problems: count,
  errors: count,
  restarts: count,
  /** The sum of the rates that were told, and how many were: pictures a second. */
  pictures: amount,
  rates: count,
  slowest: v.nullable(amount),
});
/** One day's counts. Its `day` is a date in Universal Time; times are in seconds. */
export type HealthDay = v.InferOutput<typeof day>;

const MOST_ENTRIES = 200;
const MOST_DAYS = 62;

const record = v.strictObject({
  version: v.literal(1),
  days: v.pipe(v.array(day), v.maxLength(MOST_DAYS)),
  entries: v.pipe(v.array(entry), v.maxLength(MOST_ENTRIES)),
});
/** What an operator can read of a kiosk's days, as it is kept on the device and as its file holds it. */
export type HealthRecord = v.InferOutput<typeof record>;

/** The record of a kiosk that has not run yet. */
export const EMPTY_HEALTH: HealthRecord = { version: 1, days: [], entries: [] };

/** Something that is counted; nothing else can be written down, so no words of a visitor ever are. */
export type HealthNote =
  | { readonly kind: 'started' }
  | { readonly kind: 'restarted'; readonly what: Restarted; readonly why: RestartReason }
  | { readonly kind: 'problem'; readonly code: ProblemCode }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'visited'; readonly seconds: Seconds }
  | { readonly kind: 'ran'; readonly seconds: Seconds; readonly pictures: number | null };

/** Adds a note to a record that keeps the last 200 entries and 62 days, in Universal Time. */
export function noteHealth(before: HealthRecord, note: HealthNote, at: Date): HealthRecord {
  const told = `${at.toISOString().slice(0, 19)}Z`;
  const today = told.slice(0, 10);
  const last = before.days.at(-1);
  const now = last?.day === today ? last : { day: today, up: 0, visits: 0, visited: 0, problems: 0, errors: 0, restarts: 0, pictures: 0, rates: 0, slowest: null };
  const days = [...(last?.day === today ? before.days.slice(0, -1) : before.days), counted(now, note)].slice(-MOST_DAYS);
  const added = entryOf(note, told);
  return { version: 1, days, entries: added ? [...before.entries, added].slice(-MOST_ENTRIES) : before.entries };
}

/** Reads what was kept; an empty record where it is none. */
export function readHealth(kept: string | null): HealthRecord {
  if (kept === null) return EMPTY_HEALTH;
  try {
    const result = v.safeParse(record, JSON.parse(kept));
    return result.success ? result.output : EMPTY_HEALTH;
  } catch {
    return EMPTY_HEALTH;
  }
}

function counted(now: HealthDay, note: HealthNote): HealthDay {
  switch (note.kind) {
    case 'started': return now;
    case 'restarted': return { ...now, restarts: now.restarts + 1 };
    case 'problem': return { ...now, problems: now.problems + 1 };
    case 'error': return { ...now, errors: now.errors + 1 };
    case 'visited': return { ...now, visits: now.visits + 1, visited: now.visited + note.seconds };
    case 'ran': {
      const up = now.up + note.seconds;
      return note.pictures === null ? { ...now, up } : { ...now, up, pictures: now.pictures + note.pictures, rates: now.rates + 1, slowest: Math.min(now.slowest ?? note.pictures, note.pictures) };
    }
  }
}

function entryOf(note: HealthNote, at: string): HealthEntry | null {
  switch (note.kind) {
    case 'started': return { kind: 'started', at };
    case 'restarted': return { kind: 'restarted', at, what: note.what, why: note.why };
    case 'problem': return { kind: 'problem', at, code: note.code };
    case 'error': return { kind: 'error', at, error: kindOf(note.error) };
    default: return null;
  }
}

function kindOf(error: unknown): ErrorKind {
  const name: unknown = error instanceof Error ? error.name : null;
  return ERROR_KINDS.find((each) => each === name) ?? 'other';
}
