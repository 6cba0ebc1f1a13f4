import { foldOf, type Lesson } from './lessons.ts';
import { type Scores, scoreLines, teach } from './teach.ts';

const FOLDS = 5;

export interface Validated extends Scores {
  readonly lesson: Lesson;
}

/** Scores of every line but those of patterns by machines that had not seen it; those of the dev half by machines that had seen none of its lines. */
export function crossValidate(lessons: readonly Lesson[], ordinary: readonly Lesson[]): Validated[] {
  const all = [...lessons, ...ordinary];
  const isDev = ({ source }: Lesson): boolean => source === 'dev';
  const folds = [
    isDev,
    ...Array.from({ length: FOLDS }, (_, fold) => (lesson: Lesson): boolean => !isDev(lesson) && lesson.source !== 'patterns' && foldOf(lesson, FOLDS) === fold),
  ];
  return folds.flatMap((isHeld) => {
    const held = all.filter(isHeld);
    const scores = scoreLines(teach(all.filter((lesson) => !isHeld(lesson))), held);
    return held.map((lesson, i) => ({ lesson, grams: scores[i]!.grams, meaning: scores[i]!.meaning }));
  });
}
