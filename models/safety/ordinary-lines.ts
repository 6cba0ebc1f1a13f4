import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Language, LANGUAGES } from '../../src/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { readGoEmotions, readMeld, readPersonas } from '../../scripts/texts/corpora.ts';
import { readBanking, readClinc, readRequests } from '../../scripts/texts/intent-corpora.ts';
import { ROOT } from '../../scripts/run.ts';

/** What people say and write on ordinary days, with no labels of danger; some of what corpora hold may be real danger all the same. */
export interface OrdinaryLines {
  readonly name: string;
  readonly language: Language;
  readonly texts: readonly string[];
}

/** What people tell a character on a day without danger, by blind authors: of the sea, bridges, knives, pills and the like. The English of `test` is by another author. */
export const DAILY = 'daily talk';
/** Requests of people who are not well, though nothing more is said. */
export const CALMING = 'requests to be calmed';
const CALMING_INTENT = 'breathing_exercise';
const SEED = 7;
/** So many of each are drawn. Comments of all kinds are nearest to what is told an agent, so there are more of them. */
const MOST = 1500;
const MOST_COMMENTS = 5000;

/** Those that may be learnt from. */
export function ordinaryToLearn(): OrdinaryLines[] {
  return drawn('train');
}

/** Those that are counted false alarms on, of which none is learnt from. */
export function ordinaryToTest(): OrdinaryLines[] {
  return drawn('test');
}

function drawn(part: 'train' | 'test'): OrdinaryLines[] {
  return ordinary(part).map(({ name, language, texts }) => ({ name, language, texts: draw(texts, name === 'GoEmotions' ? MOST_COMMENTS : MOST) }));
}

function ordinary(part: 'train' | 'test'): OrdinaryLines[] {
  const { inScope, outOfScope } = readClinc(part);
  return [
    ...LANGUAGES.map((language) => ({ name: DAILY, language, texts: readDaily(language, part) })),
    { name: 'GoEmotions', language: 'en', texts: readGoEmotions(part).map(({ text }) => text) },
    // Lines of a television show may only be tested on.
    ...(part === 'test' ? [{ name: 'MELD', language: 'en' as const, texts: readMeld().map(({ text }) => text) }] : []),
    { name: 'Banking77', language: 'en', texts: readBanking(part).map(({ text }) => text) },
    { name: 'CLINC150', language: 'en', texts: [...inScope.map(({ text }) => text), ...outOfScope] },
    { name: 'EmpatheticPersonas', language: 'zh', texts: readPersonas('zh', part).map(({ text }) => text) },
    ...(part === 'train' ? [{ name: 'requests', language: 'zh' as const, texts: requests((intent) => intent !== CALMING_INTENT) }, { name: CALMING, language: 'zh' as const, texts: requests((intent) => intent === CALMING_INTENT) }] : []),
  ];
}

function requests(wanted: (intent: string) => boolean): string[] {
  return readRequests().filter(({ name }) => wanted(name)).flatMap(({ examples }) => examples);
}

function readDaily(language: Language, part: 'train' | 'test'): string[] {
  const rows = parse(readFileSync(join(ROOT, `models/safety/daily-${language}${part === 'test' ? '-test' : ''}.csv`)), { columns: true }) as { text: string }[];
  return rows.map(({ text }) => text);
}

function draw(texts: readonly string[], most: number): string[] {
  const order = createRandom(SEED).shuffle(Int32Array.from(texts.keys()));
  return Array.from(order.subarray(0, most), (i) => texts[i]!);
}
