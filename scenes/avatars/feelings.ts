import { clamp, type Emotion, EMOTIONS, type SignedUnit, type Unit } from 'attune';

/** The emotions that a face can show; neutral is what remains. */
export type Feeling = Exclude<Emotion, 'neutral'>;
export const FEELINGS = EMOTIONS.filter((emotion): emotion is Feeling => emotion !== 'neutral');
export type Feelings = Readonly<Record<Feeling, Unit>>;

export interface Affect {
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
}

export const NO_FEELINGS: Feelings = { happiness: 0, surprise: 0, sadness: 0, anger: 0, disgust: 0, fear: 0, contempt: 0 };

export const only = (feeling: Feeling, weight: Unit): Feelings => ({ ...NO_FEELINGS, [feeling]: weight });

/**
 * Where feelings lie around the plane of valence and arousal, in degrees from pleasant towards excited
 * (after Russell 1980). Calm, from 250° on, shows nothing on a face; contempt and anger differ by
 * dominance, which the plane has not.
 */
export const DIRECTIONS: readonly (readonly [Feeling | null, degrees: number])[] = [
  ['happiness', 25], ['surprise', 78], ['fear', 115], ['anger', 143], ['disgust', 168], ['sadness', 205], [null, 250], [null, 330],
];

/** What a face shows at a place of the plane: the two feelings it lies between, the stronger the farther out. */
export function feelingsAt({ valence, arousal }: Affect): Feelings {
  const weights = { ...NO_FEELINGS };
  const strength = Math.min(1, Math.hypot(valence, arousal));
  const first = DIRECTIONS[0]?.[1] ?? 0;
  const angle = first + ((((Math.atan2(arousal, valence) * 180) / Math.PI - first) % 360) + 360) % 360;
  DIRECTIONS.forEach(([feeling, from], index) => {
    const [next, to] = DIRECTIONS[index + 1] ?? [DIRECTIONS[0]?.[0] ?? null, first + 360];
    if (angle < from || angle > to) return;
    const share = clamp((angle - from) / (to - from), 0, 1);
    if (feeling) weights[feeling] += strength * (1 - share);
    if (next) weights[next] += strength * share;
  });
  return weights;
}
