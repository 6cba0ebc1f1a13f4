import type { Mood } from '../mood.ts';
import type { Piece, ScenarioEffect, ScenarioEvent } from '../policy.ts';
import type { CheckedAnswer } from './check-answer.ts';
import { type ExerciseChooser, reachesMastery } from './choose-exercise.ts';
import { feelByAnswer, type Feelings, type LearningFeeling, type Pace } from './feelings.ts';
import { predictRight, traceAnswer } from './knowledge.ts';
import { type Exercise, type Lesson, skillOf } from './lesson.ts';
import { carelessOf, tracingOf, type TutorNotice, type TutorState } from './state.ts';

type Message = Extract<ScenarioEvent<TutorNotice>, { type: 'message' }>;
export type Answer = readonly [TutorState, readonly ScenarioEffect[]];

/** So many wrong answers, and the solution is shown. */
const TRIES = 3;
/** A feeling that is at least so likely is acted on. */
const PROBABLY = 0.45;
/** So many strained exercises in a row, and so many exercises since the last one, and a break is proposed. */
const BREAK = { strained: 3, after: 6 };
/** An answer is quick or long against what is usual for this person; nobody's usual is known before the first. */
const QUICK = 0.5;
const LONG = 2;
/** How far an answer in haste is taken for one without care. */
const HASTE = 0.6;
/** What is left of the chance that a skill is known when it is reviewed. */
const KEPT = 0.8;

export const count = (measure: string): ScenarioEffect => ({ type: 'measure', measure, by: 1 });
export const say = (...pieces: readonly Piece[]): ScenarioEffect => ({ type: 'say', pieces });
export const line = (name: string): Piece => ({ line: name });
const seems = (feelings: Feelings | null, feeling: LearningFeeling): boolean => feelings !== null && feelings[feeling] > PROBABLY;

/** Whether it is hard for somebody now. */
export function isHeavy({ feelings }: TutorState, mood: Mood): boolean {
  return mood === 'upset' || mood === 'worried' || seems(feelings, 'frustrated');
}

/** A mood is taken up where it asks for a word. */
export function react({ mood }: Message): readonly Piece[] {
  return mood === 'upset' || mood === 'worried' || mood === 'relieved' ? [{ reaction: mood }] : [];
}

/** Takes an answer to the open exercise. */
export function grade(before: TutorState, exercise: Exercise, { right, shows }: CheckedAnswer, message: Message, lesson: Lesson, choose: ExerciseChooser): Answer {
  const first = before.tries === 0;
  const state = first ? learn(before, exercise, right, lesson) : before;
  const reaction = react(message);
  if (right) return close(state, exercise, first && state.hints === 0, [...reaction, line(seems(state.feelings, 'frustrated') ? 'right-encourage' : 'right')], [count('right')], message, lesson, choose);
  const tries = state.tries + 1;
  const tried = { ...state, tries, shows };
  if (tries >= TRIES) return close(tried, exercise, false, [...reaction, line('show'), { text: exercise.solution }], [count('shown')], message, lesson, choose);
  const misconception = lesson.misconceptions.find(({ id }) => id === shows);
  const said: readonly Piece[] = [...reaction, misconception ? { text: misconception.says } : line('wrong')];
  if (isHeavy(tried, message.mood)) return ease(tried, exercise, said, lesson, choose);
  // Who is confused looks at the example again; a second miss brings a hint to anybody.
  if (tries > 1 && seems(state.feelings, 'confused')) return [tried, [say(...said, line('look-again'), { text: skillOf(lesson, exercise).example }, { text: exercise.asks })]];
  return tries > 1 ? hint(tried, exercise, said) : [tried, [say(...said)]];
}

/** The first answer to an exercise tells of knowledge and feelings. */
function learn(state: TutorState, exercise: Exercise, right: boolean, lesson: Lesson): TutorState {
  const { parameters } = skillOf(lesson, exercise);
  const tracing = tracingOf(state, lesson);
  const before = { hints: state.hints, careless: carelessOf(state) };
  const expected = predictRight(tracing, parameters, exercise, before);
  const seconds = state.at !== null && state.since !== null ? Math.max(0.1, state.at - state.since) : null;
  const pace = paceOf(seconds, state.pace);
  // Who answers much quicker than usual has hardly thought (Wise & Kong 2005).
  const careless = state.feelings !== null && pace === 'quick' ? Math.max(before.careless, HASTE) : before.careless;
  return {
    ...state,
    tracing: traceAnswer(tracing, parameters, exercise, right, { ...before, careless }),
    feelings: state.feelings && feelByAnswer(state.feelings, right, pace, expected),
    // A running geometric mean: one long pause does not change what is usual.
    pace: seconds === null ? state.pace : state.pace === null ? seconds : state.pace * (seconds / state.pace) ** 0.2,
  };
}

function paceOf(seconds: number | null, usual: number | null): Pace {
  if (seconds === null || usual === null) return null;
  return seconds < QUICK * usual ? 'quick' : seconds > LONG * usual ? 'long' : 'usual';
}

/** The exercise is done; on with the next one. */
function close(before: TutorState, exercise: Exercise, right: boolean, said: readonly Piece[], effects: readonly ScenarioEffect[], message: Message, lesson: Lesson, choose: ExerciseChooser): Answer {
  const skill = skillOf(lesson, exercise);
  const strained = isHeavy(before, message.mood) || seems(before.feelings, 'bored') ? before.strained + 1 : 0;
  const done: TutorState = { ...before, exercise: null, strained, done: [...before.done, { exercise: exercise.id, right, hints: before.hints }] };
  const mastered = !done.mastered.includes(skill.id) && reachesMastery(done, lesson, skill);
  const state = mastered ? { ...done, mastered: [...done.mastered, skill.id] } : done;
  const [next, more] = goOn(state, mastered ? [...said, line('mastered')] : said, message, lesson, choose);
  return [next, [...effects, count('exercises'), ...(mastered ? [count('mastered')] : []), ...more]];
}

/** Asks the next exercise, after what is to be said first; proposes a break where it was heavy for long; ends where all is mastered. */
export function goOn(state: TutorState, said: readonly Piece[], { mood }: Message, lesson: Lesson, choose: ExerciseChooser): Answer {
  const exercise = choose(state, lesson);
  if (!exercise) return [{ ...state, stage: 'finished', exercise: null }, [say(...said, line('finished'))]];
  if (state.feelings !== null && state.strained >= BREAK.strained && state.done.length - state.rested >= BREAK.after) {
    return [{ ...state, stage: 'break', exercise: null, strained: 0, rested: state.done.length }, [say(...said, line('propose-break')), count('breaks')]];
  }
  const last = lesson.exercises.find(({ id }) => id === state.done.at(-1)?.exercise);
  const bridge = seems(state.feelings, 'bored') && last?.skill === exercise.skill && exercise.level > last.level ? [line('harder')] : [];
  const [asked, pieces] = ask(state, exercise, lesson);
  const aided = isHeavy(state, mood);
  return [{ ...asked, hints: aided ? 1 : 0 }, [say(...said, ...bridge, ...pieces, ...(aided ? [line('hint'), { text: exercise.hints[0]! }] : []))]];
}

/** A smaller step and a hint, for somebody for whom it is hard: an easier exercise where there is one, else more help with this one. */
export function ease(state: TutorState, exercise: Exercise, said: readonly Piece[], lesson: Lesson, choose: ExerciseChooser): Answer {
  const wished = { ...state, wish: -1 };
  if (exercise.level === 1) return hint(wished, exercise, said);
  const smaller = choose({ ...wished, done: [...state.done, { exercise: exercise.id, right: false, hints: state.hints }] }, { ...lesson, exercises: lesson.exercises.filter(({ level }) => level < exercise.level) });
  if (!smaller) return hint(wished, exercise, said);
  // What was tried is known of already; otherwise it is put aside, and tells nothing.
  const closed: TutorState = state.tries > 0 ? { ...wished, strained: state.strained + 1, done: [...state.done, { exercise: exercise.id, right: false, hints: state.hints }] } : wished;
  const [asked, pieces] = ask(closed, smaller, lesson);
  return [{ ...asked, hints: 1 }, [say(...said, line('smaller-step'), ...pieces, line('hint'), { text: smaller.hints[0]! }), ...(state.tries > 0 ? [count('exercises')] : []), count('hints')]];
}

function ask(state: TutorState, exercise: Exercise, lesson: Lesson): readonly [TutorState, readonly Piece[]] {
  const skill = skillOf(lesson, exercise);
  const isNew = !state.introduced.includes(skill.id);
  const asked: TutorState = { ...state, stage: 'exercise', exercise: exercise.id, tries: 0, hints: 0, shows: null, since: state.at, introduced: isNew ? [...state.introduced, skill.id] : state.introduced };
  return [asked, [...(isNew ? [{ text: skill.explanation }, { text: skill.example }] : []), { text: exercise.asks }]];
}

function hint(state: TutorState, exercise: Exercise, said: readonly Piece[]): Answer {
  const next = exercise.hints[state.hints];
  if (!next) return [state, [say(...said, line('no-more-hints'))]];
  return [{ ...state, hints: state.hints + 1 }, [say(...said, line('hint'), { text: next }), count('hints')]];
}

/** Everything counts as a little forgotten, and is shown once more; what is not known then is practised. */
function review(state: TutorState, lesson: Lesson): TutorState {
  const { kinds, known } = tracingOf(state, lesson);
  return { ...state, stage: 'beginning', mastered: [], tracing: { kinds, known: Object.fromEntries(Object.entries(known).map(([skill, chances]) => [skill, chances.map((chance) => KEPT * chance)])) } };
}

/** Does what somebody wished for. */
export function obey(state: TutorState, open: Exercise | undefined, act: string, message: Message, lesson: Lesson, choose: ExerciseChooser): Answer {
  // A wish sounds worried by itself.
  const said = message.mood === 'worried' ? [] : react(message);
  const on = (wish: number, pieces: readonly Piece[]): Answer => goOn({ ...state, exercise: null, wish, rested: state.stage === 'break' ? state.done.length : state.rested }, pieces, message, lesson, choose);
  if (state.stage === 'finished') return act === 'begin' || act === 'go-on' ? goOn(review(state, lesson), [...said, line('review')], message, lesson, choose) : [state, [say(...said, line('finished'))]];
  if (act === 'break') return [{ ...state, stage: 'break', exercise: null, strained: 0, rested: state.done.length }, [say(...said, line('rest')), count('breaks')]];
  if (!open) return on(0, [...said, line(state.stage === 'break' ? 'go-on' : 'begin')]);
  const skill = skillOf(lesson, open);
  switch (act) {
    case 'hint': return hint(state, open, said);
    case 'show': return close(state.tries === 0 ? learn(state, open, false, lesson) : state, open, false, [...said, line('show'), { text: open.solution }], [count('shown')], message, lesson, choose);
    case 'explain': return [state, [say(...said, { text: skill.explanation }, { text: open.asks })]];
    case 'example': return [state, [say(...said, { text: skill.example }, { text: open.asks })]];
    case 'easier': return ease(state, open, said, lesson, choose);
    case 'harder': return on(1, [...said, line('harder')]);
    case 'skip': return on(0, [...said, line('next')]);
    // To begin or go on where an exercise is open is to hear it again.
    default: return [state, [say(...said, { text: open.asks })]];
  }
}
