import { type Crisis, type HeardBoundary, type HeardDanger, isCrisis, type Risk, RISKS } from '../signals/risk.ts';
import type { Concept } from './concepts.ts';
import { CONCEPTS_EN, CONTEXTS_EN } from './concepts-en.ts';
import { CONCEPTS_ZH, CONTEXTS_ZH } from './concepts-zh.ts';
import { type CrisisRules, OUTRIGHT_RULES, SUSPECT_RULES } from './crisis-rules.ts';
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
  readonly outright: boolean;
}

const parseRules = (rules: CrisisRules, outright: boolean): Rule[] => Object.entries(rules).flatMap(([risk, each]) => each.map((rule) => ({
  risk: risk as Crisis,
  outright,
  always: rule.endsWith('!'),
  parts: rule.replace('!', '').split(' + ').map((part) => part.split(' ') as Concept[]),
})));

const RULES: readonly Rule[] = [...parseRules(OUTRIGHT_RULES, true), ...parseRules(SUSPECT_RULES, false)];

/** A language as the screen knows it. */
interface Tongue {
  /** What has none of it is not of this language. */
  readonly letters: RegExp;
  readonly concepts: Patterns;
  readonly idioms: RegExp;
  readonly denied: RegExp;
  readonly contexts: Readonly<Record<'game' | 'quoted' | 'past' | 'work' | 'meant', RegExp>>;
}

function tongue(concepts: Patterns, contexts: typeof CONTEXTS_EN | typeof CONTEXTS_ZH, pattern: (alternatives: string) => RegExp, denied: RegExp, letters: RegExp): Tongue {
  const { idioms, game, quoted, past, work, meant } = contexts;
  return { letters, concepts, denied, idioms: pattern(idioms), contexts: { game: pattern(game), quoted: pattern(quoted), past: pattern(past), work: pattern(work), meant: pattern(meant) } };
}

const characters = (alternatives: string): RegExp => new RegExp(alternatives, 'g');

const ENGLISH = tongue(compile(CONCEPTS_EN, wholeWords), CONTEXTS_EN, wholeWords, new RegExp(` (?:${CONTEXTS_EN.denied}) (?:(?:${CONTEXTS_EN.deniedFillers}) ){0,6}$`), /[a-z]/);
const CHINESE = tongue(compile(CONCEPTS_ZH, characters), CONTEXTS_ZH, characters, new RegExp(`(?:${CONTEXTS_ZH.denied})(?:${CONTEXTS_ZH.deniedFillers}){0,6} ?$`), /\p{Script=Han}/u);
const TONGUES = [ENGLISH, CHINESE];

function tonguesOf(plain: string): Tongue[] {
  return TONGUES.filter(({ letters }) => letters.test(plain));
}

/** What the rules find in a message. */
export interface Screening {
  readonly risk: Risk | null;
  /** Whether a crisis is said so plainly that nobody else needs to be asked. */
  readonly outright: boolean;
}

/**
 * What in a message calls for care first, by the core's rules alone; null for nothing. Of several risks the first in {@link RISKS} counts.
 *
 * Deterministic, in English and Chinese, both whatever the language is taken for; no model.
 */
export function screenWords(text: string): Risk | null {
  return screen(text).risk;
}

export function screen(text: string): Screening {
  const short = text.slice(0, LONGEST);
  const drawnOut = /([a-z])\1{2}/i.test(short);
  const plain = [plainWords(short, 2), ...(drawnOut ? [plainWords(short, 1)] : [])];
  const rules = plain.flatMap((each) => tonguesOf(each).flatMap((language) => rulesIn(each, language)));
  const plainest = rules.filter(({ outright }) => outright);
  const first = (found: readonly Risk[]): Risk | null => RISKS.find((risk) => found.includes(risk)) ?? null;
  if (plainest.length > 0) return { risk: first(plainest.map(({ risk }) => risk)), outright: true };
  return { risk: first([...rules.map(({ risk }) => risk), ...plain.flatMap(boundariesIn)]), outright: false };
}

/**
 * What counts of the rules' word and a reader's, which is only asked where nothing is said outright: one that listens for danger overrules what rules suspect,
 * but what both hold for possible is a crisis. A boundary counts, whoever heard it; of several risks the first in {@link RISKS} does.
 */
export function heedReader(suspected: Risk | null, danger: HeardDanger | undefined, boundary: HeardBoundary = null): Risk | null {
  const found = danger === undefined || (danger === 'unsure' && isCrisis(suspected)) ? suspected : danger ?? (isCrisis(suspected) ? null : suspected);
  return RISKS.find((risk) => risk === found || risk === boundary) ?? null;
}

/** Concepts that come up to so many places apart are noted as a pair. */
const TOGETHER = 3;

/**
 * What the rules are made of, as far as a message has it: concepts, those that follow one another in a sentence, contexts that make words harmless, and
 * what the rules say. A learnt reader takes it for a hint.
 */
export function traitsOf(text: string): string[] {
  const plain = plainWords(text.slice(0, LONGEST), 2);
  const found = new Set<string>();
  for (const { concepts, contexts } of tonguesOf(plain)) {
    for (const [name, pattern] of Object.entries(contexts)) if (plain.search(pattern) >= 0) found.add(`in ${name}`);
    for (const sentence of plain.split('\n')) {
      const mentions = mentionsIn(sentence, concepts);
      const inOrder = [...concepts.keys()].flatMap((concept) => mentions(concept).map(({ start }) => ({ concept, start }))).sort((a, b) => a.start - b.start);
      inOrder.forEach(({ concept }, i) => {
        found.add(concept);
        for (const next of inOrder.slice(i + 1, i + 1 + TOGETHER)) found.add(`${concept} ${next.concept}`);
      });
    }
  }
  const { risk } = screen(text);
  if (isCrisis(risk)) found.add('danger').add(`danger ${risk}`);
  return [...found];
}

function rulesIn(plain: string, { concepts, idioms, denied, contexts }: Tongue): Rule[] {
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
  return RULES.filter(({ always, parts }) => (always || !work) && parts.every(isSaid));
}
