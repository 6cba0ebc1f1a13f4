import type { Language, Unit } from '../../core/index.ts';
import type { ScenarioState } from '../session.ts';
import { itemIn, LETTERS } from './check-answer.ts';
import { type Feelings } from './feelings.ts';
import { type Known, knownOf } from './knowledge.ts';
import type { Exercise, Lesson } from './lesson.ts';
import { type ClosedExercise, exerciseOf, tracingOf, type TutorState } from './state.ts';

/** What a page shows of a lesson: plain data, in one language. */
export interface TutorProgress {
  readonly stage: TutorState['stage'];
  /** The open exercise; null where none is. */
  readonly exercise: {
    readonly id: string;
    readonly skill: string;
    readonly level: Exercise['level'];
    readonly asks: string;
    readonly code: string | null;
    readonly prints: string | null;
    readonly kind: Exercise['answer']['kind'];
    /** Options or items with the letters by which they are named; empty for other kinds. */
    readonly items: readonly { readonly letter: string; readonly text: string }[];
    /** Hints that were given. */
    readonly hints: readonly string[];
    readonly hintsLeft: number;
    readonly tries: number;
  } | null;
  readonly skills: readonly { readonly id: string; readonly title: string; readonly known: Known; readonly mastered: boolean; /** Exercises that were answered. Before the first one nothing is known but what the lesson supposes. */ readonly answers: number; /** Its explanation and worked example, once they were told. */ readonly told: readonly string[] }[];
  /** How the learner seems to feel; null where the tutor must not use that. */
  readonly feelings: Feelings | null;
  readonly done: number;
  /** Share of exercises whose first answer was right, without a hint; null before the first. */
  readonly right: Unit | null;
}

/** Tells a page how a lesson stands. */
export function tutorProgress({ policy: state }: Pick<ScenarioState<TutorState>, 'policy'>, lesson: Lesson, language: Language): TutorProgress {
  const open = exerciseOf(state, lesson);
  const tracing = tracingOf(state, lesson);
  const items = open?.answer.kind === 'choice' ? open.answer.options : open?.answer.kind === 'order' ? open.answer.items : [];
  return {
    stage: state.stage,
    exercise: open ? {
      id: open.id, level: open.level, kind: open.answer.kind, code: open.code ?? null, prints: open.prints ?? null, tries: state.tries,
      skill: lesson.skills.find(({ id }) => id === open.skill)?.title[language] ?? '', asks: open.asks[language] ?? '',
      items: items.map((item, at) => ({ letter: LETTERS[at]!, text: itemIn(item, language) })),
      hints: open.hints.slice(0, state.hints).map((hint) => hint[language] ?? ''), hintsLeft: Math.max(0, open.hints.length - state.hints),
    } : null,
    skills: lesson.skills.map((skill) => ({
      id: skill.id, title: skill.title[language] ?? '', known: knownOf(tracing, skill.id), mastered: state.mastered.includes(skill.id),
      answers: state.done.filter(({ exercise }) => lesson.exercises.some(({ id, skill: of }) => id === exercise && of === skill.id)).length + Number(open?.skill === skill.id && state.tries > 0),
      told: state.introduced.includes(skill.id) ? [skill.explanation[language] ?? '', skill.example[language] ?? ''] : [],
    })),
    feelings: state.feelings, done: state.done.length,
    right: state.done.length === 0 ? null : state.done.filter(({ right }) => right).length / state.done.length,
  };
}

/** Whether the first answers to a skill's exercises were right without a hint, in their order: what {@link fitKnowledge} learns from. */
export function answersOf(done: readonly ClosedExercise[], { exercises }: Lesson, skill: string): readonly boolean[] {
  return done.filter(({ exercise }) => exercises.some(({ id, skill: of }) => id === exercise && of === skill)).map(({ right }) => right);
}
