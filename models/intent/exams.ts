import { fitIntents, type IntentExamples, type IntentReading } from '../../src/browser/text/intent/fit-intents.ts';
import type { SentenceEncoder } from '../../src/browser/text/encoder/embedding.ts';
import type { Comparison, Evaluation } from '../../src/learn/evaluation.ts';
import { type Answer, judge, type Judged } from '../../src/learn/metrics/answers.ts';
import { bootstrapIntervals } from '../../src/learn/metrics/bootstrap.ts';
import { confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import { measureClassifier } from '../../src/learn/metrics/measure.ts';
import { drawExamples, readBanking, readClinc, readOwnSet, readRequests, type Wish } from '../../scripts/texts/intent-corpora.ts';
import { areaUnderCurve } from '../../scripts/statistics.ts';
import { nearestExample } from './nearest-example.ts';

export interface Exam {
  readonly evaluation: Evaluation;
  readonly judged: Judged;
}

const SEED = 1;
/** Drawing pairs of two thousand messages takes its time. */
const ROUNDS = 200;
/** Further draws of Banking77's examples, for how much a draw matters. */
const DRAWS = [2, 3, 4, 5];

/** Banking77: ten examples of each of 77 intents, tested on its test set. */
export async function examineBanking(encoder: SentenceEncoder): Promise<Exam> {
  const [train, test] = [readBanking('train'), readBanking('test')];
  const intents = drawExamples(train, 10, SEED);
  const full = await answer(encoder, intents, test);
  const draws = [scoreOf(full)];
  for (const seed of DRAWS) draws.push(scoreOf(await answer(encoder, drawExamples(train, 10, seed), test)));
  return {
    judged: full.judged,
    evaluation: {
      model: 'intent', data: 'Banking77', n: test.length, split: `ten examples of each of ${intents.length} intents from its training set, drawn with seed ${SEED}; tested on its test set`,
      metrics: {
        ...measureClassifier(full.judged, { seed: SEED }), bankingAccuracy: draws[0]!.accuracy,
        bankingByDraw: draws.map(({ accuracy }) => accuracy),
      },
      baselines: await baselines(encoder, intents, test),
      peers: { 'intent, light': { ...scoreOf(await answer(null, intents, test)) } },
    },
  };
}

/** CLINC150: all of its examples, and how well messages of none of its intents are told by how near they lie. */
export async function examineClinc(encoder: SentenceEncoder): Promise<Exam> {
  const [train, validation, test] = [readClinc('train'), readClinc('val'), readClinc('test')];
  const intents = drawExamples(train.inScope, Infinity, SEED);
  const read = await fitIntents(encoder, intents);
  const nearOf = async (texts: readonly string[]): Promise<number[]> => (await read(texts)).map(({ nearness }) => nearness);
  const threshold = bestThreshold(await nearOf(validation.inScope.map(({ text }) => text)), await nearOf(validation.outOfScope));
  const readings = await read(test.inScope.map(({ text }) => text));
  const judged = judgeReadings(intents, test.inScope, readings);
  const [inside, outside] = [readings.map(({ nearness }) => nearness), await nearOf(test.outOfScope)];
  const accepted = readings.filter(({ nearness, ranking }, i) => nearness >= threshold && ranking[0]!.name === test.inScope[i]!.intent);
  const light = await examineScope(null, drawExamples(train.inScope, 10, SEED), test.inScope, test.outOfScope);
  return {
    judged,
    evaluation: {
      model: 'intent', data: 'CLINC150', n: test.inScope.length, split: 'all of its training set as examples, the threshold from validation, tested on its test set',
      metrics: {
        ...measureClassifier(judged, { seed: SEED }), ...scopeMetrics(inside, outside),
        outOfScope: { n: outside.length, threshold, acceptedAndRight: accepted.length / readings.length, refused: outside.filter((near) => near < threshold).length / outside.length },
        tenExamplesLight: light,
      },
      baselines: await baselines(encoder, intents, test.inScope, test.outOfScope),
    },
  };
}

/**
 * The repo's Chinese set, its test half, beside messages of no intent: learnt from the examples that come with the project,
 * written by somebody who had not seen the set, and from the dev half's ten a request.
 */
export async function examineChinese(): Promise<Exam> {
  const [dev, test] = [readOwnSet('intents-zh.csv', 'dev'), readOwnSet('intents-zh.csv', 'test')];
  const outside = readOwnSet('out-of-scope-zh.csv', 'test').map(({ text }) => text);
  const intents = readRequests();
  const { judged, readings } = await answer(null, intents, test);
  const read = await fitIntents(null, intents);
  const few = drawExamples(dev, Infinity, SEED);
  const count = intents.reduce((sum, { examples }) => sum + examples.length, 0);
  return {
    judged,
    evaluation: {
      model: 'intent', data: 'tests/sets/intents-zh.csv', n: test.length, split: `${count} examples of ${intents.length} intents from models/intent/requests-zh.json, none of them in the set; tested on its test half`,
      metrics: {
        ...measureClassifier(judged, { seed: SEED }),
        ...scopeMetrics(readings.map(({ nearness }) => nearness), (await read(outside)).map(({ nearness }) => nearness)),
      },
      baselines: await baselines(null, intents, test, outside),
      peers: { [`the same with only the dev half's ${dev.length} lines as examples`]: { ...scoreOf(await answer(null, few, test)) } },
    },
  };
}

async function examineScope(encoder: SentenceEncoder | null, intents: readonly IntentExamples[], inside: readonly Wish[], outside: readonly string[]): Promise<Record<string, number>> {
  const { judged, readings } = await answer(encoder, intents, inside);
  const read = await fitIntents(encoder, intents);
  const far = (await read(outside)).map(({ nearness }) => nearness);
  return { accuracy: scoresOf(judged.classes, confusionOf(judged)).accuracy, outOfScopeAuroc: areaUnderCurve(readings.map(({ nearness }) => nearness), far) };
}

interface Answered {
  readonly judged: Judged;
  readonly readings: readonly IntentReading[];
}

async function answer(encoder: SentenceEncoder | null, intents: readonly IntentExamples[], wishes: readonly Wish[]): Promise<Answered> {
  const read = await fitIntents(encoder, intents);
  const readings = await read(wishes.map(({ text }) => text));
  return { readings, judged: judgeReadings(intents, wishes, readings) };
}

function judgeReadings(intents: readonly IntentExamples[], wishes: readonly Wish[], readings: readonly IntentReading[]): Judged {
  const names = intents.map(({ name }) => name);
  return judge(names, wishes.map(({ intent }) => names.indexOf(intent)), readings.map(({ ranking }): Answer => {
    const confidences = new Map(ranking.map(({ name, confidence }) => [name, confidence]));
    return ranking.length === 0 ? null : names.map((name) => confidences.get(name) ?? 0);
  }));
}

function scoreOf({ judged }: Pick<Answered, 'judged'>): Comparison {
  const { accuracy, macroF1, uar } = scoresOf(judged.classes, confusionOf(judged));
  return { accuracy, macroF1, uar };
}

async function baselines(encoder: SentenceEncoder | null, intents: readonly IntentExamples[], wishes: readonly Wish[], outside: readonly string[] = []): Promise<Record<string, Comparison & { note?: string }>> {
  const names = intents.map(({ name }) => name);
  const truth = wishes.map(({ intent }) => names.indexOf(intent));
  const texts = wishes.map(({ text }) => text);
  const compare = (answers: readonly Answer[]): Comparison => scoreOf({ judged: judge(names, truth, answers) });
  const nearest = async (by: SentenceEncoder | null): Promise<Comparison & { note?: string }> => {
    const similarities = await nearestExample(by, intents, [...texts, ...outside]);
    const highest = similarities.map((row) => Math.max(...row));
    const note = outside.length === 0 ? {} : { note: `out-of-scope AUROC ${areaUnderCurve(highest.slice(0, texts.length), highest.slice(texts.length)).toFixed(3)}` };
    return { ...compare(similarities.slice(0, texts.length)), ...note };
  };
  const most = intents.reduce((best, { examples }, i) => (examples.length > intents[best]!.examples.length ? i : best), 0);
  return {
    majority: compare(texts.map(() => names.map((_, i) => (i === most ? 1 : 0)))),
    'nearest example by pieces of words': await nearest(null),
    ...(encoder && { 'nearest example by embeddings': await nearest(encoder) }),
  };
}

function scopeMetrics(inside: readonly number[], outside: readonly number[]): Record<string, unknown> {
  const all = [...inside, ...outside];
  const { outOfScopeAuroc } = bootstrapIntervals(all.length, (items) => {
    const drawn = [...items];
    return { outOfScopeAuroc: areaUnderCurve(drawn.filter((i) => i < inside.length).map((i) => all[i]!), drawn.filter((i) => i >= inside.length).map((i) => all[i]!)) };
  }, { seed: SEED, rounds: ROUNDS });
  return { outOfScopeAuroc: areaUnderCurve(inside, outside), outOfScopeInterval: outOfScopeAuroc };
}

/** Where the shares of rightly taken and rightly refused messages are highest together. */
function bestThreshold(inside: readonly number[], outside: readonly number[]): number {
  const worth = (threshold: number): number => inside.filter((near) => near >= threshold).length / inside.length + outside.filter((near) => near < threshold).length / outside.length;
  return Array.from({ length: 100 }, (_, i) => i / 100).reduce((best, threshold) => (worth(threshold) > worth(best) ? threshold : best), 0);
}

