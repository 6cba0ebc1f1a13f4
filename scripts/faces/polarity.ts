import { EMOTIONS, type Emotion } from '../../src/index.ts';
import { type Answer, judge } from '../../src/learn/metrics/answers.ts';
import { confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import type { CoarseMetrics } from '../../src/learn/evaluation.ts';
import type { LabelledPicture } from './labelled-faces.ts';

export const POLARITIES = ['positive', 'neutral', 'negative'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** Where an emotion lies between displeased and pleased; surprise may be either, so it is left out. */
export const POLARITY_OF: Readonly<Record<Emotion, Polarity | null>> = {
  happiness: 'positive', neutral: 'neutral', surprise: null,
  sadness: 'negative', anger: 'negative', disgust: 'negative', fear: 'negative', contempt: 'negative',
};

/** 6 of 10: fewer raters than that hardly agree on what is shown. */
const CLEAR = 0.6;

/**
 * How well faces are told as pleased, neutral or displeased, where people clearly agree.
 *
 * The probabilities of one polarity are added up. Pictures without votes count as clear.
 */
export function measurePolarity(pictures: readonly LabelledPicture[], answers: readonly Answer[]): CoarseMetrics | null {
  const clear = pictures.flatMap(({ label, agreement }, index) => {
    const polarity = label && POLARITY_OF[label];
    return polarity && (agreement ?? 1) >= CLEAR ? [{ truth: POLARITIES.indexOf(polarity), answer: polarityAnswer(answers[index] ?? null) }] : [];
  });
  if (clear.length === 0) return null;
  const judged = judge(POLARITIES, clear.map(({ truth }) => truth), clear.map(({ answer }) => answer));
  return { n: clear.length, ...scoresOf(POLARITIES, confusionOf(judged)) };
}

function polarityAnswer(answer: Answer): Answer {
  if (!answer) return null;
  const sums = new Float64Array(POLARITIES.length);
  EMOTIONS.forEach((emotion, index) => {
    const polarity = POLARITY_OF[emotion];
    if (polarity) sums[POLARITIES.indexOf(polarity)]! += answer[index] ?? 0;
  });
  const sum = sums.reduce((total, each) => total + each, 0);
  // A face that is surely surprised is neither: the three are then told apart by nothing.
  return sum > 0 ? sums.map((each) => each / sum) : sums.fill(1 / POLARITIES.length);
}
