import type { AffectState } from '../affect/state.ts';
import { type FeltNeed, strongestNeed } from '../appraise/needs.ts';
import type { Sense } from '../signals/signal.ts';
import type { TextSignal } from '../signals/text.ts';
import type { Unit } from '../units.ts';

/** A need that weighs on somebody. */
export type HeavyNeed = Exclude<FeltNeed, 'shared-joy'>;

/** Words whose feeling stands out this far speak for themselves. */
export const CLEAR: Unit = 0.45;

/**
 * What feeling a message tells; null for none.
 *
 * Clear words are taken at their word. Faint ones do not turn a conversation by themselves: they count where face, voice, the
 * player's own report or what happened bears them out.
 *
 * @param affect what is thought of the player with the message
 */
export function toldBy({ reading }: TextSignal, affect: AffectState): FeltNeed | null {
  const words = strongestNeed(reading.emotions);
  if (words === null || words.strength >= CLEAR) return words?.need ?? null;
  return showsBesideWords(affect, words.need, 'context') ? words.need : null;
}

/** What the player seems to feel by all senses together, where it is not from words alone. */
export function seen(affect: AffectState): FeltNeed | null {
  const together = strongestNeed(affect.estimate.emotions);
  return together && showsBesideWords(affect, together.need) ? together.need : null;
}

function showsBesideWords({ senses }: AffectState, need: FeltNeed, ...more: readonly Sense[]): boolean {
  return (['face', 'voice', 'report', ...more] as const).some((sense) => senses[sense] && strongestNeed(senses[sense].emotions)?.need === need);
}

export function isHeavy(need: FeltNeed | null): need is HeavyNeed {
  return need !== null && need !== 'shared-joy';
}
