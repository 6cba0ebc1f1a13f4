import type { Sense } from '../signals/signal.ts';
import { type Unit, unit } from '../units.ts';
import { byEmotion, type Emotion, EMOTIONS, type EmotionDistribution, softmax, UNIFORM } from './emotion.ts';
import { TRUST } from './trust.ts';

/** What one sense, or several that were fused before, say about the player's emotions. */
export interface EmotionView {
  readonly sense: Sense | 'fused';
  readonly emotions: EmotionDistribution;
  /** How far it can be trusted at this moment; 0 is not listened to. */
  readonly quality: Unit;
}

/** How face and voice are weighted where both know something. */
export interface FusionTrust {
  /** How much the sense counts for and against an emotion; 1 is at its word. */
  readonly face: Readonly<Record<Emotion, number>>;
  readonly voice: Readonly<Record<Emotion, number>>;
  /** What people see more (or less) often than both say together, as natural logarithms. */
  readonly bias: Readonly<Record<Emotion, number>>;
}

const CHANCE = 1 / EMOTIONS.length;
/** A view that knows this much has half its say in whether there is company; one that knows nothing has none. */
export const HALF_PRESENT = 0.02;
/** In company nobody's word makes an emotion impossible: each keeps at least this. */
export const LEAST = 0.01;

/**
 * Fuses views into one, in a logarithmic opinion pool (Genest & Zidek 1986) with a trust for each sense and emotion.
 *
 * A view is doubted as far as its quality is poor. One that knows nothing then (quality 0, or uniform) has no say, one
 * alone gives itself, and their order does not matter. Trust in face and voice was learnt from people who heard, saw, or did
 * both, and holds as far as both know something; words and context have a fixed trust of 1 until there is data on them.
 *
 * @param views at most one of each sense
 */
export function fuseEmotions(views: readonly EmotionView[], trust: FusionTrust = TRUST): EmotionDistribution {
  const said = views.map(({ sense, emotions, quality }) => {
    const believed = doubted(emotions, unit(quality));
    return { sense, emotions: believed, known: informationOf(believed) };
  });
  const knownTo = (sense: Sense): Unit => said.reduce((most, view) => (view.sense === sense ? Math.max(most, view.known) : most), 0);
  const both = presence(Math.min(knownTo('face'), knownTo('voice')));
  // As the second best informed knows: 0 while nobody but one knows anything.
  const least = LEAST * presence(said.map(({ known }) => known).sort((a, b) => b - a)[1] ?? 0);
  return softmax(byEmotion((emotion) => {
    let sum = both * trust.bias[emotion];
    for (const { sense, emotions } of said) {
      const exponent = sense === 'face' || sense === 'voice' ? 1 + both * (trust[sense][emotion] - 1) : 1;
      sum += exponent * Math.log((emotions[emotion] + least) / (CHANCE + least));
    }
    return sum;
  }));
}

function presence(known: Unit): Unit {
  return known / (known + HALF_PRESENT);
}

/** How much a distribution tells, as a share of all that could be told: 0 is uniform, 1 is certain. */
function informationOf(emotions: EmotionDistribution): Unit {
  let sum = 0;
  for (const emotion of EMOTIONS) if (emotions[emotion] > 0) sum += emotions[emotion] * Math.log(emotions[emotion]);
  return unit(1 + sum / Math.log(EMOTIONS.length));
}

/** A distribution of whatever came, mixed with knowing nothing as far as its quality is poor. What is no probability counts nothing. */
function doubted(emotions: EmotionDistribution, quality: Unit): EmotionDistribution {
  let sum = 0;
  for (const emotion of EMOTIONS) sum += unit(emotions[emotion]);
  return sum > 0 ? byEmotion((emotion) => CHANCE + (unit(emotions[emotion]) / sum - CHANCE) * quality) : UNIFORM;
}
