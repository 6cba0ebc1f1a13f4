import type { Sense } from '../signals/signal.ts';
import type { SessionTime, Unit } from '../units.ts';
import type { AffectEstimate } from './estimate.ts';
import type { Baseline } from './baseline.ts';
import type { FusionUsed } from './choose-fusion.ts';
import type { Episode } from './episode.ts';
import type { Conflict } from './fuse.ts';
import type { Category, Phase } from './machine.ts';
import type { MixedFeelings } from './mixed.ts';
import type { Trend } from './trend.ts';

/** One reason for the current estimate. */
export interface Evidence {
  readonly sense: Sense;
  /** What was observed, as a key that every language can put in words, for instance `smile`. */
  readonly cue: string;
  /** How strongly. */
  readonly strength: Unit;
}

/** What Attune believes about the player's affect, and how far it can be trusted. */
export interface AffectState {
  readonly phase: Phase;
  /** When the phase began. */
  readonly since: SessionTime;
  /** What the player appears to feel while they are followed; null where nothing stands out. */
  readonly category: Category;
  /** When the category began. */
  readonly felt: SessionTime;
  /** Two feelings that are held at once, by one sense or by two, for more than a moment; null where there are none. */
  readonly mixed: MixedFeelings | null;
  readonly estimate: AffectEstimate;
  /** Each sense's own view, aged to now; a sense that says nothing is absent. */
  readonly senses: Readonly<Partial<Record<Sense, AffectEstimate>>>;
  /** How strong the feeling is, whichever it is. */
  readonly intensity: Unit;
  readonly trend: Trend;
  /** How face and voice were brought together. */
  readonly fusion: FusionUsed;
  /** How far the senses contradict each other. */
  readonly conflict: Conflict;
  /** The present feeling's onset, peak and recovery, or the last one's; null before the first. */
  readonly episode: Episode | null;
  readonly baseline: Baseline;
  readonly because: readonly Evidence[];
}
