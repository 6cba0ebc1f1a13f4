import type { FaceAndVoice } from '../affect/choose-fusion.ts';
import type { EmotionDistribution } from '../affect/emotion.ts';

/** Learnt knowledge of how face and voice go together. */
export interface EmotionFuser {
  /** Tells this one and its weights from every other: a session is only replayed exactly with the same one. At most 64 characters. */
  readonly name: string;
  /**
   * What people would see in somebody whose face and voice say this. The same input always gives the same answer, which sums to 1.
   *
   * @returns null outside of what was learnt: a sense is missing or hardly trusted, or they say something unlike all that was learnt from
   */
  fuse(said: FaceAndVoice): EmotionDistribution | null;
}
