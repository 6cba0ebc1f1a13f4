import {
  carelessOf, type ClosedExercise, createTutorPolicy, type Exercise, type ExerciseChooser, type Lesson, type Pack, type Policy, predictRight, type ScenarioEffect, type ScenarioEvent, tracingOf, type TutorNotice, type TutorState,
} from '../../src/scenario/index.ts';
import type { SimulatedLearner } from './learner.ts';

/** Ways to teach that are compared. */
export const WAYS = ['fixed order', 'tracing', 'tracing and feelings'] as const;
export type Way = (typeof WAYS)[number];

/** The lesson as it is written, around and around. */
const inOrder: ExerciseChooser = ({ done }, { exercises }) => exercises[done.length % exercises.length]!;
const POLICIES: Readonly<Record<Way, Policy<TutorState, Lesson, TutorNotice>>> = {
  'fixed order': createTutorPolicy({ feelings: false, choose: inOrder }), tracing: createTutorPolicy({ feelings: false }), 'tracing and feelings': createTutorPolicy(),
};

/** A first answer, with what the tutor expected. */
export interface Prediction {
  readonly skill: string;
  readonly level: Exercise['level'];
  readonly expected: number;
  /** How likely it was indeed. */
  readonly chance: number;
  readonly right: boolean;
}

/** What came of teaching one learner. */
export interface Taught {
  /** Exercises until everything was learnt, breaks counted as one each; `most` where it was not. */
  readonly exercises: number;
  readonly reached: boolean;
  /** How often the tutor held everything for mastered before it was. */
  readonly tooSoon: number;
  readonly breaks: number;
  readonly hints: number;
  readonly frustration: number;
  readonly boredom: number;
  readonly predictions: readonly Prediction[];
  readonly done: readonly ClosedExercise[];
}

/** Teaches until the learner has learnt it all, or for so many exercises. Where the tutor is done too soon the lesson begins again. */
export function teach(way: Way, pack: Pack, lesson: Lesson, learner: SimulatedLearner, most = 300): Taught {
  const policy = POLICIES[way];
  const content = pack.content.en!;
  const predictions: Prediction[] = [];
  let [state, exercises, tooSoon, breaks, hints, frustration, boredom, at, turn] = [policy.begin(), 0, 0, 0, 0, 0, 0, 0, 0];

  const tell = (own: Omit<TutorNotice, 'at'> | null, wish: string | null, mood: Extract<ScenarioEvent, { type: 'message' }>['mood']): readonly ScenarioEffect[] => {
    turn += 1;
    const [next, effects] = policy.step(state, {
      type: 'message', turn, act: 'answer', mood: way === 'tracing and feelings' ? mood : 'unknown', slots: [], own: { at, looks: null, answer: null, ...own },
      finding: { known: wish !== null, close: false, choice: null, ranking: wish === null ? [] : [{ intent: wish, confidence: 0.9 }] },
    }, content, lesson);
    state = next;
    hints += effects.filter((effect) => effect.type === 'measure' && effect.measure === 'hints').length;
    return effects;
  };

  tell(null, 'begin', 'unknown');
  while (exercises < most && !learner.hasLearnt()) {
    if (state.stage !== 'exercise') {
      if (state.stage === 'break') {
        learner.rest();
        at += 120;
        breaks += 1;
        exercises += 1;
      } else tooSoon += 1;
      tell(null, 'go-on', 'unknown');
      continue;
    }
    const exercise = lesson.exercises.find(({ id }) => id === state.exercise)!;
    if (learner.wantsHint(exercise)) tell(null, 'hint', 'unknown');
    const before = state.hints;
    const wasDone = state.done.length;
    let firstRight: boolean | null = null;
    const help = { before, after: 0, example: false, solution: false, kind: false };
    do {
      const { right, seconds, looks, mood, chance } = learner.answer(exercise, state.hints);
      at += seconds;
      if (firstRight === null) {
        const { parameters } = lesson.skills.find(({ id }) => id === exercise.skill)!;
        predictions.push({ skill: exercise.skill, level: exercise.level, expected: predictRight(tracingOf(state, lesson), parameters, exercise, { hints: before, careless: carelessOf(state) }), chance, right });
      }
      firstRight ??= right;
      const given = state.hints;
      const effects = tell({ looks: way === 'tracing and feelings' ? looks : null, answer: { exercise: exercise.id, right, shows: null, plain: true } }, null, mood);
      const pieces = effects.flatMap((effect) => (effect.type === 'say' ? effect.pieces : []));
      const says = (name: string): boolean => pieces.some((piece) => 'line' in piece && piece.line === name);
      const open = state.exercise === exercise.id && state.done.length === wasDone;
      if (open) help.after += Math.max(0, state.hints - given);
      help.example ||= says('look-again');
      help.solution ||= says('show');
      help.kind ||= says('right-encourage') || says('smaller-step') || pieces.some((piece) => 'reaction' in piece);
    } while (state.exercise === exercise.id && state.done.length === wasDone);
    learner.learn(exercise, firstRight, help);
    exercises += 1;
    frustration += learner.feelings.frustration;
    boredom += learner.feelings.boredom;
  }
  return { exercises, reached: learner.hasLearnt(), tooSoon, breaks, hints, frustration: frustration / exercises, boredom: boredom / exercises, predictions, done: state.done };
}
