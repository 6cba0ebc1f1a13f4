import { type Emotion, EMOTIONS, type Unit } from 'attune';

/** The emotions that a face can show; neutral is what remains. */
export type Feeling = Exclude<Emotion, 'neutral'>;
export const FEELINGS = EMOTIONS.filter((emotion): emotion is Feeling => emotion !== 'neutral');
export type Feelings = Readonly<Record<Feeling, Unit>>;

export const NO_FEELINGS: Feelings = { happiness: 0, surprise: 0, sadness: 0, anger: 0, disgust: 0, fear: 0, contempt: 0 };

export const only = (feeling: Feeling, weight: Unit): Feelings => ({ ...NO_FEELINGS, [feeling]: weight });
