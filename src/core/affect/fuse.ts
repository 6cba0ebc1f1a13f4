import { SENSES, type Sense } from '../signals/signal.ts';
import type { SessionTime, Unit } from '../units.ts';
import { certainty, fuseBeliefs, UNKNOWN } from './belief.ts';
import type { Shown } from './channel.ts';
import { type FaceAndVoice, fuseBy, type Fusion, type FusionUsed, WEIGHTED } from './choose-fusion.ts';
import { aboveChance, type EmotionDistribution, likeliest } from './emotion.ts';
import { type AffectEstimate, doubted, undoubted } from './estimate.ts';

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
 * by the way that was chosen, see {@link fuseBy}: a sense that knows nothing has no say. What players say of themselves outweighs what is seen
 * and heard of them, as far as it is fresh.
 *
 * @param speaking whether the player is, so that the face was read without its mouth
 */
export function fuseViews(aged: Views, now: SessionTime, speaking = false, fusion: Fusion = WEIGHTED): { readonly estimate: AffectEstimate; readonly used: FusionUsed } {
  const views = outweighed(aged);
  const { emotions, used } = fuseShown(aged, speaking, fusion);
  const estimate: AffectEstimate = {
    at: now,
    origin: 'fused',
    valence: views.reduce((sum, view) => fuseBeliefs(sum, view.valence), UNKNOWN),
    arousal: views.reduce((sum, view) => fuseBeliefs(sum, view.arousal), UNKNOWN),
    dominance: views.reduce((sum, view) => fuseBeliefs(sum, view.dominance), UNKNOWN),
    emotions,
  };
  return { estimate, used };
}

/** The emotions alone of what senses say, as {@link fuseViews} fuses them. */
export function fuseShown(aged: AllShown, speaking: boolean, fusion: Fusion): ReturnType<typeof fuseBy> {
  const heeded = besideReport(aged);
  // How far each was observed well, and how long ago, is in what it says already.
  const views = SENSES.flatMap((sense) => (aged[sense] ? [{ sense, emotions: aged[sense].emotions, quality: sense === 'report' ? 1 : heeded }] : []));
  return fuseBy(fusion, views, saidBy(aged, speaking), heeded);
}

type AllShown = Readonly<Partial<Record<Sense, Shown>>>;

/** Each sense's view, doubted as far as players say themselves how they feel. */
export function outweighed(aged: Views): AffectEstimate[] {
  const heeded = besideReport(aged);
  return SENSES.flatMap((sense) => {
    const view = aged[sense];
    if (!view) return [];
    return heeded === 1 || view === aged.report ? [view] : [{ ...view, ...doubted(view, heeded) }];
  });
}

/** A view of less quality counts as missing, as it did where the net learnt. */
const LEAST_QUALITY = 0.15;

/** What models judged of face and voice, for the net. */
function saidBy({ face, voice }: AllShown, speaking: boolean): FaceAndVoice {
  const of = (view: Shown | undefined): EmotionDistribution | null => (view?.judged && view.judged >= LEAST_QUALITY ? undoubted(view.emotions, view.judged) : null);
  return { face: of(face), voice: of(voice), faceQuality: face?.judged ?? 0, voiceQuality: voice?.judged ?? 0, speaking };
}

/** How far what is seen, heard and read counts beside what players say of themselves. */
export function besideReport({ report }: AllShown): Unit {
  return 1 - (report ? aboveChance(report.emotions[likeliest(report.emotions)]) : 0);
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
