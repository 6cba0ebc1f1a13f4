import type { Radians, Seconds, Unit } from '../../units.ts';
import type { Channel } from '../carriage.ts';
import type { HandPose } from '../hand-pose.ts';

/** What changes over a gesture, as [seconds since it began, value]; it eases from one to the next. */
export type Track<T> = readonly (readonly [Seconds, T])[];

/** A gesture as data. */
export interface Score {
  /** From its first move until the body is at rest again. */
  readonly seconds: Seconds;
  /** How long it takes to come up, and to go. */
  readonly attack: Seconds;
  readonly release: Seconds;
  /** Who gets the arms when two gestures want them; the newer one on a tie. */
  readonly priority: number;
  /** At strength 1. */
  readonly moves?: Readonly<Partial<Record<Channel, Track<Radians>>>>;
  readonly arms?: {
    readonly hands: 'right' | 'both';
    readonly keys: Track<HandPose>;
    /** What the left hand does meanwhile. Default: the same, or nothing where only the right is named. */
    readonly left?: Track<HandPose>;
    /** How far the arms swing past their pose before they settle; 0 where they touch the body. */
    readonly overshoot: Unit;
    /** How much of the pose is left as the strength goes to 0; 1 where less would miss the point. */
    readonly least: Unit;
    /** How far the left hand trails behind the right one. */
    readonly lag: Seconds;
  };
}
