import { EMOTIONS, type Emotion } from '../affect/emotion.ts';
import type { Seconds, SessionTime, Unit } from '../units.ts';
import { unit } from '../units.ts';
import { type Easing, resting, sendTo, type Sinking, valueAt } from './easing.ts';

/** How each emotion stands on the face. */
export type Expression = Readonly<Record<Emotion, Easing>>;

interface Dynamics {
  readonly attack: Seconds;
  readonly release: Seconds;
  readonly sinking?: Sinking;
}

/**
 * How fast faces move. Felt smiles come within half a second or so and fade slowly (Schmidt et al.
 * 2006, Ekman & Friesen 1982); surprise is the quickest and briefest of all (Ekman 2003: at most a few
 * seconds), so it sinks to a trace of itself; sadness comes slowest and stays longest (Verduyn &
 * Lavrijsen 2015); fear startles, anger gathers.
 */
const DYNAMICS: Readonly<Record<Emotion, Dynamics>> = {
  neutral: { attack: 0.6, release: 0.6 },
  happiness: { attack: 0.55, release: 1.1 },
  surprise: { attack: 0.2, release: 0.5, sinking: { share: 0.45, within: 1.4 } },
  sadness: { attack: 1.2, release: 2 },
  anger: { attack: 0.6, release: 1 },
  disgust: { attack: 0.45, release: 0.8 },
  fear: { attack: 0.28, release: 1.1, sinking: { share: 0.7, within: 2 } },
  contempt: { attack: 0.7, release: 0.9 },
};

/** How long an emotion takes to come up, or to go. */
export function easeOf(emotion: Emotion, rising: boolean): Seconds {
  return rising ? DYNAMICS[emotion].attack : DYNAMICS[emotion].release;
}

export function blankFace(at: SessionTime): Expression {
  return byFace(() => resting(0, at));
}

/** Asks for these weights, and for none of the emotions that are not named; neutral needs no weight. */
export function show(expression: Expression, weights: Readonly<Partial<Record<Emotion, Unit>>>, at: SessionTime): Expression {
  return byFace((emotion) => {
    const goal = emotion === 'neutral' ? 0 : unit(weights[emotion] ?? 0);
    return sendTo(expression[emotion], goal, at, easeOf(emotion, goal > expression[emotion].goal), DYNAMICS[emotion].sinking);
  });
}

/** Fills in the weights at a moment. They sum to at most 1: what is too much is scaled down together. */
export function sampleExpression(expression: Expression, at: SessionTime, emotions: Record<Emotion, Unit>): void {
  let sum = 0;
  for (const emotion of EMOTIONS) sum += emotions[emotion] = unit(valueAt(expression[emotion], at, DYNAMICS[emotion].sinking));
  if (sum > 1) for (const emotion of EMOTIONS) emotions[emotion] /= sum;
}

function byFace(easing: (emotion: Emotion) => Easing): Expression {
  return Object.fromEntries(EMOTIONS.map((emotion) => [emotion, easing(emotion)])) as Record<Emotion, Easing>;
}
