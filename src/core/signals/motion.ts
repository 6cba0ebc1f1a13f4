import type { Seconds, Unit } from '../units.ts';
import type { SignalBase } from './signal.ts';

/** Movements of head and hands by which a player tells something: a hand that is offered is `reach`, one held up to be met is `high-five`. */
export const PLAYER_GESTURES = ['nod', 'shake', 'wave', 'reach', 'high-five', 'point', 'approach'] as const;
/** Something that a player tells by moving, as one of {@link PLAYER_GESTURES}. */
export type PlayerGesture = (typeof PLAYER_GESTURES)[number];

/** How head and hands moved over the `window` that ends at `at`; never where they were. */
export interface MotionSignal extends SignalBase<'motion'> {
  /** How much movement these figures summarise. */
  readonly window: Seconds;
  /** Root mean square of the speed of head and hands, in metres a second; null where it may not be read. */
  readonly speed: number | null;
  /** Share of the window in which head and hands rested. */
  readonly stillness: Unit;
  /** What the player just did; null for nothing in particular. */
  readonly gesture: PlayerGesture | null;
}
