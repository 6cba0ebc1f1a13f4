import { SENSES, type Sense } from '../signals/signal.ts';
import type { SessionTime, Unit } from '../units.ts';
import { certainty, fuseBeliefs, UNKNOWN } from './belief.ts';
import { aboveChance, likeliest } from './emotion.ts';
import { type AffectEstimate, doubted } from './estimate.ts';
import { fuseEmotions } from './fuse-emotions.ts';

/** Each sense's view of the player, all as of one moment; a sense that has told nothing is absent. */
export type Views = Readonly<Partial<Record<Sense, AffectEstimate>>>;

/** Two senses that contradict each other on valence. */
export interface Conflict {
  /** Half the distance of their valences, counted only as far as both are certain; 1 is a certain opposite. */
  readonly degree: Unit;
  /** The one that sees the player pleased, and the one that does not; null where none contradict. */
  readonly between: readonly [pleased: Sense, displeased: Sense] | null;
}

/**
 * One view from all senses, as of `now`.
 *
 * Dimensions are weighted by their precision, with knowing nothing as the prior, which counts once. Emotions meet
 * by learnt trust, see {@link fuseEmotions}: a sense that knows nothing has no say. What players say of themselves outweighs what is seen
 * and heard of them, as far as it is fresh.
 */
export function fuseViews(aged: Views, now: SessionTime): AffectEstimate {
  const views = outweighed(aged);
  return {
    at: now,
    origin: 'fused',
    valence: views.reduce((sum, view) => fuseBeliefs(sum, view.valence), UNKNOWN),
    arousal: views.reduce((sum, view) => fuseBeliefs(sum, view.arousal), UNKNOWN),
    dominance: views.reduce((sum, view) => fuseBeliefs(sum, view.dominance), UNKNOWN),
    // How far each was observed well, and how long ago, is in the view already.
    emotions: fuseEmotions(views.map(({ origin, emotions }) => ({ sense: origin, emotions, quality: 1 }))),
  };
}

function outweighed(aged: Views): AffectEstimate[] {
  const { report } = aged;
  const others = 1 - (report ? aboveChance(report.emotions[likeliest(report.emotions)]) : 0);
  return SENSES.flatMap((sense) => {
    const view = aged[sense];
    if (!view) return [];
    return view === report ? [view] : [{ ...view, ...doubted(view, others) }];
  });
}

/** The strongest contradiction between two senses: a smile over sad words is near 1. It is told, not averaged away. */
export function conflictOf(aged: Views): Conflict {
  const views = SENSES.flatMap((sense) => aged[sense] ?? []);
  let strongest: Conflict = { degree: 0, between: null };
  for (const pleased of views) {
    for (const displeased of views) {
      if (!(pleased.valence.mean > 0 && displeased.valence.mean < 0)) continue;
      const weight = Math.sqrt(certainty(pleased.valence) * certainty(displeased.valence));
      const degree = Math.min(1, ((pleased.valence.mean - displeased.valence.mean) / 2) * weight);
      if (degree > strongest.degree) strongest = { degree, between: [pleased.origin as Sense, displeased.origin as Sense] };
    }
  }
  return strongest;
}
