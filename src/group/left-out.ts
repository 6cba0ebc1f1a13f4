import { type AffectState, certainty, clamp, type Seconds, type Unit } from '../core/index.ts';
import { normalShare } from './normal.ts';

/** What was heard of a member: seconds of speech that fade. */
export interface Talk {
  /** Their own. */
  readonly own: Seconds;
  /** Of everybody, while they were there and could be heard. */
  readonly all: Seconds;
}

export const NO_TALK: Talk = { own: 0, all: 0 };

/** After so long 1/e of what was said still counts. */
const MEMORY: Seconds = 60;
/** Speech comes in turns of about this length: what is said within one is no further evidence of who takes turns. */
const TURN: Seconds = 3;
/** Speaking far less is less than this share of what would be one's part. */
const FAR_LESS = 0.5;
/** Looking withdrawn is to seem so much less pleased and lively than the others do, as a mean of valence and arousal. */
const WITHDRAWN = 0.15;

/** How somebody looks is not known under this certainty; it is then neither withdrawn nor not. */
const KNOWN = 0.15;

/** Nobody is left out of two: then it is a conversation of which one is quiet. */
const FEWEST = 3;

export function hearTalk({ own, all }: Talk, elapsed: Seconds, speaks: boolean, speaking: number): Talk {
  const fade = Math.exp(-elapsed / MEMORY);
  return { own: fade * own + (speaks ? elapsed : 0), all: fade * all + elapsed * speaking };
}

/** The share of the speech that was theirs; null before anything was said. */
export function shareOfTalk({ own, all }: Talk): Unit | null {
  return all > 0 ? clamp(own / all, 0, 1) : null;
}

/**
 * How probable it is that somebody speaks far less than their part of what is said.
 *
 * By the arcsine of the share, whose error hardly depends on the share itself (Anscombe 1948). Where little was
 * said, nothing much follows.
 */
export function quietness({ own, all }: Talk, size: number): Unit {
  const turns = all / TURN;
  const share = Math.asin(Math.sqrt(clamp((own / TURN + 3 / 8) / (turns + 3 / 4), 0, 1)));
  return normalShare((Math.asin(Math.sqrt(FAR_LESS / size)) - share) * 2 * Math.sqrt(turns + 1 / 2));
}

/** How probable it is that somebody looks withdrawn beside the others: less pleased and less lively. */
function withdrawal(own: AffectState, others: readonly AffectState[]): Unit {
  const moved = ({ estimate: { valence, arousal } }: AffectState): number => (valence.mean + arousal.mean) / 2;
  const doubt = ({ estimate: { valence, arousal } }: AffectState): number => (valence.variance + arousal.variance) / 4;
  const behind = others.reduce((sum, each) => sum + moved(each), 0) / others.length - moved(own);
  const variance = doubt(own) + others.reduce((sum, each) => sum + doubt(each), 0) / others.length ** 2;
  return normalShare((behind - WITHDRAWN) / Math.sqrt(variance));
}

/**
 * How probable it is that a member is left out: that they speak far less than their part and also look withdrawn.
 *
 * @returns null where that can't be told: where they can't be heard, or how they or at least two others look is not known
 */
export function leftOut(own: AffectState, others: readonly AffectState[], talk: Talk | null): Unit | null {
  const known = others.filter(isKnown);
  if (talk === null || !isKnown(own) || known.length + 1 < FEWEST) return null;
  return quietness(talk, others.length + 1) * withdrawal(own, known);
}

function isKnown({ estimate: { valence, arousal } }: AffectState): boolean {
  return Math.max(certainty(valence), certainty(arousal)) >= KNOWN;
}
