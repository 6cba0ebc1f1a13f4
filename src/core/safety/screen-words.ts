import { type Risk, RISKS } from '../signals/risk.ts';
import type { Concept } from './concepts.ts';
import { CONCEPTS_EN, CONTEXTS_EN } from './concepts-en.ts';
import { CONCEPTS_ZH, CONTEXTS_ZH } from './concepts-zh.ts';
import { CRISIS_RULES } from './crisis-rules.ts';
import { boundariesIn } from './screen-boundaries.ts';
import { compile, findInOrder, mentionsIn, type Patterns, wholeWords } from './find-concepts.ts';
import { plainWords } from './plain-words.ts';

/** What is longer is screened as far as this, which is more than the agent reads. */
const LONGEST = 4000;

interface Rule {
  readonly risk: Risk;
  readonly parts: readonly (readonly Concept[])[];
  /** Whether it also holds in a message about work, news or machines. */
  readonly always: boolean;
}

const RULES: readonly Rule[] = Object.entries(CRISIS_RULES).flatMap(([risk, rules]) => rules.map((rule) => ({
  risk: risk as Risk,
  always: rule.endsWith('!'),
  parts: rule.replace('!', '').split(' + ').map((part) => part.split(' ') as Concept[]),
})));

/** A language as the screen knows it. */
interface Tongue {
  readonly concepts: Patterns;
  readonly idioms: RegExp;
  readonly denied: RegExp;
  readonly contexts: Readonly<Record<'game' | 'quoted' | 'past' | 'work' | 'meant', RegExp>>;
}

function tongue(concepts: Patterns, contexts: typeof CONTEXTS_EN | typeof CONTEXTS_ZH, pattern: (alternatives: string) => RegExp, denied: RegExp): Tongue {
  const { idioms, game, quoted, past, work, meant } = contexts;
  return { concepts, denied, idioms: pattern(idioms), contexts: { game: pattern(game), quoted: pattern(quoted), past: pattern(past), work: pattern(work), meant: pattern(meant) } };
}

const characters = (alternatives: string): RegExp => new RegExp(alternatives, 'g');

const ENGLISH = tongue(compile(CONCEPTS_EN, wholeWords), CONTEXTS_EN, wholeWords, new RegExp(` (?:${CONTEXTS_EN.denied}) (?:(?:${CONTEXTS_EN.deniedFillers}) ){0,6}$`));
const CHINESE = tongue(compile(CONCEPTS_ZH, characters), CONTEXTS_ZH, characters, new RegExp(`(?:${CONTEXTS_ZH.denied})(?:${CONTEXTS_ZH.deniedFillers}){0,6} ?$`));

/**
 * What in a message calls for care first; null for nothing. Of several risks the first in {@link RISKS} counts.
 *
 * Deterministic rules in English and Chinese, both whatever the language is taken for; no model.
 */
export function screenWords(text: string): Risk | null {
  const short = text.slice(0, LONGEST);
  const drawnOut = /([a-z])\1{2}/i.test(short);
  const found = new Set([...risksIn(plainWords(short, 2)), ...(drawnOut ? risksIn(plainWords(short, 1)) : [])]);
  return RISKS.find((risk) => found.has(risk)) ?? null;
}

function risksIn(plain: string): Risk[] {
  return [...[ENGLISH, CHINESE].flatMap((each) => risksBy(plain, each)), ...boundariesIn(plain)];
}

function risksBy(plain: string, { concepts, idioms, denied, contexts }: Tongue): Risk[] {
  const about = (context: RegExp): boolean => plain.search(context) >= 0;
  const meant = about(contexts.meant);
  if (!meant && (about(contexts.game) || about(contexts.quoted) || about(contexts.past))) return [];
  const work = !meant && about(contexts.work);
  const sentences = plain.split('\n').map((sentence) => {
    const words = sentence.replace(idioms, '_');
    return { words, mentions: mentionsIn(words, concepts) };
  });
  const isSaid = (part: readonly Concept[]): boolean =>
    sentences.some(({ words, mentions }) => findInOrder(part, words, mentions).some(({ start }) => !denied.test(`${words.slice(0, start).trimEnd()} `)));
  return RULES.filter(({ always, parts }) => (always || !work) && parts.every(isSaid)).map(({ risk }) => risk);
}
