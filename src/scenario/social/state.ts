import { type Belief, type Seconds, UNKNOWN, type Unit } from '../../core/index.ts';
import type { HeatedTurn } from '../../group/index.ts';

/** A place in a group. It is a position, and says nothing of who sits there; names stay outside. */
export type Seat = string;

/** What a host knows of one of those in the group. */
export interface SocialPerson {
  readonly seat: Seat;
  /** The number of their last turn; null before the first. */
  readonly spoke: number | null;
  /** Since which turn they are there. */
  readonly since: number;
  /** Turns of theirs and of all while they were there, which fade. */
  readonly own: number;
  readonly all: number;
  /** They said that they would rather listen, and are not spoken to until they take it back. */
  readonly declined: boolean;
  /** How often they were asked in without a word from them since. */
  readonly unanswered: number;
  /** What their words tell, and what their face does. They fade. */
  readonly words: Appearance;
  readonly face: Appearance;
  readonly at: Seconds;
}

/** How pleasant and how stirred somebody appears. */
export interface Appearance {
  readonly valence: Belief;
  readonly arousal: Belief;
}

/** Nothing is known of how somebody appears. */
export const NO_APPEARANCE: Appearance = { valence: UNKNOWN, arousal: UNKNOWN };

/** How a host cools a quarrel: a turn for each side, then a pause. */
export interface Cooling {
  readonly step: 'turns' | 'pause';
  /** Whose turn it is; null for nobody's. */
  readonly waitsFor: Seat | null;
  readonly sides: readonly Seat[];
  /** The number of the turn after which it began. */
  readonly since: number;
}

/** A turn as a host remembers it: no word of it. */
export interface SocialTurn extends HeatedTurn {
  /** How probable it is that it is said in joy. */
  readonly joy: Unit;
}

/** Where a host's visit stands. */
export interface SocialState {
  readonly people: readonly SocialPerson[];
  /** Turns so far, and the last few of them, the oldest first. */
  readonly turns: number;
  readonly recent: readonly SocialTurn[];
  readonly at: Seconds;
  /** When somebody last said something; null before. */
  readonly spokeAt: Seconds | null;
  /** Who was asked in last, as long as they have not spoken. */
  readonly invited: Seat | null;
  readonly cooling: Cooling | null;
  /** The number of the turn after which the host last spoke, and after which it last celebrated. */
  readonly hostSpoke: number;
  readonly celebrated: number;
  /** It was asked to be silent. */
  readonly quiet: boolean;
  /** It has said what it is here for. */
  readonly welcomed: boolean;
  /** Openings that were used. */
  readonly openings: number;
  /** Whom its last words name: `name`, or `one` and `other`. */
  readonly names: Readonly<Partial<Record<'name' | 'one' | 'other', Seat>>>;
}

/** Before anybody came. */
export const EMPTY_TABLE: SocialState = {
  people: [], turns: 0, recent: [], at: 0, spokeAt: null, invited: null, cooling: null, hostSpoke: 0, celebrated: 0, quiet: false, welcomed: false, openings: 0, names: {},
};
