import type { Emotion } from '../../core/index.ts';

/** The labels of GoEmotions (Demszky et al. 2020), in their order there. A text may have several. */
export const TEXT_LABELS = [
  'admiration', 'amusement', 'anger', 'annoyance', 'approval', 'caring', 'confusion', 'curiosity', 'desire', 'disappointment',
  'disapproval', 'disgust', 'embarrassment', 'excitement', 'fear', 'gratitude', 'grief', 'joy', 'love', 'nervousness', 'optimism',
  'pride', 'realization', 'relief', 'remorse', 'sadness', 'surprise', 'neutral',
] as const;
/** One of {@link TEXT_LABELS}. */
export type TextLabel = (typeof TEXT_LABELS)[number];

/**
 * The emotion that a label counts to: GoEmotions' own grouping after Ekman, where joy is our happiness. No
 * label counts to contempt.
 */
export const EMOTION_OF_LABEL: Readonly<Record<TextLabel, Emotion>> = {
  admiration: 'happiness', amusement: 'happiness', approval: 'happiness', caring: 'happiness', desire: 'happiness',
  excitement: 'happiness', gratitude: 'happiness', joy: 'happiness', love: 'happiness', optimism: 'happiness', pride: 'happiness', relief: 'happiness',
  anger: 'anger', annoyance: 'anger', disapproval: 'anger',
  disgust: 'disgust',
  fear: 'fear', nervousness: 'fear',
  disappointment: 'sadness', embarrassment: 'sadness', grief: 'sadness', remorse: 'sadness', sadness: 'sadness',
  confusion: 'surprise', curiosity: 'surprise', realization: 'surprise', surprise: 'surprise',
  neutral: 'neutral',
};

/** The emotions that labels count to, in the order of the heads' columns: Ekman's six and neutral. */
export const EKMAN = ['anger', 'disgust', 'fear', 'happiness', 'sadness', 'surprise', 'neutral'] as const satisfies readonly Emotion[];
