import { aboveChance, type Emotion, type EmotionDistribution } from '../affect/emotion.ts';
import type { AffectState } from '../affect/state.ts';
import type { SignedUnit, Unit } from '../units.ts';
import { smoothstep } from '../units.ts';
import type { Character } from './character.ts';

/** What the player may need. `unknown` is an answer of its own: too little is seen to say. */
export type Need = 'unknown' | 'nothing' | 'shared-joy' | 'comfort' | 'calm' | 'reassurance';

/** What the player's affect means for the agent. */
export interface Appraisal {
  readonly need: Need;
  readonly strength: Unit;
  /** How the agent itself comes to feel: with the player in joy, concerned in sorrow, calm in anger. */
  readonly feeling: { readonly valence: SignedUnit; readonly arousal: SignedUnit };
  /** What of that shows on the face. */
  readonly display: { readonly emotion: Emotion; readonly weight: Unit };
}

const NEEDS: Readonly<Partial<Record<Emotion, Need>>> = { happiness: 'shared-joy', sadness: 'comfort', anger: 'calm', fear: 'reassurance' };

/** A need is met only when its emotion stands this far above chance; less is not enough to act on. */
const NOTICEABLE = 0.25;

/** A joy that is only hinted at is hardly shared, a clear one fully; the answer is soft in both cases. */
const HINT = 0.15;
const CLEAR = 0.7;

/** The need that the likeliest of the telling emotions asks for; null when none stands out. */
export function strongestNeed(emotions: EmotionDistribution): { readonly need: Need; readonly strength: Unit } | null {
  let strongest: { need: Need; strength: Unit } | null = null;
  for (const [emotion, need] of Object.entries(NEEDS) as [Emotion, Need][]) {
    const strength = aboveChance(emotions[emotion]);
    if (strength > NOTICEABLE && strength > (strongest?.strength ?? 0)) strongest = { need, strength };
  }
  return strongest;
}

/**
 * Appraises the player's state for the agent.
 *
 * Empathy is not contagion: joy is shared, sadness met with dampened concern, anger with calm and
 * never with anger, fear with reassurance (Paiva et al. 2017).
 */
export function appraise(affect: AffectState, character: Character): Appraisal {
  const resting = { valence: 0.1, arousal: character.restingArousal };
  const listening = { emotion: 'happiness', weight: character.warmth } as const;
  // The phase lags behind a first message by its dwell, so the estimate itself decides: with nothing
  // to go by it is uniform, and no need stands out.
  const unseen = affect.phase === 'absent' || affect.phase === 'uncertain';
  const { need, strength } = strongestNeed(affect.estimate.emotions) ?? { need: unseen ? 'unknown' as const : 'nothing' as const, strength: 0 };
  const concern = character.showsConcern * strength;
  switch (need) {
    case 'shared-joy':
      return { need, strength, feeling: { valence: 0.7 * strength, arousal: 0.4 * strength }, display: { emotion: 'happiness', weight: Math.max(character.warmth, character.sharesJoy * smoothstep(HINT, CLEAR, strength)) } };
    case 'comfort':
      return { need, strength, feeling: { valence: -0.3 * strength, arousal: -0.3 }, display: { emotion: 'sadness', weight: 0.7 * concern } };
    case 'calm':
      return { need, strength, feeling: { valence: 0, arousal: -0.4 }, display: { emotion: 'sadness', weight: 0.3 * concern } };
    case 'reassurance':
      return { need, strength, feeling: { valence: 0.2, arousal: -0.3 }, display: { emotion: 'happiness', weight: Math.max(character.warmth, 0.4 * concern) } };
    default:
      return { need, strength, feeling: resting, display: affect.phase === 'absent' ? { emotion: 'neutral', weight: 0 } : listening };
  }
}
