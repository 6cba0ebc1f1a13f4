/**
 * `npm run evaluate -- service [--dev] [--json]`: a help desk learnt from Banking77's training questions, with answers of our own, asked
 * its test questions, and CLINC150's questions that belong to no help desk. `--dev` asks held-out training questions instead, which the
 * thresholds were chosen on.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDesk } from '../src/browser/text/desk/create-desk.ts';
import { createHistory } from '../src/browser/text/desk/history.ts';
import { learnDesk } from '../src/browser/text/desk/learn-desk.ts';
import type { SentenceEncoder } from '../src/browser/text/encoder/embedding.ts';
import { fnv1a } from '../src/learn/splits.ts';
import { ROOT } from './run.ts';
import { embedTexts } from './texts/embeddings.ts';
import { readBanking, readClinc, type Wish } from './texts/intent-corpora.ts';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } } });
const answers = JSON.parse(readFileSync(join(ROOT, 'scripts/service/banking-answers.json'), 'utf8')) as Readonly<Record<string, string>>;
const embeddings = new Map<string, Float32Array>();
const SIZE = 512;
/** What was encoded before, by any command, is not encoded again. */
const encoder: SentenceEncoder = {
  async encode(texts) {
    const missing = [...new Set(texts.filter((text) => !embeddings.has(text)))];
    if (missing.length > 0) {
      const values = await embedTexts(missing);
      missing.forEach((text, i) => embeddings.set(text, values.slice(i * SIZE, (i + 1) * SIZE)));
    }
    const all = new Float32Array(texts.length * SIZE);
    texts.forEach((text, i) => all.set(embeddings.get(text)!, i * SIZE));
    return all;
  },
  dispose: async () => {},
};

const train = readBanking('train');
const held = (text: string): boolean => fnv1a(text) % 10 === 0;
const past = flags.dev ? train.filter(({ text }) => !held(text)) : train;
const asked = flags.dev ? train.filter(({ text }) => held(text)) : readBanking('test');
const outside = flags.dev ? [...readClinc('train').outOfScope, ...readClinc('val').outOfScope] : readClinc('test').outOfScope;

const history = createHistory();
past.forEach(({ text, intent }, i) => {
  const fault = history.add({ line: i + 1, question: text, answer: answers[intent]!, id: null, label: null, rating: null });
  if (fault) throw new Error(`Expected question ${i + 1} of Banking77 to be taken, but ${fault.field} ${fault.fault}.`);
});
await encoder.encode([...past.map(({ text }) => text), ...asked.map(({ text }) => text), ...outside]);
const began = performance.now();
const { file, embeddings: packed, coverage } = await learnDesk(history, { encoder });
const seconds = (performance.now() - began) / 1000;
const desk = createDesk(file, packed, encoder);
const says = new Map(desk.answers('en').map((answer): [string, string] => [answer.name, answer.says]));

type Result = 'right' | 'asked' | 'wrong' | 'askedInVain' | 'refused';
/** What the answering policy does with a question: asks when two are close, offering at most three. */
async function ask({ text, intent }: Wish): Promise<{ readonly result: Result; readonly top: boolean }> {
  const { match, ranking, close } = await desk.read(text);
  const right = (name: string | undefined): boolean => name !== undefined && says.get(name) === answers[intent];
  const top = right(ranking[0]?.name);
  if (!match) return { result: 'refused', top };
  if (close) return { result: ranking.slice(0, 3).some(({ name }) => right(name)) ? 'asked' : 'askedInVain', top };
  return { result: top ? 'right' : 'wrong', top };
}

const results: Awaited<ReturnType<typeof ask>>[] = [];
for (const wish of asked) results.push(await ask(wish));
const times: number[] = [];
let refusedOutside = 0;
for (const text of outside) {
  const start = performance.now();
  if ((await desk.read(text)).match === null) refusedOutside += 1;
  times.push(performance.now() - start);
}
const share = (...wanted: readonly Result[]): number => results.filter(({ result }) => wanted.includes(result)).length / results.length;
const figures = {
  data: flags.dev ? 'Banking77, held-out training questions' : 'Banking77 test', n: results.length,
  topAnswerRight: results.filter(({ top }) => top).length / results.length,
  rightOrOffered: share('right', 'asked'), clarifying: share('asked', 'askedInVain'), answeredWrongly: share('wrong'), refusedInDomain: share('refused'),
  outOfScope: { data: flags.dev ? 'CLINC150 train and validation, out of scope' : 'CLINC150 test, out of scope', n: outside.length, refused: refusedOutside / outside.length },
  desk: { answers: says.size, questions: coverage[0]!.questions, near: file.parts.en!.near, coverage: coverage[0] }, learnSeconds: seconds, readMilliseconds: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)],
};
const bars: readonly (readonly [string, boolean])[] = [
  ['likeliest answer is right, at least 0.80', figures.topAnswerRight >= 0.8],
  ['right or offered, at least 0.90', figures.rightOrOffered >= 0.9],
  ['asks at most 0.15', figures.clarifying <= 0.15],
  ['refuses its own at most 0.05', figures.refusedInDomain <= 0.05],
  ['refuses others at least 0.85', figures.outOfScope.refused >= 0.85],
];
console.log(flags.json ? JSON.stringify({ ...figures, bars: Object.fromEntries(bars) }) : `${figures.data}: ${figures.n} questions, likeliest answer right ${figures.topAnswerRight.toFixed(3)}, right or offered ${figures.rightOrOffered.toFixed(3)}, asked ${figures.clarifying.toFixed(3)}, wrong ${figures.answeredWrongly.toFixed(3)}, refused ${figures.refusedInDomain.toFixed(3)}; of ${outside.length} others refused ${figures.outOfScope.refused.toFixed(3)}\n${bars.map(([bar, met]) => `${met ? 'met' : 'NOT MET'}: ${bar}`).join('\n')}`);
if (bars.some(([, met]) => !met)) process.exitCode = 1;
