import type { DialogueAct, Language, SupportSkill } from '../core/index.ts';
import type { Content } from './content/content.ts';
import { CHINESE } from './language/chinese.ts';
import { ENGLISH } from './language/english.ts';
import type { LanguageKit } from './language/language-kit.ts';
import { type Classes, compilePatterns, type Pattern } from './pattern.ts';

/** A rule with its patterns compiled. */
export interface BookRule {
  readonly topic: string | null;
  readonly acts: ReadonlySet<DialogueAct>;
  /** Whether it was written for some acts rather than for any answer. */
  readonly chosen: boolean;
  readonly skills: ReadonlySet<SupportSkill> | null;
  readonly hears: Pattern | null;
  readonly not: Pattern | null;
  readonly unasked: boolean;
  readonly said: Pattern | null;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly past: readonly string[];
  readonly turn: readonly [number, number];
  readonly weight: number;
  readonly lines: readonly BookLine[];
}

/** A line with what must be known to say it. */
export interface BookLine {
  readonly text: string;
  readonly slots: readonly string[];
  readonly asks: boolean;
  /** Whether something that was said was this line, whatever its slots stood for. */
  was(reply: string): boolean;
}

interface BookFact {
  readonly slot: string;
  readonly hears: Pattern;
  readonly not: Pattern | null;
  readonly is: string | undefined;
  readonly clears: readonly string[];
  readonly first: boolean;
  readonly lasts: number;
}

/** All content of a language, ready for use. */
export interface Book {
  readonly language: Language;
  readonly kit: LanguageKit;
  readonly facts: readonly BookFact[];
  readonly topics: readonly { readonly topic: string; readonly words: Pattern }[];
  readonly rules: readonly BookRule[];
  readonly examples: readonly { readonly heard: string; readonly line: BookLine }[];
  readonly reserve: readonly BookLine[];
}

const KITS: Readonly<Record<Language, LanguageKit>> = { en: ENGLISH, zh: CHINESE };

/**
 * What a rule without acts is for: every answer to something that was said. A greeting and a farewell are among them, because
 * they often come with something to answer.
 */
const ANSWERS = new Set<DialogueAct>([
  'share-joy', 'comfort', 'calm', 'reassure', 'celebrate', 'encourage', 'welcome-thanks', 'explain-self', 'offer-help', 'chat', 'ask-more', 'reflect', 'answer', 'suggest',
  'name-both', 'give-space', 'keep-company', 'note-ease', 'greet', 'farewell',
]);

/** Acts that rules must name to be used for them. Any other act is the core's own. */
const FORMAL: readonly DialogueAct[] = ['say-again', 'ask-again', 'say-unheard', 'take-word', 'check-in'];

/** Every act that content can be for. */
export const ACTS_OF_CONTENT: ReadonlySet<DialogueAct> = new Set([...ANSWERS, ...FORMAL]);

function lineOf(text: string): BookLine {
  const parts = text.split(/\{\w+\}/).map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  const form = new RegExp(`^${parts.join('.+')}$`, 'iu');
  return {
    text,
    slots: [...new Set([...text.matchAll(/\{(\w)(\w*)\}/g)].map(([, first, rest]) => first!.toLowerCase() + rest!))],
    asks: /[?？]/.test(text),
    was: (reply) => form.test(reply),
  };
}

/**
 * Binds the files of one language together.
 *
 * @param more files whose classes of words their patterns may use as well
 * @throws {AttuneError} `bad-input` when a pattern is wrong
 */
export function bindBook(language: Language, files: readonly Content[], more: readonly Content[] = []): Book {
  const kit = KITS[language];
  const classes: Classes = { ...kit.classes, ...Object.fromEntries([...more, ...files].flatMap(({ classes: own = {} }) => Object.entries(own).map(([name, words]) => [name, words.join('|')]))) };
  const compile = (sources: string | readonly string[] | undefined): Pattern | null => compilePatterns(sources, language, classes);
  return {
    language,
    kit,
    facts: files.flatMap(({ facts }) => facts.map(({ slot, hears, not, is, clears = [], first = false, lasts = Infinity }) => ({ slot, hears: compile(hears)!, not: compile(not), is, clears, first, lasts }))),
    topics: files.flatMap(({ topic, words }) => (topic && words ? [{ topic, words: compile(words)! }] : [])),
    rules: files.flatMap(({ topic = null, rules }) => rules.map((rule) => ({
      topic,
      acts: rule.acts === 'any' ? ACTS_OF_CONTENT : rule.acts ? new Set(rule.acts) : ANSWERS,
      chosen: Array.isArray(rule.acts),
      skills: rule.skills ? new Set(rule.skills) : null,
      hears: compile(rule.hears), not: compile(rule.not), said: compile(rule.said), unasked: rule.unasked ?? false,
      has: rule.has ?? [], lacks: rule.lacks ?? [], past: rule.past ?? [],
      turn: rule.turn ?? [0, Infinity] as const,
      weight: rule.weight ?? 0,
      lines: rule.says.map(lineOf),
    }))),
    examples: files.flatMap(({ examples }) => examples.map(({ heard, says }) => ({ heard, line: lineOf(says) }))),
    reserve: files.flatMap(({ reserve }) => reserve.map(lineOf)),
  };
}
