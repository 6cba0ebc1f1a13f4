import { cleanCharacters } from '../../src/browser/text/clean-characters.ts';
import { EKMAN, TEXT_LABELS } from '../../src/browser/text/labels.ts';
import { ngramsOf } from '../../src/browser/text/ngrams.ts';
import { plainScope } from '../../src/browser/text/plain-scope.ts';
import { tokenise } from '../../src/browser/text/tokens.ts';
import { createLookup, type KnownNgrams } from '../../src/browser/text/vocabulary.ts';
import { EMOTIONS } from '../../src/index.ts';
import { linkBlock, scoreRow, trainLinear } from '../../src/learn/linear/train-linear.ts';
import type { Answer } from '../../src/learn/metrics/answers.ts';
import { chooseThresholds, type MultiLabel, type MultiLabelScores, multiLabelScores } from '../../src/learn/metrics/multi-label.ts';
import { type Comment, readGoEmotions, readPersonas } from '../../scripts/texts/corpora.ts';
import { ekmanRow } from './lessons.ts';

/** Plain logistic regression on all n-grams: no negation, no clauses, no lists of words, nothing pruned or rounded. */
export interface NgramBaseline {
  /** Thresholds from GoEmotions' dev part, scores of its test part. */
  readonly labels: MultiLabelScores;
  readonly answer: (text: string) => Answer;
}

const BITS = 19;
const SEED = 6;

export function teachEnglishBaseline(): NgramBaseline {
  const comments = readGoEmotions('train');
  const width = TEXT_LABELS.length + EKMAN.length;
  const targets = new Float32Array(comments.length * width);
  comments.forEach((comment, i) => {
    for (const label of comment.labels) targets[i * width + label] = 1;
    targets.set(ekmanRow(comment), i * width + TEXT_LABELS.length);
  });
  const score = teach(comments.map(({ text }) => text), targets, width, 3);
  const judged = (some: readonly Comment[]): MultiLabel => {
    const truth = new Uint8Array(some.length * TEXT_LABELS.length);
    const scores = new Float32Array(truth.length);
    some.forEach(({ text, labels }, i) => {
      for (const label of labels) truth[i * TEXT_LABELS.length + label] = 1;
      scores.set(score(text).subarray(0, TEXT_LABELS.length), i * TEXT_LABELS.length);
    });
    return { labels: TEXT_LABELS, truth, scores };
  };
  const thresholds = chooseThresholds(judged(readGoEmotions('dev')), SEED);
  return { labels: multiLabelScores(judged(readGoEmotions('test')), thresholds), answer: (text) => toEight(score(text).subarray(TEXT_LABELS.length)) };
}

export function teachChineseBaseline(): Pick<NgramBaseline, 'answer'> {
  const personas = readPersonas('zh', 'train');
  const targets = new Float32Array(personas.length * EKMAN.length);
  personas.forEach(({ emotion }, i) => { targets[i * EKMAN.length + EKMAN.findIndex((each) => each === emotion)] = 1; });
  const score = teach(personas.map(({ text }) => text), targets, EKMAN.length, 10);
  return { answer: (text) => toEight(score(text)) };
}

function teach(texts: readonly string[], targets: Float32Array, columns: number, epochs: number): (text: string) => Float32Array {
  const hashed = texts.map(hash);
  const counts = new Map<number, number>();
  for (const { hashes } of hashed) for (const bucket of new Set(Array.from(hashes, (each) => each & (2 ** BITS - 1)))) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  const keys = Uint32Array.from(counts.keys()).sort();
  const look = createLookup({ bits: BITS, keys, rarity: Float32Array.from(keys, (key) => Math.log(texts.length / counts.get(key)!)), strange: 0 });
  const labels = columns - EKMAN.length;
  const blocks = [...(labels > 0 ? [{ from: 0, to: labels, link: 'sigmoid' } as const] : []), { from: labels, to: columns, link: 'softmax' } as const];
  const fitted = trainLinear({ rows: hashed.map(look), features: keys.length, columns, blocks, targets, epochs, rate: 0.5, seed: SEED, title: 'Baseline' });
  return (text) => {
    const scores = scoreRow(look(hash(text)) satisfies KnownNgrams, fitted, new Float32Array(columns));
    for (const block of blocks) linkBlock(scores, block);
    return scores;
  };
}

function hash(text: string): ReturnType<typeof ngramsOf> {
  const tokens = tokenise(cleanCharacters(text));
  return ngramsOf(tokens, plainScope(tokens.length));
}

function toEight(ekman: Float32Array): Answer {
  return EMOTIONS.map((emotion) => ekman[EKMAN.findIndex((each) => each === emotion)] ?? 0);
}
