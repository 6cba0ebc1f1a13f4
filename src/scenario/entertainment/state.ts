import type { Seconds, SessionTime, SignedUnit } from '../../core/index.ts';
import type { Looks } from '../looks.ts';
import type { Mood } from '../mood.ts';
import type { ShowReason } from './director.ts';
import type { Verdict } from './judge-answer.ts';
import type { ShowPace } from './show.ts';
import { type Ability, USUAL_ABILITY } from './ability.ts';

/** What an entertainer notices in words or in how somebody looks, or its page tells it. No words are in it. */
export type EntertainmentOwn =
  /** They look or sound otherwise than before; null is that nothing surely is to be seen. */
  | { readonly about: 'looks'; readonly at: SessionTime | null; readonly looks: Looks | null }
  /** They said something: what it comes to as an answer to the open question, or as one of the open scene's choices (from 0). */
  | { readonly about: 'said'; readonly at: SessionTime | null; readonly looks: Looks | null; readonly answer: Verdict | null; readonly choice: number | null }
  /** Brings questions that suit equally well into another order. */
  | { readonly about: 'shuffle'; readonly seed: number };

/** A scene or a question of the evening, and why it came. */
export interface Beat {
  readonly kind: 'scene' | 'question';
  readonly id: string;
  /** The arousal that the curve wanted, and what was wanted to get there. */
  readonly target: SignedUnit;
  readonly wanted: SignedUnit;
  readonly pace: ShowPace;
  readonly because: readonly ShowReason[];
  /** How it left them; null as long as it goes on, and where nothing was to be seen. */
  readonly felt: Looks | null;
}

/** Where an evening stands. */
export interface EntertainmentState {
  readonly stage: 'open' | 'scene' | 'question' | 'break' | 'ended';
  /** What goes on after a break. */
  readonly doing: 'story' | 'quiz';
  /** Where the story stands, also while questions are asked; null before it begins. */
  readonly scene: string | null;
  /** Scenes of this run, of earlier ones, and endings that were come to. */
  readonly told: readonly string[];
  readonly known: readonly string[];
  readonly endings: readonly string[];
  /** Scenes to which a choice leads that was made before a break. */
  readonly pending: readonly string[] | null;
  /** The open question, and wrong answers to it. */
  readonly question: string | null;
  readonly tries: number;
  readonly asked: readonly string[];
  /** Whether the first answer was right, the latest last. */
  readonly results: readonly boolean[];
  readonly right: number;
  readonly ability: Ability;
  readonly beats: readonly Beat[];
  /** Beats of which it was noted how they left somebody. */
  readonly settled: number;
  readonly lift: SignedUnit;
  readonly wish: SignedUnit;
  readonly looks: Looks | null;
  readonly mood: Mood;
  /** The mood that was last taken up in words. */
  readonly reacted: Mood;
  /** They appear relieved, and that was not spoken of yet. */
  readonly eased: boolean;
  /** Beats in a row that were too much, and beats before the last break. */
  readonly strained: number;
  readonly rested: number;
  readonly lulls: readonly string[];
  readonly jokes: readonly string[];
  /** Beats before the last joke. */
  readonly joked: number;
  /** The session's newest time, when the open scene or question came, and how long this person usually takes for each. */
  readonly at: SessionTime | null;
  readonly since: SessionTime | null;
  readonly usual: Readonly<Record<'scene' | 'question', Seconds | null>>;
  /** They took long over the last one. */
  readonly slow: boolean;
  readonly seed: number;
  /** Whether how somebody appears may be used. */
  readonly feelings: boolean;
}

export function beginEvening(feelings: boolean): EntertainmentState {
  return {
    stage: 'open', doing: 'story', scene: null, told: [], known: [], endings: [], pending: null, question: null, tries: 0, asked: [], results: [], right: 0, ability: USUAL_ABILITY, beats: [], settled: 0,
    lift: 0, wish: 0, looks: null, mood: 'unknown', reacted: 'unknown', eased: false, strained: 0, rested: 0, lulls: [], jokes: [], joked: 0, at: null, since: null, usual: { scene: null, question: null }, slow: false, seed: 0, feelings,
  };
}

/** Takes what was noticed: how they look, and what time it is. */
export function takeNotice(state: EntertainmentState, own: EntertainmentOwn | undefined): EntertainmentState {
  if (!own) return state;
  return own.about === 'shuffle' ? { ...state, seed: own.seed } : { ...state, at: own.at ?? state.at, looks: state.feelings ? own.looks : null };
}

export const isHeavy = ({ mood }: Pick<EntertainmentState, 'mood'>): boolean => mood === 'upset' || mood === 'worried';
