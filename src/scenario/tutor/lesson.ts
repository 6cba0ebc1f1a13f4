import * as v from 'valibot';
import { type Language } from '../../core/index.ts';
import { missingTexts } from '../missing-texts.ts';
import { faultOf, idSchema, type MoreReading, type PackFault, textsSchema } from '../pack.ts';
import { parseFraction, parseNumber } from './numbers.ts';

const unit = (least: number, most: number) => v.pipe(v.number(`a number from ${least} to ${most}`), v.minValue(least, `a number from ${least} to ${most}`), v.maxValue(most, `a number from ${least} to ${most}`));
const text = v.pipe(v.string('some text'), v.trim(), v.minLength(1, 'some text'));
/** Lines of a program and the like are the same in all languages. */
const itemSchema = v.union([text, textsSchema], 'some text, or texts under "en" and "zh"');
const position = v.pipe(v.number('a position from 0'), v.integer('a position from 0'), v.minValue(0, 'a position from 0'));
const fraction = v.pipe(v.string('a fraction such as "3/4"'), v.check((given) => parseFraction(given) !== null, 'a fraction such as "3/4"'));

const answerSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('number'), is: v.number('a number') }),
  /** Equal fractions are right too, unless it must be in `lowest` terms. */
  v.strictObject({ kind: v.literal('fraction'), is: fraction, lowest: v.optional(v.boolean('true or false'), false) }),
  /** `is` counts from 0. */
  v.strictObject({ kind: v.literal('choice'), options: v.pipe(v.array(itemSchema, 'a list of options'), v.minLength(2, 'at least two options'), v.maxLength(6, 'at most six options')), is: position }),
  /** A few words; capitals, spaces and a full stop don't count. */
  v.strictObject({ kind: v.literal('text'), is: v.pipe(v.array(text, 'a list of texts that are right'), v.minLength(1, 'at least one text that is right')) }),
  /** The items as they are shown, and the positions in which they are right. */
  v.strictObject({ kind: v.literal('order'), items: v.pipe(v.array(itemSchema, 'a list of items'), v.minLength(2, 'at least two items'), v.maxLength(8, 'at most eight items')), is: v.array(position, 'a list of positions') }),
], 'a kind of answer: number, fraction, choice, text or order');

/** How a skill is learnt and shown, after Corbett & Anderson (1995). */
const parametersSchema = v.strictObject({
  /** The chance of knowing it beforehand, and of learning it by one exercise. */
  prior: unit(0.01, 0.99), learn: unit(0.01, 0.9),
  /** The chance of a right answer without knowing it, and of a wrong one in spite of knowing it. */
  guess: unit(0.01, 0.5), slip: unit(0.01, 0.4),
});

const skillSchema = v.strictObject({
  id: idSchema,
  title: textsSchema,
  /** Skills that come first. */
  needs: v.optional(v.array(idSchema, 'a list of skills'), []),
  /** Two or three sentences, as they are said. */
  explanation: textsSchema,
  /** A worked example, as it is said. */
  example: textsSchema,
  parameters: v.optional(parametersSchema, { prior: 0.25, learn: 0.2, guess: 0.2, slip: 0.1 }),
});

const exerciseSchema = v.strictObject({
  id: idSchema,
  skill: idSchema,
  /** 1 is a small step, 3 a large one. */
  level: v.picklist([1, 2, 3], 'a level: 1, 2 or 3'),
  asks: textsSchema,
  /** A program or the like, shown as it is; `___` is a gap. */
  code: v.optional(text),
  /** What the finished program prints, for an answer that fills a gap or puts lines in order. */
  prints: v.optional(text),
  answer: answerSchema,
  /** Steps towards the answer, the smallest help first. */
  hints: v.pipe(v.array(textsSchema, 'a list of hints'), v.minLength(1, 'at least one hint')),
  /** Wrong answers that give a misconception away. */
  wrong: v.optional(v.array(v.strictObject({ answer: text, shows: idSchema }), 'a list of wrong answers'), []),
  solution: textsSchema,
});

const lessonSchema = v.strictObject({
  skills: v.pipe(v.array(skillSchema, 'a list of skills'), v.minLength(1, 'at least one skill')),
  misconceptions: v.optional(v.array(v.strictObject({ id: idSchema, says: textsSchema }), 'a list of misconceptions'), []),
  exercises: v.pipe(v.array(exerciseSchema, 'a list of exercises'), v.minLength(1, 'at least one exercise')),
}, 'a lesson with skills, misconceptions and exercises');

/** A lesson, checked: the `more` of a tutor's pack. */
export type Lesson = v.InferOutput<typeof lessonSchema>;
/** Something that is learnt. */
export type Skill = Lesson['skills'][number];
/** One exercise of a lesson. */
export type Exercise = Lesson['exercises'][number];
/** How a skill is learnt and shown: knowing it before, learning it by an exercise, guessing, slipping. */
export type SkillParameters = v.InferOutput<typeof parametersSchema>;

/** Reads a lesson and finds what its writer must change: texts that are missing in a language of the pack, names of nothing, answers that can't be given. */
export function readLesson(data: unknown, languages: readonly Language[]): MoreReading<Lesson> {
  const result = v.safeParse(lessonSchema, data);
  if (!result.success) return { more: null, faults: result.issues.map(faultOf) };
  const faults = [...missingTexts(data, languages), ...faultsIn(result.output)];
  return faults.length === 0 ? { more: result.output, faults: [] } : { more: null, faults };
}

/** The skill of an exercise. */
export function skillOf({ skills }: Lesson, { skill }: Exercise): Skill {
  return skills.find(({ id }) => id === skill)!;
}

function faultsIn({ skills, misconceptions, exercises }: Lesson): PackFault[] {
  const faults: PackFault[] = [];
  const [known, named] = [new Set<string>(), new Set(misconceptions.map(({ id }) => id))];
  skills.forEach(({ id, needs }, at) => {
    // Needed skills stand before: so none can need itself in a circle.
    for (const need of needs) if (!known.has(need)) faults.push({ path: ['skills', at, 'needs'], fault: `expected skills that stand before it, but got "${need}"` });
    if (known.has(id)) faults.push({ path: ['skills', at, 'id'], fault: `"${id}" is there already` });
    known.add(id);
    if (!exercises.some(({ skill }) => skill === id)) faults.push({ path: ['skills', at], fault: `no exercise is of "${id}"` });
  });
  const seen = new Set<string>();
  exercises.forEach(({ id, skill, answer, wrong }, at) => {
    const path = ['exercises', at];
    if (seen.has(id)) faults.push({ path: [...path, 'id'], fault: `"${id}" is there already` });
    seen.add(id);
    if (!known.has(skill)) faults.push({ path: [...path, 'skill'], fault: `expected one of ${[...known].join(', ')}, but got "${skill}"` });
    if (answer.kind === 'choice' && answer.is >= answer.options.length) faults.push({ path: [...path, 'answer', 'is'], fault: `expected a position under ${answer.options.length}, but got ${answer.is}` });
    if (answer.kind === 'order' && answer.is.toSorted((a, b) => a - b).join() !== answer.items.map((_, index) => index).join()) faults.push({ path: [...path, 'answer', 'is'], fault: `expected each position from 0 to ${answer.items.length - 1} once` });
    wrong.forEach((each, of) => {
      if (!named.has(each.shows)) faults.push({ path: [...path, 'wrong', of, 'shows'], fault: `expected a misconception, but there is none called "${each.shows}"` });
      const readable = answer.kind === 'number' ? parseNumber(each.answer) : answer.kind === 'fraction' ? parseFraction(each.answer) : each.answer;
      if (readable === null) faults.push({ path: [...path, 'wrong', of, 'answer'], fault: `expected a ${answer.kind}, but got "${each.answer}"` });
    });
  });
  return faults;
}
