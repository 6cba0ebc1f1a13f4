import { EMOTIONS, type EmotionDistribution, likeliest } from 'attune';

/** One in eight is chance. A word stands before each number, because the number alone sounds surer than it is. */
const CHANCE = 1 / EMOTIONS.length;

export const wordFor = (probability: number): 'clearly' | 'likely' | 'perhaps' | 'hardly' =>
  probability >= 0.6 ? 'clearly' : probability >= 0.35 ? 'likely' : probability >= 0.18 ? 'perhaps' : 'hardly';

/** Whether no emotion stands out from chance. */
export const emotionsUnknown = ({ emotions }: { readonly emotions: EmotionDistribution }): boolean => emotions[likeliest(emotions)] < CHANCE + 0.04;
