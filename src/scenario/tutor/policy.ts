import type { DialogueAct } from '../../core/index.ts';
import { areAlike, looksOf } from '../looks.ts';
import type { PackContent } from '../pack.ts';
import type { Policy, ScenarioEvent } from '../policy.ts';
import { checkAnswer } from './check-answer.ts';
import { chooseExercise, type ExerciseChooser } from './choose-exercise.ts';
import { feelByLooks } from './feelings.ts';
import { type Lesson, readLesson } from './lesson.ts';
import { type Answer, count, ease, goOn, grade, isHeavy, line, obey, react, say } from './moves.ts';
import { beginTutoring, exerciseOf, type TutorNotice, type TutorState } from './state.ts';

type Message = Extract<ScenarioEvent<TutorNotice>, { type: 'message' }>;

/** How a tutor decides. */
export interface TutorOptions {
  /** Whether it may use how the learner seems to feel. False in a school, and wherever the compliance mode is not `emotion`: then it goes by answers alone. Default true. */
  readonly feelings?: boolean;
  /** Chooses exercises; by knowledge tracing and feelings where it is left out. */
  readonly choose?: ExerciseChooser;
}

/** Conversation that is left to the character's own words. */
const SOCIAL: ReadonlySet<DialogueAct> = new Set(['greet', 'farewell', 'welcome-thanks', 'share-joy', 'celebrate', 'give-space', 'keep-company']);
/**
 * A tutor: teaches a lesson by exercises, traces what the learner knows, and goes by how they seem to feel: a hint and a smaller step for who is frustrated,
 * the worked example again for who is confused, something harder for who is bored, a break when it stays heavy, and on at mastery.
 */
export function createTutorPolicy({ feelings = true, choose = chooseExercise }: TutorOptions = {}): Policy<TutorState, Lesson, TutorNotice> {
  return {
    name: 'tutor',
    lines: ['begin', 'right', 'right-encourage', 'wrong', 'hint', 'no-more-hints', 'show', 'next', 'harder', 'smaller-step', 'look-again', 'mastered', 'finished', 'propose-break', 'rest', 'go-on', 'review', 'no-answer'],
    acts: ['begin', 'hint', 'show', 'skip', 'easier', 'harder', 'explain', 'example', 'break', 'go-on'],
    measures: ['exercises', 'right', 'hints', 'shown', 'mastered', 'breaks', 'relieved', 'stars'],
    feelings,
    more: readLesson,
    notice({ words, language, affect, at }, state, lesson) {
      const looks = affect && looksOf(affect);
      if (words === null) {
        const same = looks === null || areAlike(looks, state.looks);
        // A log does not grow by more than two a second.
        return same || (at !== null && state.at !== null && at - state.at < 0.5) ? null : { at, looks, answer: null };
      }
      const open = exerciseOf(state, lesson);
      return { at, looks, answer: open && state.stage === 'exercise' ? checkAnswer(open, words, language) : null };
    },
    begin: () => beginTutoring(feelings),
    step(before, event, content, lesson) {
      if (event.type === 'rated') return [before, [{ type: 'measure', measure: 'stars', by: event.stars }]];
      if (event.type === 'person') return [before, []];
      if (event.type === 'mood') return [before, event.mood === 'relieved' ? [count('relieved')] : []];
      const state = take(before, event.own);
      // The core finds words of its own for somebody who does not go on.
      if (event.type === 'own') return [state, event.own.idle && state.stage === 'exercise' ? [{ type: 'observe', event: 'stuck' }] : []];
      return hear({ ...state, wish: 0.7 * state.wish }, event, content, lesson, choose);
    },
  };
}

/** The tutor that goes by answers and feelings. */
export const tutorPolicy = createTutorPolicy();

function take(state: TutorState, notice: TutorNotice | undefined): TutorState {
  if (!notice) return state;
  const { looks } = notice;
  return { ...state, at: notice.at ?? state.at, looks: looks ?? state.looks, feelings: looks && state.feelings ? feelByLooks(state.feelings, looks) : state.feelings };
}

function hear(state: TutorState, message: Message, content: PackContent, lesson: Lesson, choose: ExerciseChooser): Answer {
  const { finding, own, mood, act } = message;
  const wanted = finding.known ? content.intents.find(({ id }) => id === finding.ranking[0]?.intent) : undefined;
  const open = state.stage === 'exercise' ? exerciseOf(state, lesson) : undefined;
  const answer = own?.answer;
  // What is a wish by its words is no wrong answer, but for one that is nothing else.
  if (open && answer && (answer.right || answer.plain || !wanted)) return grade(state, open, answer, message, lesson, choose);
  if (wanted?.act !== undefined) return obey(state, open, wanted.act, message, lesson, choose);
  if (wanted?.answer !== undefined) return [state, [say({ knowledge: wanted.answer }, ...(open ? [{ text: open.asks }] : []))]];
  if (SOCIAL.has(act)) return [state, []];
  if (!open) return state.stage === 'finished' ? [state, []] : goOn({ ...state, rested: state.done.length }, [line(state.stage === 'break' ? 'go-on' : 'begin')], message, lesson, choose);
  if (isHeavy(state, mood)) return ease(state, open, react(message), lesson, choose);
  return [state, [say(line('no-answer'), { text: open.asks })]];
}
