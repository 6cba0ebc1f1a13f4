import { type Emotion, EMOTIONS, MEMORY_KINDS, type Remembered } from '../core/index.ts';
import * as v from 'valibot';

/** What a topic is: something that happens, something that hurts, or somebody who is gone. */
export type Matter = 'event' | 'trouble' | 'loss';

/** What is found in words, before it is kept. */
export interface Fact extends Pick<Remembered, 'kind' | 'sentence' | 'about'> {
  /** What is found under the same key is about the same thing. */
  readonly key: string;
  readonly matter: Matter | null;
  /** The day on which it is, as an ISO date; null where none was said. */
  readonly due: string | null;
  /** Whether it is not over yet, as far as it was told. */
  readonly open: boolean;
}

/** Something remembered, with what is needed to choose among many. */
export interface Entry extends Remembered, Pick<Fact, 'matter' | 'due' | 'open'> {
  /** How it seemed to feel for the player; null where that was not clear. */
  readonly feeling: Emotion | null;
  /** When the visit began in which it was last said, as an ISO date. */
  readonly visit: string;
  /** How often it was said or brought up. */
  readonly uses: number;
  /** The agent asked about it, and the player has not spoken of it since. */
  readonly asked: boolean;
}

/** More characters than this are no plain sentence any more. */
export const LONGEST_SENTENCE = 200;

const date = v.pipe(v.string(), v.check((text) => !Number.isNaN(Date.parse(text)), 'Expected an ISO date.'));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_SENTENCE));

const ENTRY = v.object({
  id: text, kind: v.picklist(MEMORY_KINDS), sentence: text, about: v.nullable(text), at: date, source: v.picklist(['said', 'observed', 'edited']),
  matter: v.nullable(v.picklist(['event', 'trouble', 'loss'])), due: v.nullable(date), open: v.boolean(), feeling: v.nullable(v.picklist(EMOTIONS)),
  visit: date, uses: v.pipe(v.number(), v.finite(), v.minValue(0)), asked: v.boolean(),
});

/** Reads what lay on the device; null for what is no entry, which an older version or another program left there. */
export function readEntry(kept: unknown): Entry | null {
  const result = v.safeParse(ENTRY, kept);
  return result.success ? result.output : null;
}
