import type { Language, SignedUnit } from '../../core/index.ts';
import type { Looks } from '../looks.ts';
import type { ScenarioState } from '../session.ts';
import { beatsOf, partAt, targetAt } from './curve.ts';
import type { ShowReason } from './director.ts';
import { openQuestion, openScene } from './evening.ts';
import { sceneOf, type Question, type Show, type ShowPace } from './show.ts';
import { meanAbility } from './ability.ts';
import type { EntertainmentState } from './state.ts';

/** What a page shows of an evening: plain data, in one language. */
export interface ShowProgress {
  readonly stage: EntertainmentState['stage'];
  /** The open scene, with what may be chosen. */
  readonly scene: { readonly title: string; readonly choices: readonly string[] } | null;
  readonly question: { readonly asks: string; readonly topic: string; readonly level: Question['level']; readonly tries: number } | null;
  /** The part of the evening, such as the peak. */
  readonly part: string;
  /** What was wanted last, and why; null before the first scene or question. */
  readonly last: { readonly target: SignedUnit; readonly wanted: SignedUnit; readonly pace: ShowPace; readonly because: readonly ShowReason[] } | null;
  /** The curve of the whole evening, a value for each beat. */
  readonly curve: readonly SignedUnit[];
  /** How each beat of this evening left somebody, the open one as they appear now; null where nothing was to be seen. */
  readonly felt: readonly (Looks | null)[];
  /** Whether feelings are used at all. */
  readonly feelings: boolean;
  /** Answered are all that were asked but for the open one; skill is on the scale of levels. */
  readonly score: { readonly right: number; readonly answered: number; readonly skill: number };
  readonly endings: { readonly found: readonly string[]; readonly of: number };
}

/** Tells a page how an evening stands. */
export function showProgress({ policy: state }: Pick<ScenarioState<EntertainmentState>, 'policy'>, show: Show, language: Language): ShowProgress {
  const [scene, question] = [openScene(state, show), openQuestion(state, show)];
  const now = Math.max(0, state.beats.length - 1);
  const last = state.beats.at(-1);
  const beats = beatsOf(show.curve);
  return {
    stage: state.stage,
    scene: scene ? { title: scene.title[language] ?? '', choices: scene.choices.map(({ says }) => says[language] ?? '') } : null,
    question: question ? { asks: question.asks[language] ?? '', topic: show.topics.find(({ id }) => id === question.topic)?.title[language] ?? '', level: question.level, tries: state.tries } : null,
    part: partAt(show.curve, now).title[language] ?? '',
    last: last ? { target: last.target, wanted: last.wanted, pace: last.pace, because: last.because } : null,
    curve: Array.from({ length: beats }, (_, beat) => targetAt(show.curve, beat)),
    felt: state.beats.slice(beats * Math.floor(now / beats)).map((beat, at, all) => (at === all.length - 1 ? state.looks : beat.felt)),
    feelings: state.feelings,
    score: { right: state.right, answered: answeredOf(state), skill: meanAbility(state.ability) },
    endings: { found: state.endings.map((id) => sceneOf(show, id)?.title[language] ?? ''), of: show.scenes.filter(({ ending }) => ending).length },
  };
}

/** Values of the slots in a show's lines, for `createScenario({ fill })`. */
export function fillShow(state: EntertainmentState): Readonly<Record<string, string>> {
  return { right: String(state.right), asked: String(answeredOf(state)) };
}

/** Questions that were asked, but for the open one. */
function answeredOf({ asked, stage }: EntertainmentState): number {
  return asked.length - Number(stage === 'question');
}
