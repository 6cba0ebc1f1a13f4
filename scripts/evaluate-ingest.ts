/**
 * `npm run evaluate -- ingest [--dev] [--json]`: whether a help desk that has no labels, and whose people each answer in words of their own, is told apart into what
 * was asked: questions of Banking77's training part with six wordings of each answer, on half of its intents, with and without looking for what means alike.
 * `--dev` takes the other half, which the nearness was chosen on.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AnswerGroup, createHistory } from '../src/browser/text/desk/history.ts';
import { mergeAlike } from '../src/browser/text/desk/merge-alike.ts';
import { mergeByMeaning } from '../src/browser/text/desk/merge-by-meaning.ts';
import { EMBEDDING } from '../src/browser/text/encoder/embedding.ts';
import { fnv1a } from '../src/learn/splits.ts';
import { ROOT } from './run.ts';
import { embedTexts } from './texts/embeddings.ts';
import { readBanking } from './texts/intent-corpora.ts';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } } });
const wordings = JSON.parse(readFileSync(join(ROOT, 'scripts/service/banking-wordings.json'), 'utf8')) as Readonly<Record<string, readonly string[]>>;
const asked = readBanking('train').filter(({ intent }) => (fnv1a(intent) % 2 === 0) === flags.dev);
const intentOf = new Map(asked.map(({ text, intent }) => [asTaken(text), intent]));

/** A question as a history keeps it: cleaned, and masked. */
function asTaken(question: string): string {
  const history = createHistory();
  history.add({ line: 1, question, answer: 'yes', id: null, label: null, rating: null });
  return [...history.groups.values()][0]!.questions[0]!;
}

async function embed(texts: readonly string[]): Promise<Float32Array[]> {
  const values = await embedTexts(texts);
  return texts.map((_, i) => values.subarray(i * EMBEDDING, (i + 1) * EMBEDDING));
}

interface Told {
  readonly questionsEach: number;
  readonly intents: number;
  /** How many were made, and how many of them answer more than one question. */
  readonly groups: number;
  /** Pairs of questions: of those put together, how many are of one intent; and of those of one intent, how many were put together. */
  readonly precision: number;
  readonly recall: number;
}

/** @param questionsEach so many questions were answered in each wording */
async function measure(questionsEach: number, byMeaning: boolean): Promise<Told> {
  const history = createHistory();
  const counts = new Map<string, number>();
  for (const [line, { text, intent }] of asked.entries()) {
    const count = counts.get(intent) ?? 0;
    counts.set(intent, count + 1);
    const own = wordings[intent]!;
    if (count < own.length * questionsEach) history.add({ line, question: text, answer: own[count % own.length]!, id: null, label: null, rating: null });
  }
  const alike = mergeAlike([...history.groups.values()]);
  return { questionsEach, intents: counts.size, ...judge(byMeaning ? await mergeByMeaning(alike, embed) : alike) };
}

function judge(groups: readonly AnswerGroup[]): Pick<Told, 'groups' | 'precision' | 'recall'> {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const all = new Map<string, number>();
  let [together, right] = [0, 0];
  for (const { questions } of groups) {
    const own = new Map<string, number>();
    for (const question of questions) own.set(intentOf.get(question)!, (own.get(intentOf.get(question)!) ?? 0) + 1);
    together += pairs(questions.length);
    for (const [intent, count] of own) {
      right += pairs(count);
      all.set(intent, (all.get(intent) ?? 0) + count);
    }
  }
  return { groups: groups.length, precision: right / together, recall: right / [...all.values()].reduce((sum, count) => sum + pairs(count), 0) };
}

const results = { alike: [] as Told[], byMeaning: [] as Told[] };
for (const each of [1, 3, 20]) {
  results.alike.push(await measure(each, false));
  results.byMeaning.push(await measure(each, true));
}
if (flags.json) console.log(JSON.stringify({ data: `Banking77 train, ${flags.dev ? 'even' : 'odd'} half of the intents by FNV-1a, six wordings of each answer`, ...results }));
else for (const [name, told] of Object.entries(results)) {
  for (const { questionsEach, intents, groups, precision, recall } of told) console.log(`${name}, ${questionsEach} questions to a wording: ${groups} groups of ${intents} intents; pairs of questions put together that belong together ${precision.toFixed(3)}, that belong together and were put together ${recall.toFixed(3)}`);
}
