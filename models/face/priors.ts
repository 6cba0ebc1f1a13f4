import { EMOTIONS, type Emotion } from '../../src/index.ts';

/**
 * How often each emotion leads the votes in FER+ Test, as its README tells: about what the web shows.
 * The Train that is here was thinned to 3000 of each, so its own counts say nothing of that.
 */
const NATURAL: Readonly<Record<Emotion, number>> = { neutral: 1160, happiness: 908, surprise: 424, sadness: 424, anger: 312, disgust: 20, fear: 96, contempt: 27 };

/** How many of each lead in the thinned FER+ Train. */
const THINNED: Readonly<Record<Emotion, number>> = { neutral: 3000, happiness: 3000, surprise: 3000, sadness: 3000, anger: 2395, disgust: 175, fear: 651, contempt: 165 };

const POWER = 0.4;

/** How much a face counts in training: rare emotions count for more, or they would never be learned. */
export function worthOf(label: Emotion | null): number {
  return label === null ? 1 : (THINNED.neutral / THINNED[label]) ** POWER;
}

/** How much a face of the thinned Train stands for among faces of the web. */
export function standsFor(label: Emotion): number {
  return NATURAL[label] / THINNED[label];
}

/** By what the logits of training are moved to expect emotions as often as the web shows them, times `share`. */
export function priorShift(share: number): readonly number[] {
  return EMOTIONS.map((emotion) => share * Math.log(NATURAL[emotion] / (THINNED[emotion] * worthOf(emotion)) / (NATURAL.neutral / THINNED.neutral)));
}
