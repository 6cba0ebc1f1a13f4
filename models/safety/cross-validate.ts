import { bucketsOf, lengthOf } from '../../src/browser/text/danger/danger-head.ts';
import type { Told } from './calibrate.ts';
import { DEV, type Lesson } from './lessons.ts';
import { BY_ENGLISH, type DangerOptions, scoreDanger, teachDanger } from './teach-danger.ts';
import { scoreMeaning, teachMeaning } from './teach-meaning.ts';

/** Authors are held out a few at a time; the dev half by itself. */
const FOLDS = 4;

export interface Validated extends Told {
  readonly lesson: Lesson;
}

/**
 * Scores of every line by machines that had seen none of its author's.
 *
 * @param ordinary lines that are parted among the folds as they come; none is held out with the dev half
 * @param options how grams are learnt from
 * @param full false to learn from grams alone
 */
export async function crossValidate(lessons: readonly Lesson[], ordinary: readonly Lesson[], options: DangerOptions, full: boolean): Promise<Validated[]> {
  const authors = [...new Set(lessons.map(({ author }) => author))].sort();
  const dev = authors.filter((author) => author === DEV);
  const others = authors.filter((author) => author !== DEV);
  const folds = [...Array.from({ length: Math.min(FOLDS, others.length) }, (_, fold) => others.filter((__, i) => i % FOLDS === fold)), ...(dev.length > 0 ? [dev] : [])];
  const validated: Validated[] = [];
  for (const [fold, held] of folds.entries()) {
    const heldOrdinary = held === dev ? [] : ordinary.filter((_, i) => i % (folds.length - Math.min(1, dev.length)) === fold);
    const apart = new Set(heldOrdinary);
    const learnt = [...lessons.filter(({ author }) => !held.includes(author)), ...ordinary.filter((lesson) => !apart.has(lesson))];
    const asked = [...lessons.filter(({ author }) => held.includes(author)), ...heldOrdinary];
    const grams = scoreDanger(teachDanger(learnt, options), asked);
    const english = full ? scoreDanger(teachDanger(learnt, BY_ENGLISH), asked) : null;
    const meaning = full ? scoreMeaning(await teachMeaning(learnt, 0, `meaning, fold ${fold + 1} of ${folds.length}`), asked) : null;
    asked.forEach((lesson, i) => validated.push({
      lesson, danger: lesson.crisis !== null, length: lengthOf(bucketsOf(lesson.grams, 'grams').length),
      scores: { grams: grams[i]!, english: english?.[i] ?? 0, meaning: meaning?.[i] ?? 0 },
    }));
  }
  return validated;
}
