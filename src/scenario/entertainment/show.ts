import * as v from 'valibot';
import type { Language } from '../../core/index.ts';
import { missingTexts } from '../missing-texts.ts';
import { faultOf, idSchema, type MoreReading, type PackFault, textsSchema } from '../pack.ts';

const between = (least: number, most: number) => v.pipe(v.number(`a number from ${least} to ${most}`), v.minValue(least, `a number from ${least} to ${most}`), v.maxValue(most, `a number from ${least} to ${most}`));
const text = v.pipe(v.string('some text'), v.trim(), v.minLength(1, 'some text'));
const list = v.pipe(v.array(text, 'a list of texts'), v.minLength(1, 'at least one text'));
const listsSchema = v.strictObject({ en: v.optional(list), zh: v.optional(list) }, 'lists of texts under "en" and "zh"');
const linesSchema = v.pipe(v.array(v.strictObject({ id: idSchema, says: textsSchema }), 'a list'), v.minLength(1, 'at least one'));

/** A part of an evening: for so many beats, a scene or a question each, the arousal that is aimed at goes from one value to the other. */
const partSchema = v.strictObject({
  id: idSchema, title: textsSchema,
  beats: v.pipe(v.number('a whole number of beats'), v.integer('a whole number of beats'), v.minValue(1, 'at least one beat')),
  from: between(-1, 1), to: between(-1, 1),
});

const choiceSchema = v.strictObject({
  /** What stands on the button, and is said. */
  says: textsSchema,
  /** Words by which it is known where somebody says it otherwise. */
  words: listsSchema,
  /** Scenes to which it may lead; the director takes the one that suits. */
  to: v.pipe(v.array(idSchema, 'a list of scenes'), v.minLength(1, 'at least one scene')),
});

const sceneSchema = v.strictObject({
  id: idSchema, title: textsSchema,
  /** The arousal that it tends to leave somebody in. */
  arousal: between(-1, 1),
  /** 1 is unhurried, 3 is quick. */
  pace: v.picklist([1, 2, 3], 'a pace: 1, 2 or 3'),
  humour: between(0, 1), menace: between(0, 1), wonder: between(0, 1),
  ending: v.optional(v.boolean('true or false'), false),
  /** In full, and in fewer words. */
  says: textsSchema, short: textsSchema,
  choices: v.optional(v.pipe(v.array(choiceSchema, 'a list of choices'), v.maxLength(4, 'at most four choices')), []),
});

const questionSchema = v.strictObject({
  id: idSchema, topic: idSchema,
  /** 1 is what nearly everybody knows, 5 what few do. */
  level: v.picklist([1, 2, 3, 4, 5], 'a level from 1 to 5'),
  asks: textsSchema,
  /** All that is right: names, synonyms, other spellings. A number may be said in digits or words. */
  answers: listsSchema,
  /** What is so like an answer that it must not pass for its misspelling. */
  not: v.optional(listsSchema),
  /** The answer with something worth knowing, as it is said. */
  tells: textsSchema,
});

const showSchema = v.strictObject({
  curve: v.pipe(v.array(partSchema, 'a list of parts'), v.minLength(1, 'at least one part')),
  /** The scene with which the story begins. */
  begins: idSchema,
  scenes: v.pipe(v.array(sceneSchema, 'a list of scenes'), v.minLength(1, 'at least one scene')),
  /** Sentences that fit after any scene where there is time. */
  lulls: linesSchema,
  jokes: linesSchema,
  topics: v.pipe(v.array(v.strictObject({ id: idSchema, title: textsSchema }), 'a list of topics'), v.minLength(1, 'at least one topic')),
  questions: v.pipe(v.array(questionSchema, 'a list of questions'), v.minLength(1, 'at least one question')),
}, 'a show with a curve, scenes, lulls, jokes, topics and questions');

/** A story, questions, and how an evening of them should go: the `more` of an entertainer's pack. */
export type Show = v.InferOutput<typeof showSchema>;
/** One scene of the story, with what it tends to do to somebody. */
export type StoryScene = Show['scenes'][number];
/** One question of the quiz. */
export type Question = Show['questions'][number];
/** How quickly one thing comes after another: 1 is unhurried, 3 is quick. */
export type ShowPace = StoryScene['pace'];

/** A scene of more menace is eerie: there must be a way round it. */
export const EERIE = 0.5;

/** Reads a show and finds what its writer must change: texts that are missing, names of nothing, dead ends, circles, ways that are eerie throughout. */
export function readShow(data: unknown, languages: readonly Language[]): MoreReading<Show> {
  const result = v.safeParse(showSchema, data);
  if (!result.success) return { more: null, faults: result.issues.map(faultOf) };
  const faults = [...missingTexts(data, languages), ...storyFaults(result.output), ...quizFaults(result.output)];
  return faults.length === 0 ? { more: result.output, faults: [] } : { more: null, faults };
}

/** The scene of a name. */
export function sceneOf({ scenes }: Show, id: string | null): StoryScene | undefined {
  return scenes.find((scene) => scene.id === id);
}

/** The question of a name. */
export function questionOf({ questions }: Show, id: string | null): Question | undefined {
  return questions.find((question) => question.id === id);
}

function storyFaults(show: Show): PackFault[] {
  const { scenes, begins } = show;
  const faults = doubled(scenes, 'scenes');
  if (!sceneOf(show, begins)) faults.push({ path: ['begins'], fault: `expected a scene, but there is none called "${begins}"` });
  scenes.forEach(({ id, ending, choices }, at) => {
    if (ending === choices.length > 0) faults.push({ path: ['scenes', at], fault: ending ? `"${id}" is an ending and must have no choices` : `"${id}" is no ending and has no choices: nobody could go on` });
    choices.forEach(({ to }, of) => {
      const path = ['scenes', at, 'choices', of, 'to'];
      const missing = to.filter((target) => !sceneOf(show, target));
      for (const target of missing) faults.push({ path, fault: `expected a scene, but there is none called "${target}"` });
      if (missing.length === 0 && to.every((target) => sceneOf(show, target)!.menace > EERIE)) faults.push({ path, fault: 'leads to eerie scenes alone: expected one of menace 0.5 or less beside them' });
    });
  });
  return faults.length > 0 ? faults : wayFaults(show);
}

/** Every scene can be come to, and none comes round again: so every way ends. */
function wayFaults(show: Show): PackFault[] {
  const left = new Map<string, 'on-the-way' | 'done'>();
  const faults: PackFault[] = [];
  const follow = (id: string): void => {
    if (left.get(id) === 'done') return;
    if (left.get(id) === 'on-the-way') {
      faults.push({ path: ['scenes', show.scenes.findIndex((scene) => scene.id === id)], fault: `"${id}" comes round again: expected every way to lead on to an ending` });
      return;
    }
    left.set(id, 'on-the-way');
    for (const { to } of sceneOf(show, id)!.choices) to.forEach(follow);
    left.set(id, 'done');
  };
  follow(show.begins);
  show.scenes.forEach(({ id }, at) => {
    if (!left.has(id)) faults.push({ path: ['scenes', at], fault: `no way leads to "${id}"` });
  });
  return faults;
}

function quizFaults({ questions, topics, lulls, jokes }: Show): PackFault[] {
  const known = topics.map(({ id }) => id);
  return [
    ...doubled(questions, 'questions'), ...doubled(topics, 'topics'), ...doubled(lulls, 'lulls'), ...doubled(jokes, 'jokes'),
    ...questions.flatMap(({ topic }, at) => (known.includes(topic) ? [] : [{ path: ['questions', at, 'topic'], fault: `expected one of ${known.join(', ')}, but got "${topic}"` }])),
  ];
}

function doubled(items: readonly { readonly id: string }[], of: string): PackFault[] {
  const ids = items.map(({ id }) => id);
  return ids.flatMap((id, at) => (ids.indexOf(id) < at ? [{ path: [of, at, 'id'], fault: `"${id}" is there already` }] : []));
}
