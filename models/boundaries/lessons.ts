import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dangerGrams } from '../../src/browser/text/danger/danger-grams.ts';
import { TALK } from '../../src/browser/text/intent/talk-examples.ts';
import { type HeardBoundary, type Language, LANGUAGES } from '../../src/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { fnv1a } from '../../src/learn/splits.ts';
import { readGoEmotions } from '../../scripts/texts/corpora.ts';
import { readClinc } from '../../scripts/texts/intent-corpora.ts';
import { embeddingsOf } from '../../scripts/texts/meanings.ts';
import { ROOT } from '../../scripts/run.ts';
import { readTrainingLines } from '../safety/lessons.ts';
import { CALMING, DAILY, type OrdinaryLines, ordinaryToLearn } from '../safety/ordinary-lines.ts';
import { readPatternLines } from './patterns.ts';
import { type BoundaryLine, readAuthorsLines, readSetLines } from './read-lines.ts';

/**
 * Where a line comes from: the blind authors' tables, the dev half of the set, our own patterns, what people say on ordinary days, comments of all kinds, or what is harmless otherwise and may
 * be a child's, or ask for treatment: lines of strong feelings, of a few words, requests, and what our own scenarios are asked.
 */
export type Source = 'authors' | 'dev' | 'patterns' | 'ordinary' | 'comments' | 'perhaps';

/** A line that is learnt from, or held out. */
export interface Lesson {
  readonly text: string;
  readonly language: Language;
  readonly boundary: HeardBoundary;
  readonly source: Source;
  readonly grams: Uint32Array;
  /** 512 numbers of unit length. */
  readonly embedding: Float32Array;
}

/** So many harmless lines that were written beside words of danger are drawn in each language. */
const MOST_FEELINGS = 1500;
/** Of comments, which are nearest to what is told an agent, and of what people ask a machine. */
const [MOST_COMMENTS, MOST_ASKED] = [12_000, 6000] as const;
const SEED = 9;
/** Lines of a few words are all taken. */
const SHORT = ['en12', 'zh11'];

/** What the blind authors wrote to be learnt from, the dev half of the set, and sentences by our own patterns. */
export async function readLessons(): Promise<Lesson[]> {
  return [...(await toLessons(readAuthorsLines('training'), 'authors')), ...(await toLessons(readSetLines('dev'), 'dev')), ...(await toLessons(readPatternLines(), 'patterns'))];
}

/** Lines that nobody wrote to be told from a boundary. Some comments, and some of what is only perhaps harmless, ask for one all the same. */
export async function readOrdinary(): Promise<Lesson[]> {
  const drawn = ordinaryToLearn();
  const { inScope, outOfScope } = readClinc('train');
  const asked = draw([...inScope.map(({ text }) => text), ...outOfScope], MOST_ASKED).map((text) => harmless(text, 'en'));
  const talk = LANGUAGES.flatMap((language) => Object.values(TALK[language]).flat().map((text) => harmless(text, language)));
  const comments = draw(readGoEmotions('train'), MOST_COMMENTS).map(({ text }) => harmless(text, 'en'));
  const beside = readTrainingLines().filter(({ label }) => label === 'harmless');
  const feelings = LANGUAGES.flatMap((language) => draw(beside.filter((line) => line.language === language && !SHORT.includes(line.author)), MOST_FEELINGS));
  const short = beside.filter(({ author }) => SHORT.includes(author));
  const of = (names: readonly string[]): BoundaryLine[] => drawn.filter(({ name }) => names.includes(name)).flatMap(linesOf);
  const perhaps = [...of(['requests', CALMING, 'EmpatheticPersonas']), ...readScenarios().flatMap(linesOf), ...[...feelings, ...short].map(({ text, language }) => harmless(text, language))];
  return [
    ...(await toLessons([...of([DAILY, 'Banking77']), ...asked, ...talk], 'ordinary')), ...(await toLessons(comments, 'comments')), ...(await toLessons(perhaps, 'perhaps')),
  ];
}

/** What people say to the scenarios that ship. */
function readScenarios(): Pick<OrdinaryLines, 'language' | 'texts'>[] {
  const folder = join(ROOT, 'scenarios');
  const scenarios = readdirSync(folder).sort().map((name) => JSON.parse(readFileSync(join(folder, name, 'scenario.json'), 'utf8')) as { content: Partial<Record<Language, { intents?: readonly { examples: readonly string[] }[] }>> });
  return LANGUAGES.map((language) => ({ language, texts: scenarios.flatMap(({ content }) => content[language]?.intents ?? []).flatMap(({ examples }) => examples) }));
}

function linesOf({ language, texts }: Pick<OrdinaryLines, 'language' | 'texts'>): BoundaryLine[] {
  return texts.map((text) => harmless(text, language));
}

function harmless(text: string, language: Language): BoundaryLine {
  return { text, language, boundary: null };
}

function draw<Line>(lines: readonly Line[], most: number): Line[] {
  const order = createRandom(SEED).shuffle(Int32Array.from(lines.keys()));
  return Array.from(order.subarray(0, most), (i) => lines[i]!);
}

/** Takes lines apart, once for all that learns from them. */
async function toLessons(lines: readonly BoundaryLine[], source: Source): Promise<Lesson[]> {
  const embeddings = await embeddingsOf(lines, `embeddings, ${source}`);
  return lines.map(({ text, language, boundary }, i) => ({ text, language, boundary, source, grams: dangerGrams(text), embedding: embeddings[i]! }));
}

/** The fold that a line is held out in, of so many. */
export function foldOf({ text }: Lesson, folds: number): number {
  return Math.floor(fnv1a(text) / 6) % folds;
}
