import { aboveChance, likeliest } from '../affect/emotion.ts';
import type { AffectState } from '../affect/state.ts';
import type { Signal } from '../signals/any-signal.ts';
import type { ContextEvent } from '../signals/context.ts';
import type { ReportSignal } from '../signals/report.ts';
import type { TextSignal } from '../signals/text.ts';
import type { SignedUnit, Unit } from '../units.ts';
import type { RisenNeed } from './needs.ts';
import { wantOf } from './wants.ts';

/** What an event means, in the variables of EMA (Marsella & Gratch 2009). */
export interface Appraised {
  /** How good it is for the player, from bad (-1) to good (1). */
  readonly desirability: SignedUnit;
  /** Whether it has come true (1) or may only do so. */
  readonly likelihood: Unit;
  /** Whose doing it is. */
  readonly agency: 'player' | 'agent' | 'other';
  /** How far something can be done about it. */
  readonly controllability: Unit;
  readonly novelty: Unit;
}

/** A need that an event gives rise to. */
export interface Rise {
  readonly need: RisenNeed;
  readonly strength: Unit;
  readonly certainty: Unit;
}

const OF_CONTEXT: Readonly<Record<ContextEvent, readonly [Appraised, RisenNeed, Unit]>> = {
  won: [{ desirability: 0.9, likelihood: 1, agency: 'player', controllability: 0.8, novelty: 0.4 }, 'shared-joy', 0.7],
  progress: [{ desirability: 0.5, likelihood: 1, agency: 'player', controllability: 0.8, novelty: 0.2 }, 'shared-joy', 0.5],
  lost: [{ desirability: -0.6, likelihood: 1, agency: 'other', controllability: 0.5, novelty: 0.3 }, 'comfort', 0.5],
  stuck: [{ desirability: -0.5, likelihood: 0.5, agency: 'other', controllability: 0.7, novelty: 0.1 }, 'help', 0.6],
  waiting: [{ desirability: -0.2, likelihood: 0.6, agency: 'other', controllability: 0.3, novelty: 0 }, 'company', 0.4],
  alone: [{ desirability: -0.3, likelihood: 0.8, agency: 'other', controllability: 0.4, novelty: 0 }, 'company', 0.6],
  startled: [{ desirability: -0.4, likelihood: 0.5, agency: 'other', controllability: 0.3, novelty: 0.9 }, 'reassurance', 0.6],
};

/** Events of a game only suggest what the player makes of them; what players say they want is nearly sure. */
const SUGGESTED = 0.5;
const SAID = 0.9;

const LISTENING: Appraised = { desirability: 0, likelihood: 1, agency: 'player', controllability: 1, novelty: 0.2 };

/**
 * What something that happened means for the player and for the agent; null where it is only looked at or listened to.
 *
 * What the player feels is not appraised here: it is followed all the time, see `inner-life.ts`.
 */
export function appraiseEvent(signal: Signal, believed: AffectState): { readonly event: Appraised; readonly rise: Rise | null } | null {
  switch (signal.kind) {
    case 'context': {
      const [event, need, strength] = OF_CONTEXT[signal.event];
      return { event, rise: { need, strength: strength * signal.quality, certainty: SUGGESTED } };
    }
    case 'text':
      return appraiseMessage(signal, believed);
    case 'report':
      return { event: misread(signal.emotion, believed), rise: null };
    default:
      return null;
  }
}

function appraiseMessage({ reading, risk, quality }: TextSignal, believed: AffectState): { readonly event: Appraised; readonly rise: Rise | null } {
  if (risk !== null) return { event: { desirability: -0.9, likelihood: 0.4, agency: 'other', controllability: 0.2, novelty: 0.5 }, rise: null };
  const rise = (need: RisenNeed, strength: Unit): Rise => ({ need, strength: strength * quality, certainty: SAID * quality });
  switch (wantOf(reading)) {
    case 'thanks':
      return { event: { desirability: 0.6, likelihood: 1, agency: 'agent', controllability: 1, novelty: 0.2 }, rise: null };
    case 'correction':
      return { event: misread('neutral', believed), rise: null };
    case 'help':
      return { event: { desirability: -0.3, likelihood: 0.3, agency: 'other', controllability: 0.8, novelty: 0.4 }, rise: rise('help', 0.8) };
    case 'complaint':
      return { event: { desirability: -0.5, likelihood: 1, agency: 'other', controllability: 0.6, novelty: 0.3 }, rise: rise('calm', 0.5) };
    case 'refusal':
      return { event: { ...LISTENING, novelty: 0 }, rise: rise('space', 0.9) };
    case 'small-talk':
      return { event: LISTENING, rise: rise('company', 0.3) };
    default:
      return { event: LISTENING, rise: null };
  }
}

/** That the agent took the player for something else is its own fault, as far as it was sure of it. */
function misread(says: ReportSignal['emotion'], { estimate: { emotions } }: AffectState): Appraised {
  const thought = likeliest(emotions);
  const wrong = thought === says ? 0 : aboveChance(emotions[thought]);
  return { desirability: -wrong, likelihood: 1, agency: 'agent', controllability: 1, novelty: 0.3 };
}
