import { byEmotion, type EmotionDistribution } from 'attune';
import type { SessionTrace } from 'attune/record';
import { firstFrom } from '../timeline/window.ts';

/** The newest fused estimate at a moment, as a place in the trace's columns; -1 before the first. */
export const rowAt = ({ at }: SessionTrace, moment: number): number => firstFrom(at, moment + 1e-9) - 1;

/** What emotions all senses together told then; null where nobody was there. */
export function emotionsAt({ fused }: SessionTrace, row: number): EmotionDistribution | null {
  const first = fused.emotions.neutral[row];
  return first === undefined || Number.isNaN(first) ? null : byEmotion((emotion) => fused.emotions[emotion][row]!);
}
