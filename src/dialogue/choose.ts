import type { DialogueRequest, Language, Unit } from '../core/index.ts';
import type { Book, BookLine, BookRule } from './book.ts';
import { fillLine, type Slots, slotsFor } from './fill.ts';
import type { Caught } from './pattern.ts';
import type { Understood } from './understand.ts';

/** An example that is like the message. */
export interface Match {
  readonly index: number;
  /** How far above the threshold it is, in [0, 1]. */
  readonly fit: Unit;
}

/** Puts candidates in order, the best first, such as `rank` of the ranker that `loadReplyRanker` of `attune/browser` gives. */
export type Rank = (request: DialogueRequest, candidates: readonly string[]) => readonly { readonly text: string }[];

interface Candidate {
  readonly text: string;
  readonly score: number;
}

/** What conditions count for. Words that were really said tell most, then the topic, then what the core decided. */
const HEARD = 6;
const LONG_MATCH = 3;
const TOPIC = 2;
const TOPIC_NOW = 1;
const TOPIC_ALONE = 1;
const CHOSEN_ACT = 1.5;
const CHOSEN_SKILL = 1;
const KNOWN = 0.5;
const EXAMPLE = 4.5;
const GOOD_EXAMPLE = 5;
const SAID_BEFORE = 3;
const NO_QUESTION_WANTED = 2.5;
const QUESTION_WANTED = 1.5;
const BEGINS_ALIKE = 1;
const SPECIFIC = 0.3;

/**
 * A pattern must cover at least so much of what was said from its sentence to the end: a word in passing is not what a long message is
 * about. Below lay half of the lines that did not fit in conversations that nobody had foreseen, and one in twenty of those that did.
 */
const LEAST_COVERED: Readonly<Record<Language, Unit>> = { en: 0.09, zh: 0.065 };

/** It may be less where the topic bears it out. */
const LEAST_COVERED_ON_TOPIC: Unit = 0.05;

/** Candidates that are about as good take turns, or are put in order by whoever can. */
const AS_GOOD = 0.25;

/** After so many questions in a row something else is said. */
const QUESTIONS_IN_A_ROW = 2;

/** Finds the words for a request. */
export function chooseReply(request: DialogueRequest, understood: Understood, match: Match | null, book: Book, rank?: Rank): string {
  const { kit } = book;
  const said = new Set(understood.replies.flatMap(kit.sentences));
  const openings = new Set(understood.replies.slice(-3).map(kit.opening));
  const asked = understood.replies.slice(-QUESTIONS_IN_A_ROW);
  const mayAsk = !understood.known.has('quiet') && !(asked.length === QUESTIONS_IN_A_ROW && asked.every((reply) => /[?？]/.test(reply)));
  const wantsQuestion = request.skill === 'question' && mayAsk;

  const fresh = (text: string): boolean => kit.sentences(text).every((sentence) => !said.has(sentence));

  /** The lines of one kind that can be said, each with its score. */
  function candidatesOf(lines: readonly BookLine[], slots: Slots, score: number): readonly Candidate[] {
    return lines.flatMap((line) => {
      if (line.asks && !mayAsk) return [];
      const text = fillLine(line, slots, book);
      if (text === null || !fresh(text)) return [];
      const asking = line.asks ? (wantsQuestion ? 0 : -NO_QUESTION_WANTED) : wantsQuestion ? -QUESTION_WANTED : 0;
      return [{ text, score: score + asking + SPECIFIC * line.slots.length - (openings.has(kit.opening(text)) ? BEGINS_ALIKE : 0) }];
    });
  }

  const candidates = book.rules.flatMap((rule) => {
    const fits = fitOf(rule, request, understood);
    if (!fits) return [];
    const used = understood.replies.filter((reply) => rule.lines.some((line) => line.was(reply))).length;
    return candidatesOf(rule.lines, slotsFor(understood, fits.caught, request.character.name, book), fits.score - SAID_BEFORE * used);
  });
  const example = match && book.examples[match.index];
  if (example) candidates.push(...candidatesOf([example.line], slotsFor(understood, {}, request.character.name, book), EXAMPLE + GOOD_EXAMPLE * match.fit));
  if (candidates.length === 0) candidates.push(...candidatesOf(book.reserve, slotsFor(understood, {}, request.character.name, book), 0));
  return pick(candidates, request, rank) ?? longestAgo(book, understood);
}

/** How well a rule fits; null when one of its conditions does not hold. */
function fitOf(rule: BookRule, { act, skill, language }: DialogueRequest, { message, turn, known, topics, replies }: Understood): { score: number; caught: Caught } | null {
  if (!rule.acts.has(act) || turn < rule.turn[0] || turn > rule.turn[1]) return null;
  if (rule.unasked !== (message === null)) return null;
  const presence = rule.topic === null ? 0 : topics.get(rule.topic);
  if (presence === undefined) return null;
  if (rule.has.some((slot) => !known.has(slot)) || rule.lacks.some((slot) => known.has(slot))) return null;
  if (rule.past.some((slot) => (known.get(slot)?.at ?? turn) >= (message === null ? turn : turn - 1))) return null;
  if (rule.said && !rule.said(replies.at(-1) ?? '')) return null;
  // Advice is only given where the core decided so.
  if (rule.skills?.has('suggestion') && skill !== 'suggestion') return null;
  if (message !== null && rule.not?.(message)) return null;
  const found = rule.hears && message !== null ? rule.hears(message) : null;
  if (rule.hears && (!found || (!rule.chosen && coverage(found, message!) < (rule.topic === null ? LEAST_COVERED[language] : LEAST_COVERED_ON_TOPIC)))) return null;
  const score = rule.weight
    + (found ? HEARD + Math.min(LONG_MATCH, found.length / 10) : 0)
    + (found ? TOPIC * presence + (presence === 1 ? TOPIC_NOW : 0) : TOPIC_ALONE * presence)
    + (rule.chosen ? CHOSEN_ACT : 0)
    + (rule.skills ? (rule.skills.has(skill) ? CHOSEN_SKILL : -CHOSEN_SKILL) : 0)
    + KNOWN * (rule.has.length + rule.past.length);
  return { score, caught: found?.caught ?? {} };
}

/** Which part a match is of the sentence in which it begins and all that was said after it. */
function coverage({ at, length }: { readonly at: number; readonly length: number }, message: string): Unit {
  const sentence = Math.max(0, ...[...message.slice(0, at).matchAll(/[.!?…。！？]+\s*/g)].map(({ index, 0: end }) => index + end.length));
  return length / (message.length - sentence);
}

function pick(candidates: readonly Candidate[], request: DialogueRequest, rank?: Rank): string | null {
  const best = Math.max(...candidates.map(({ score }) => score));
  const good = candidates.filter(({ score }) => score > best - AS_GOOD).map(({ text }) => text);
  const ranked = rank && good.length > 1 ? rank(request, good) : [];
  return ranked[0]?.text ?? good[Math.min(good.length - 1, Math.floor(request.variant * good.length))] ?? null;
}

/** When everything was said, what was said longest ago may be said again. */
function longestAgo({ reserve }: Book, { replies }: Understood): string {
  return reserve.map(({ text }) => ({ text, last: replies.lastIndexOf(text) })).toSorted((a, b) => a.last - b.last)[0]!.text;
}
