import type { SignedUnit } from '../core/index.ts';
import type { MoodEvidence } from './mood.ts';

/** How somebody looks and sounds, coarsely enough for a log. */
export interface Looks {
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
  /** Deviation of both. */
  readonly deviation: number;
}

/** What is to be seen of somebody, in steps of a tenth; null where they can't be seen surely. */
export function looksOf({ phase, estimate }: MoodEvidence): Looks | null {
  if (phase !== 'tracking' || !estimate) return null;
  const { valence, arousal } = estimate;
  return { valence: tenth(valence.mean), arousal: tenth(arousal.mean), deviation: tenth(Math.sqrt((valence.variance + arousal.variance) / 2)) };
}

/** Whether two looks are the same in steps of a tenth, so that a log need not hold both. */
export function areAlike(one: Looks | null, other: Looks | null): boolean {
  if (one === null || other === null) return one === other;
  return one.valence === other.valence && one.arousal === other.arousal && one.deviation === other.deviation;
}

function tenth(value: number): number {
  return Math.round(10 * value) / 10;
}
