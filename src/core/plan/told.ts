import type { AffectState } from '../affect/state.ts';
import { type FeltNeed, strongestNeed } from '../appraise/needs.ts';
import type { TextSignal } from '../signals/text.ts';
import type { Unit } from '../units.ts';

/** A need that weighs on somebody. */
export type HeavyNeed = Exclude<FeltNeed, 'shared-joy'>;

/** Words whose feeling stands out this far speak for themselves. */
export const CLEAR: Unit = 0.45;

/**
 * What feeling a message tells; null for none.
 *
 * Clear words are taken at their word. Faint ones do not turn a conversation by themselves: they count as what everything
 * together says, and a faint joy over something heavy, or the other way round, is none.
 *
 * @param affect what is thought of the player with the message
 * @param matter what weighs on the player so far
 */
export function toldBy({ reading }: TextSignal, affect: AffectState, matter: HeavyNeed | null): FeltNeed | null {
  const words = strongestNeed(reading.emotions);
  if (words === null || words.strength >= CLEAR) return words?.need ?? null;
  const together = seen(affect) ?? words.need;
  if (matter !== null) return together === 'shared-joy' ? null : matter;
  return together;
}

/** What the player seems to feel, by all senses together. */
export function seen(affect: AffectState): FeltNeed | null {
  return strongestNeed(affect.estimate.emotions)?.need ?? null;
}

export function isHeavy(need: FeltNeed | null): need is HeavyNeed {
  return need !== null && need !== 'shared-joy';
}
