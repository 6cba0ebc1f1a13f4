import { runInNewContext } from 'node:vm';
import { checkAnswer, createTutorPolicy, type Exercise, fitPolicy, type Lesson, parsePack, readLesson } from 'attune/scenario';
import { describe, expect, it } from 'vitest';
import fractions from '../../../../scenarios/tutor-fractions/scenario.json';
import programs from '../../../../scenarios/tutor-first-program/scenario.json';

const lessonIn = (file: unknown): Lesson => readLesson(parsePack(file).more, ['en', 'zh']).more!;
const LESSONS = { fractions: lessonIn(fractions), 'first program': lessonIn(programs) };
const LETTERS = 'ABCDEF';

/** The right answer as somebody would type it. */
function rightWords({ answer }: Exercise): string {
  switch (answer.kind) {
    case 'choice': return LETTERS[answer.is]!;
    case 'order': return answer.is.map((at) => LETTERS[at]).join(' ');
    case 'text': return answer.is[0]!;
    default: return String(answer.is);
  }
}

describe.each(Object.entries(LESSONS))('the lesson on %s', (_, lesson) => {
  it('has four skills and thirty exercises at least, with each level of each skill', () => {
    expect(lesson.skills.length).toBeGreaterThanOrEqual(4);
    expect(lesson.exercises.length).toBeGreaterThanOrEqual(30);
    for (const { id } of lesson.skills) expect(new Set(lesson.exercises.filter(({ skill }) => skill === id).map(({ level }) => level))).toEqual(new Set([1, 2, 3]));
  });

  it.each(lesson.exercises.map((exercise) => [exercise.id, exercise] as const))('%s takes its right answer and knows its wrong ones', (__, exercise) => {
    for (const language of ['en', 'zh'] as const) {
      expect(checkAnswer(exercise, rightWords(exercise), language)).toMatchObject({ right: true, shows: null });
      for (const { answer, shows } of exercise.wrong) expect(checkAnswer(exercise, answer, language)).toMatchObject({ right: false, shows });
    }
  });

  it('says the same numbers in both languages', () => {
    const numbersIn = (text: string): string => [...new Set(text.match(/\d+/g))].toSorted().join(' ');
    const texts = lesson.exercises.flatMap(({ id, asks, solution }) => [asks, solution].map(({ en, zh }) => ({ id, en: en!, zh: zh! }))).filter(({ zh }) => /\d/.test(zh));
    expect(texts.map(({ id, en }) => `${id} ${numbersIn(en)}`)).toEqual(texts.map(({ id, zh }) => `${id} ${numbersIn(zh)}`));
  });
});

interface Ratio { readonly top: number; readonly bottom: number }
const ratio = (text: string): Ratio => {
  const [top, bottom = '1'] = text.split('/');
  return { top: Number(top), bottom: Number(bottom) };
};
const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b));
const lowest = ({ top, bottom }: Ratio): string => `${top / divisor(top, bottom)}/${bottom / divisor(top, bottom)}`;
const plus = (a: Ratio, b: Ratio, sign: number): Ratio => ({ top: a.top * b.bottom + sign * b.top * a.bottom, bottom: a.bottom * b.bottom });

/** What the words of exercises without a sum come to, by what they tell. */
const TOLD: Readonly<Record<string, Ratio>> = {
  'cake-eaten': { top: 3, bottom: 8 }, 'pizza-left': { top: 6 - 1, bottom: 6 }, 'marbles-red': { top: 3, bottom: 3 + 4 }, 'hour-minutes': { top: 15, bottom: 60 }, 'class-glasses': { top: 20 - 8, bottom: 20 },
  'fraction-of-number': { top: 90 * 2 / 3, bottom: 1 }, 'half-in-sixths': { top: 6 / 2, bottom: 1 }, 'third-in-ninths': { top: 2 * 9 / 3, bottom: 1 }, 'three-fifths-twenty': { top: 5 * 12 / 3, bottom: 1 },
};

/** The answer, worked out from the question by arithmetic that knows nothing of the tutor. */
function workOut({ id, asks, answer }: Exercise): string {
  const question = asks.en!;
  const items = answer.kind === 'choice' ? answer.options.map(String) : answer.kind === 'order' ? answer.items.map(String) : [];
  const worth = (item: string): number => ratio(item).top / ratio(item).bottom;
  if (answer.kind === 'order') return items.toSorted((a, b) => worth(a) - worth(b)).map((item) => LETTERS[items.indexOf(item)]).join(' ');
  if (id === 'same-as-three-quarters') return LETTERS[items.findIndex((item) => worth(item) === 3 / 4)]!;
  if (id === 'half-line') return LETTERS[items.findIndex((item) => worth(item) > 1 / 2)]!;
  if (answer.kind === 'choice') {
    const asked = question.match(/\d+\/\d+/g)!;
    return LETTERS[items.indexOf(worth(asked[0]!) > worth(asked[1]!) ? asked[0]! : asked[1]!)]!;
  }
  const told = TOLD[id];
  if (told) return lowest(told);
  const terms = question.match(/(?:[+-] )?\d+(?:\/\d+)?/g)!.map((term) => [term.startsWith('-') ? -1 : 1, ratio(term.replace(/^[+-] /, ''))] as const);
  return lowest(terms.slice(1).reduce((sum, [sign, term]) => plus(sum, term, sign), terms[0]![1]));
}

it.each(LESSONS.fractions.exercises.map((exercise) => [exercise.id, exercise] as const))('the answer to %s is right by arithmetic', (_, exercise) => {
  const { answer } = exercise;
  const given = answer.kind === 'fraction' ? lowest(ratio(answer.is)) : answer.kind === 'number' ? `${answer.is}/1` : rightWords(exercise);
  expect(given).toBe(workOut(exercise));
});

/** What a program prints, run by Node. */
function run(program: string): readonly string[] {
  const printed: string[] = [];
  runInNewContext(program, { print: (value: unknown) => printed.push(String(value)) }, { timeout: 1000 });
  return printed;
}

it.each(LESSONS['first program'].exercises.map((exercise) => [exercise.id, exercise] as const))('the answer to %s is right when the program runs', (_, { answer, code = '', prints, asks }) => {
  if (answer.kind === 'order') return expect(run(answer.is.map((at) => String(answer.items[at])).join('\n')).join('\n')).toBe(prints);
  const chosen = answer.kind === 'choice' ? String(typeof answer.options[answer.is] === 'string' ? answer.options[answer.is] : '') : answer.kind === 'text' ? answer.is[0]! : String(answer.is);
  expect(chosen).not.toBe('');
  if (code.includes('___')) return expect(run(code.replace('___', chosen)).join('\n')).toBe(prints);
  const printed = run(code);
  if (/how many times/i.test(asks.en!)) return expect(chosen).toBe(String(printed.length));
  if (!/last/.test(asks.en!)) expect(printed).toHaveLength(1);
  expect(chosen).toBe(printed.at(-1));
});

describe('a lesson that is wrong', () => {
  type Loose = { skills: Record<string, unknown>[]; exercises: (Record<string, unknown> & { answer: Record<string, unknown> })[] };
  it.each<[string, (lesson: Loose) => void, RegExp]>([
    ['an exercise of no skill', ({ exercises }) => void (exercises[0]!['skill'] = 'swimming'), /more\.exercises\.0\.skill expected one of parts, equal/],
    ['a fraction that is none', ({ exercises }) => void (exercises[0]!.answer['is'] = 'a lot'), /more\.exercises\.0\.answer\.is expected a fraction such as "3\/4"/],
    ['a kind of answer that is none', ({ exercises }) => void (exercises[0]!.answer['kind'] = 'essay'), /answer\.kind expected a kind of answer: number, fraction/],
    ['a text in one language', ({ exercises }) => void (exercises[3]!['asks'] = { en: 'Which?' }), /more\.exercises\.3\.asks lacks "zh"/],
    ['a skill that needs a later one', ({ skills }) => void (skills[0]!['needs'] = ['unlike']), /more\.skills\.0\.needs expected skills that stand before it/],
    ['a misconception that is not told', ({ exercises }) => void (exercises[0]!['wrong'] = [{ answer: '3/5', shows: 'haste' }]), /wrong\.0\.shows expected a misconception, but there is none called "haste"/],
  ])('with %s is refused, naming the field', (_, change, message) => {
    const copy = structuredClone(fractions);
    change(copy.more as unknown as Loose);
    const told = fitPolicy(parsePack(copy), createTutorPolicy() as Parameters<typeof fitPolicy>[1]).map(({ path, fault }) => `${path.join('.')} ${fault}`);
    expect(told.join('\n')).toMatch(message);
  });
});
