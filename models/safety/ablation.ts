import type { DangerScores } from '../../src/browser/text/danger/danger-head.ts';
import { LANGUAGES, screenWords, isCrisis } from '../../src/index.ts';
import { fitFull, fitSlopes, probabilityOf, thresholdFor } from './calibrate.ts';
import { crossValidate, type Validated } from './cross-validate.ts';
import { DEV, type Lesson, ORDINARY_KIND } from './lessons.ts';
import { BY_GRAMS } from './teach-danger.ts';

/** Share of harmless lines that may alarm where recalls are compared. */
const FALSE_ALARMS = 0.05;

/** What each part is worth on authors that were held out, and on the dev half, which the rules had seen. */
export async function tellAblation(lessons: readonly Lesson[], ordinary: readonly Lesson[]): Promise<void> {
  console.log(`| learnt from | language | AUC by author | recall at ${100 * FALSE_ALARMS}% false alarms | AUC, dev half |\n| --- | --- | --- | --- | --- |`);
  for (const language of LANGUAGES) {
    const own = lessons.filter((lesson) => lesson.language === language && lesson.author !== DEV);
    const alarm = (danger: boolean): number => {
      const among = own.filter(({ crisis }) => (crisis !== null) === danger);
      return among.filter(({ text }) => isCrisis(screenWords(text))).length / among.length;
    };
    console.log(`| the core's rules alone | ${language} | | ${alarm(true).toFixed(3)} at ${(100 * alarm(false)).toFixed(1)}% | |`);
  }
  tell('grams', await crossValidate(lessons, [], { ...BY_GRAMS, traits: false }, false), ['grams']);
  tell('grams and traits of the rules', await crossValidate(lessons, [], BY_GRAMS, false), ['grams']);
  const whole = await crossValidate(lessons, ordinary, BY_GRAMS, true);
  tell('the same and ordinary lines (light)', whole, ['grams']);
  tell('words in English alone, with ordinary lines', whole, ['english']);
  tell('meaning alone, with ordinary lines', whole, ['meaning']);
  tell('all but words in English', whole, ['grams', 'meaning']);
  tell('all of it', whole, ['grams', 'english', 'meaning']);
  tell('all of it, and half of the odds by grams (full)', whole);
}

/** @param by left out for the full size */
function tell(name: string, validated: readonly Validated[], by?: readonly (keyof DangerScores)[]): void {
  for (const language of LANGUAGES) {
    const own = validated.filter(({ lesson }) => lesson.language === language && lesson.kind !== ORDINARY_KIND);
    const slopes = by ? fitSlopes(own, by) : fitFull(own);
    const authors = [...new Set(own.map(({ lesson }) => lesson.author))];
    const byAuthor = authors.map((author) => {
      const some = own.filter(({ lesson }) => lesson.author === author);
      const of = (danger: boolean): number[] => some.filter((each) => each.danger === danger).map((each) => probabilityOf(each, slopes));
      const [crises, harmless] = [of(true), of(false)];
      const threshold = thresholdFor(harmless, FALSE_ALARMS);
      return { author, auc: areaUnder(crises, harmless), recall: crises.filter((probability) => probability >= threshold).length / crises.length };
    });
    const others = byAuthor.filter(({ author }) => author !== DEV);
    const mean = (key: 'auc' | 'recall'): string => (others.reduce((sum, each) => sum + each[key], 0) / others.length).toFixed(3);
    console.log(`| ${name} | ${language} | ${mean('auc')} | ${mean('recall')} | ${byAuthor.find(({ author }) => author === DEV)?.auc.toFixed(3) ?? ''} |`);
  }
}

/** How often a crisis is found more likely than a harmless line. */
function areaUnder(crises: readonly number[], harmless: readonly number[]): number {
  const falling = harmless.toSorted((a, b) => a - b);
  const below = (value: number): number => {
    let [low, high] = [0, falling.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (falling[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return crises.reduce((sum, crisis) => sum + below(crisis), 0) / crises.length / harmless.length;
}
