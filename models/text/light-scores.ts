import { createLookup } from '../../src/browser/text/vocabulary.ts';
import { scoreRow } from '../../src/learn/linear/train-linear.ts';
import { type Lesson, teachHead } from './teach-head.ts';

const FOLDS = 4;

/**
 * Scores of every text of a lesson by a head that has not learnt from it: what is learnt on top must see scores as they will be
 * for strangers' texts.
 *
 * @returns a row of `columns` for each text
 */
export function strangersScores(lesson: Lesson): Float32Array {
  const { columns, blocks } = lesson;
  const scores = new Float32Array(lesson.texts.length * columns);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = lesson.texts.flatMap((_, i) => (i % FOLDS === fold ? [] : [i]));
    const pick = (values: Float32Array, width: number): Float32Array => {
      const picked = new Float32Array(others.length * width);
      others.forEach((i, at) => picked.set(values.subarray(i * width, (i + 1) * width), at * width));
      return picked;
    };
    const head = teachHead({ ...lesson, texts: others.map((i) => lesson.texts[i]!), targets: pick(lesson.targets, columns), worth: pick(lesson.worth, blocks.length), title: `${lesson.title}, fold ${fold + 1} of ${FOLDS}` });
    const look = createLookup(head.vocabulary);
    const row = new Float32Array(columns);
    for (let i = fold; i < lesson.texts.length; i += FOLDS) scores.set(scoreRow(look(lesson.texts[i]!.ngrams), head, row), i * columns);
  }
  return scores;
}
