import { FINANCE_CLASSES } from '../../src/monitor/finance/finance-head.ts';
import type { Lesson } from './lessons.ts';
import { MADE } from './make-lines.ts';
import { LIGHT, scoreLight, teachLight } from './teach-light.ts';

/** Prints how each list is read by a light size that learnt from all others. The lists of cues were mended by these lines, so it is better here than on strangers'. */
export function tellLists(lessons: readonly Lesson[]): void {
  for (const list of [...new Set(lessons.map((lesson) => lesson.list))].filter((each) => each !== MADE)) {
    const score = scoreLight(teachLight(lessons.filter((lesson) => lesson.list !== list), LIGHT));
    const held = lessons.filter((lesson) => lesson.list === list);
    const hits = FINANCE_CLASSES.map((name, sentiment) => {
      const own = held.filter((lesson) => lesson.sentiment === sentiment);
      return { name, of: own.length, right: own.filter(({ features }) => likeliest(score(features)) === sentiment).length };
    });
    console.log(`${list}: ${hits.reduce((sum, { right }) => sum + right, 0)} of ${held.length} right; ${hits.map(({ name, right, of }) => `${name} ${right}/${of}`).join(', ')}`);
  }
}

function likeliest(scores: Float32Array): number {
  return scores.indexOf(Math.max(...scores));
}
