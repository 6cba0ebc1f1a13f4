import type { SignedUnit, Unit } from '../../core/index.ts';
import type { Looks } from '../looks.ts';

/** How somebody may feel about what they learn (D'Mello & Graesser 2012). */
export const LEARNING_FEELINGS = ['engaged', 'confused', 'frustrated', 'bored'] as const;
/** One of {@link LEARNING_FEELINGS}. */
export type LearningFeeling = (typeof LEARNING_FEELINGS)[number];
/** How likely each is; sums to 1, and a quarter each is that nothing is known. */
export type Feelings = Readonly<Record<LearningFeeling, Unit>>;

/** How long an answer took, against what is usual for this person; null where it is not known. */
export type Pace = 'quick' | 'usual' | 'long' | null;

/** Nothing is known. */
export const UNKNOWN_FEELINGS: Feelings = { engaged: 0.25, confused: 0.25, frustrated: 0.25, bored: 0.25 };

/**
 * How feelings follow on each other from one answer to the next. After D'Mello & Graesser (2012): an impasse confuses, what is solved engages again,
 * confusion that stays frustrates, and frustration that stays bores. Directions are theirs; the sizes are chosen, not learnt.
 */
const AFTER: Readonly<Record<'right' | 'wrong' | 'easy', Readonly<Record<LearningFeeling, Feelings>>>> = {
  right: {
    engaged: { engaged: 0.86, confused: 0.06, frustrated: 0.02, bored: 0.06 },
    confused: { engaged: 0.55, confused: 0.35, frustrated: 0.06, bored: 0.04 },
    frustrated: { engaged: 0.25, confused: 0.13, frustrated: 0.55, bored: 0.07 },
    bored: { engaged: 0.12, confused: 0.03, frustrated: 0.05, bored: 0.8 },
  },
  wrong: {
    engaged: { engaged: 0.6, confused: 0.28, frustrated: 0.09, bored: 0.03 },
    confused: { engaged: 0.1, confused: 0.55, frustrated: 0.29, bored: 0.06 },
    frustrated: { engaged: 0.03, confused: 0.1, frustrated: 0.74, bored: 0.13 },
    bored: { engaged: 0.06, confused: 0.05, frustrated: 0.13, bored: 0.76 },
  },
  // Right where hardly anything else was to be expected.
  easy: {
    engaged: { engaged: 0.76, confused: 0.02, frustrated: 0.01, bored: 0.21 },
    confused: { engaged: 0.6, confused: 0.28, frustrated: 0.04, bored: 0.08 },
    frustrated: { engaged: 0.32, confused: 0.08, frustrated: 0.5, bored: 0.1 },
    bored: { engaged: 0.05, confused: 0.02, frustrated: 0.03, bored: 0.9 },
  },
};

/** How likely each feeling makes an answer of this kind and pace; for each feeling they sum to 1. */
const ANSWERS: Readonly<Record<'right' | 'wrong', Readonly<Record<Exclude<Pace, null>, Feelings>>>> = {
  right: {
    quick: { engaged: 0.28, confused: 0.1, frustrated: 0.1, bored: 0.24 },
    usual: { engaged: 0.38, confused: 0.22, frustrated: 0.16, bored: 0.2 },
    long: { engaged: 0.1, confused: 0.2, frustrated: 0.1, bored: 0.06 },
  },
  wrong: {
    quick: { engaged: 0.06, confused: 0.1, frustrated: 0.26, bored: 0.32 },
    usual: { engaged: 0.12, confused: 0.18, frustrated: 0.22, bored: 0.13 },
    long: { engaged: 0.06, confused: 0.2, frustrated: 0.16, bored: 0.05 },
  },
};

/** Where each feeling lies by valence and arousal (Baker et al. 2010; Russell 1980); chosen, not learnt. */
const PLACES: Readonly<Record<LearningFeeling, readonly [SignedUnit, SignedUnit]>> = { engaged: [0.25, 0.1], confused: [-0.15, 0.15], frustrated: [-0.5, 0.4], bored: [-0.2, -0.45] };
const SPREAD = 0.3;
/** Looks that follow each other share their evidence, so that one counts as much as this of one alone. */
const WORTH = 0.5;

/** Takes in how somebody looks. */
export function feelByLooks(feelings: Feelings, { valence, arousal, deviation }: Looks): Feelings {
  const spread = SPREAD ** 2 + deviation ** 2;
  return normal(feelings, (feeling) => {
    const [v, a] = PLACES[feeling];
    return Math.exp(-WORTH * ((valence - v) ** 2 + (arousal - a) ** 2) / (2 * spread));
  });
}

/**
 * Takes in an answer.
 *
 * @param expected how likely a right answer was
 */
export function feelByAnswer(feelings: Feelings, right: boolean, pace: Pace, expected: Unit): Feelings {
  const seen = normal(feelings, (feeling) => {
    const paces = ANSWERS[right ? 'right' : 'wrong'];
    return pace === null ? paces.quick[feeling] + paces.usual[feeling] + paces.long[feeling] : paces[pace][feeling];
  });
  const follows = AFTER[!right ? 'wrong' : expected > 0.88 ? 'easy' : 'right'];
  return byFeeling((feeling) => LEARNING_FEELINGS.reduce((sum, before) => sum + seen[before] * follows[before][feeling], 0));
}

function normal(feelings: Feelings, likelihood: (feeling: LearningFeeling) => number): Feelings {
  const weighed = byFeeling((feeling) => feelings[feeling] * likelihood(feeling));
  const sum = LEARNING_FEELINGS.reduce((total, feeling) => total + weighed[feeling], 0);
  return byFeeling((feeling) => weighed[feeling] / sum);
}

function byFeeling(of: (feeling: LearningFeeling) => number): Feelings {
  return { engaged: of('engaged'), confused: of('confused'), frustrated: of('frustrated'), bored: of('bored') };
}
