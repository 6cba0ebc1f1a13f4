import * as v from 'valibot';
import { AttuneError, clamp, type Unit } from '../../core/index.ts';
import type { Transcript } from './transcript.ts';
import { UNTOLD } from './untold.ts';

/** What an answer of OpenAI's API for transcriptions may hold; all else is passed over. */
const ANSWER = v.object({
  text: v.string(),
  segments: v.optional(v.nullable(v.array(v.object({ text: v.optional(v.string(), ''), avg_logprob: v.optional(v.nullable(v.number()), null) })))),
});

/** Nobody says more in half a minute. */
const LONGEST = 2000;
/** What such models write where nobody speaks, such as `[BLANK_AUDIO]` or `(music)`. */
const NO_WORDS = /^(?:\s*(?:\[[^\]]*\]|\([^)]*\)|♪))+\s*$/;

/**
 * Reads an answer.
 *
 * @throws {AttuneError} `words-unheard` when it is no transcription
 */
export function readTranscription(answer: string): Transcript {
  const read = v.safeParse(ANSWER, parse(answer));
  if (!read.success) {
    throw new AttuneError('words-unheard', `Expected a transcription as JSON with a "text", but there came "${clean(answer).slice(0, 60)}". Check which server answers there.`);
  }
  const { text, segments } = read.output;
  const words = clean(text).slice(0, LONGEST);
  const told = (segments ?? []).flatMap(({ text: part, avg_logprob: mean }) => (mean === null || !Number.isFinite(mean) ? [] : [{ mean, length: part.length + 1 }]));
  return NO_WORDS.test(words) ? { text: '', confidence: UNTOLD } : { text: words, confidence: sureness(told) };
}

function parse(answer: string): unknown {
  try {
    return JSON.parse(answer) as unknown;
  } catch {
    return null;
  }
}

/** Words are one line of text, without control characters, marks that turn the writing round, and halves of characters. */
function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD\u2028\u2029]+/gu, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** The geometric mean of the chances of all tokens, as the segments tell it. */
function sureness(told: readonly { readonly mean: number; readonly length: number }[]): Unit {
  const length = told.reduce((sum, each) => sum + each.length, 0);
  return length === 0 ? UNTOLD : clamp(Math.exp(told.reduce((sum, each) => sum + each.mean * each.length, 0) / length), 0, 1);
}
