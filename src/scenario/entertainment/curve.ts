import type { SignedUnit } from '../../core/index.ts';
import type { Show } from './show.ts';

/** A stretch of the evening, such as the peak. */
export type CurvePart = Show['curve'][number];

/** How many beats an evening has. After them it begins anew. */
export function beatsOf(curve: Show['curve']): number {
  return curve.reduce((sum, { beats }) => sum + beats, 0);
}

/** The part in which a beat lies. @param beat from 0 */
export function partAt(curve: Show['curve'], beat: number): CurvePart {
  return placeOf(curve, beat).part;
}

/** The arousal that a beat should leave somebody in. @param beat from 0 */
export function targetAt(curve: Show['curve'], beat: number): SignedUnit {
  const { part: { from, to, beats }, within } = placeOf(curve, beat);
  return beats === 1 ? from : from + (to - from) * (within / (beats - 1));
}

function placeOf(curve: Show['curve'], beat: number): { readonly part: CurvePart; readonly within: number } {
  let within = beat % beatsOf(curve);
  for (const part of curve) {
    if (within < part.beats) return { part, within };
    within -= part.beats;
  }
  return { part: curve[0]!, within: 0 };
}
