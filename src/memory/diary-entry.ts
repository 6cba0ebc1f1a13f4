import type { SignedUnit, Unit } from '../core/index.ts';
import * as v from 'valibot';

/** More characters than this are no note any more. */
const LONGEST_NOTE = 2000;

const signed = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const date = v.pipe(v.string(), v.check((text) => !Number.isNaN(Date.parse(text)), 'Expected an ISO date.'));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const belief = v.object({ mean: signed, variance: v.pipe(v.number(), v.finite(), v.minValue(0)) });
const feeling = { valence: signed, arousal: signed };
const kept = { id: v.pipe(v.string(), v.minLength(1), v.maxLength(80)), at: date };

const CHECK_IN = v.object({
  ...kept, kind: v.literal('check-in'), ...feeling, words: v.pipe(v.array(name), v.maxLength(12)), note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
  appears: v.nullable(v.object({ valence: belief, arousal: belief })),
});
const TRIED = v.object({
  ...kept, kind: v.literal('tried'), activity: name, before: v.nullable(v.object(feeling)), helped: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});

/** How somebody said that they felt. */
export interface CheckIn {
  readonly id: string;
  /** By the host's clock, as an ISO date. */
  readonly at: string;
  readonly kind: 'check-in';
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
  /** What they called it: names of feelings, of any list. */
  readonly words: readonly string[];
  /** In their own words; empty for nothing. At most 2,000 characters. */
  readonly note: string;
  /** How they appeared to the agent at that moment, which stands beside what they said and never in its place; null where that was not known. */
  readonly appears: { readonly valence: { readonly mean: SignedUnit; readonly variance: number }; readonly arousal: { readonly mean: SignedUnit; readonly variance: number } } | null;
}

/** Something that somebody tried, and whether it helped. */
export interface Tried {
  readonly id: string;
  readonly at: string;
  readonly kind: 'tried';
  /** Its name, of any list. */
  readonly activity: string;
  /** How they said that they felt before; null where they did not. */
  readonly before: { readonly valence: SignedUnit; readonly arousal: SignedUnit } | null;
  /** How far it helped, as they said: 0 not at all, 1 very much; null where they did not say. */
  readonly helped: Unit | null;
}

/** One thing in a diary. */
export type DiaryEntry = CheckIn | Tried;

/** Reads what lay on the device; null for what is no entry, which an older version or another program left there. */
export function readDiaryEntry(value: unknown): DiaryEntry | null {
  const result = v.safeParse(v.variant('kind', [CHECK_IN, TRIED]), value);
  return result.success ? result.output : null;
}
