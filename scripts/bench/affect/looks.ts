import { byEmotion, type Emotion, EMOTIONS, type EmotionDistribution, softmax } from '../../../src/core/affect/emotion.ts';
import { createRandom, type Random } from '../../../src/learn/random.ts';

export const RATE = 15;

/** What a camera would tell of one moment; null where it loses the face. */
export interface Look {
  readonly at: number;
  readonly emotions: EmotionDistribution | null;
}

/** The errors that a look has, one look after the other, in natural logarithms of odds. */
type Errors = Readonly<Record<Emotion, number>>;

/** Ways in which nets err. Each makes another generator of errors; how large they are was set so that none is easy. */
export const NOISES: Readonly<Record<string, { readonly what: string; readonly create: (random: Random) => (at: number) => Errors }>> = {
  short: { what: 'errors that last a third of a second', create: (random) => lasting(0.8, () => 0.8 * random.normal()) },
  white: { what: 'large errors, new in every look', create: (random) => lasting(0, () => 1.4 * random.normal()) },
  drifting: {
    what: 'errors that last two seconds, and small ones besides',
    create: (random) => {
      const slow = lasting(0.967, () => 0.7 * random.normal());
      return (at) => {
        const error = slow(at);
        return byEmotion((emotion) => error[emotion] + 0.4 * random.normal());
      };
    },
  },
  'heavy tails': { what: 'errors by Student\'s t of three degrees', create: (random) => lasting(0.7, () => 0.8 * studentT(random)) },
  bursts: {
    what: 'small errors, and six times a minute a second of large ones',
    create: (random) => {
      let until = -1;
      const shape = lasting(0.8, () => random.normal());
      return (at) => {
        if (random.uniform() < 6 / 60 / RATE) until = at + 0.5 + random.uniform();
        const error = shape(at);
        return byEmotion((emotion) => (at < until ? 1.6 : 0.5) * error[emotion]);
      };
    },
  },
};

/** Errors of which each look keeps a part, so that their size stays that of `draw`. */
function lasting(kept: number, draw: () => number): (at: number) => Errors {
  const error = byEmotion(() => 0);
  return () => {
    for (const emotion of EMOTIONS) error[emotion] = kept * error[emotion] + Math.sqrt(1 - kept * kept) * draw();
    return error;
  };
}

/** Of three degrees of freedom, scaled to a variance of 1. */
function studentT(random: Random): number {
  const chiSquared = random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2;
  return random.normal() / Math.sqrt(chiSquared);
}

/** How clearly an expression shows, and a grimace, as logarithms of odds. */
const [SHOWN, GRIMACE] = [2.2, 5];

/**
 * Looks at somebody whose expression is `truth`: from 0, not at all, to 1 of each emotion.
 *
 * @param accidents whether there are grimaces of one frame, 60 a minute, and losses of the face, 4 a minute
 */
export function watch(noise: string, truth: (at: number) => Partial<Record<Emotion, number>>, seconds: number, seed: number, accidents: boolean): Look[] {
  const random = createRandom(seed);
  const errors = NOISES[noise]!.create(random);
  let lostUntil = -1;
  return Array.from({ length: seconds * RATE }, (_, i): Look => {
    const at = i / RATE;
    const error = errors(at);
    if (accidents && random.uniform() < 4 / 60 / RATE) lostUntil = at + 0.3 + random.uniform();
    const grimace = accidents && random.uniform() < 60 / 60 / RATE ? EMOTIONS[1 + random.below(EMOTIONS.length - 1)] : undefined;
    const shown = truth(at);
    const emotions = softmax(byEmotion((emotion) => (grimace ? (emotion === grimace ? GRIMACE : 0) : SHOWN * (shown[emotion] ?? 0)) + error[emotion]));
    return { at, emotions: at < lostUntil ? null : emotions };
  });
}
