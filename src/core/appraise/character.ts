import type { SignedUnit, Unit } from '../units.ts';
import type { Feeling } from './feelings.ts';

/** The Big Five, each from its one pole (-1) over the average (0) to the other (1). */
export interface Traits {
  readonly openness: SignedUnit;
  readonly conscientiousness: SignedUnit;
  readonly extraversion: SignedUnit;
  readonly agreeableness: SignedUnit;
  /** Emotional stability, the opposite of neuroticism. */
  readonly stability: SignedUnit;
}

/** How a character answers what the player seems to feel, each from not at all to fully. */
export interface EmpathyPolicy {
  /** How far a clear joy is mirrored. */
  readonly joy: Unit;
  /** How far sorrow, fear and anger are met with concern; dampened, never mirrored. */
  readonly concern: Unit;
  /** How far it slows and softens down before somebody who is angry or upset. */
  readonly calm: Unit;
  /** How far it brings warmth and quiet to somebody who is afraid. */
  readonly reassurance: Unit;
}

/**
 * What becomes of a feeling on the way to face and voice (Ekman & Friesen 1969): `share` shows that much of it, `dampen`
 * takes that much away, `mask` covers that much with a kind, quiet face.
 */
export interface DisplayRule {
  readonly rule: 'share' | 'dampen' | 'mask';
  readonly amount: Unit;
}

/** Who the agent is, as plain data; {@link parseCharacter} reads it from a file. */
export interface Character {
  /** Letters, digits, spaces and . ' - · only, at most 40. */
  readonly name: string;
  readonly traits: Traits;
  readonly empathy: EmpathyPolicy;
  /** The faint smile of a face that is listening. */
  readonly warmth: Unit;
  readonly display: Readonly<Record<Feeling, DisplayRule>>;
  /** How soon it speaks up when nobody speaks; 0 never does. */
  readonly initiative: Unit;
  /** How much it says at a time: one short sentence (0) or several (1). */
  readonly verbosity: Unit;
  /** How readily it is playful, where nothing weighs on the player. */
  readonly humour: Unit;
}

/** The rules of a character that gives none of its own: glad and grateful openly, sorry with restraint, worried behind a quiet face. */
export const USUAL_DISPLAY: Character['display'] = {
  'happy-for': { rule: 'share', amount: 1 },
  'sorry-for': { rule: 'dampen', amount: 0.45 },
  hope: { rule: 'share', amount: 0.8 },
  'fear-for': { rule: 'mask', amount: 1 },
  relief: { rule: 'share', amount: 0.8 },
  pride: { rule: 'share', amount: 0.8 },
  gratitude: { rule: 'share', amount: 0.9 },
  regret: { rule: 'dampen', amount: 0.4 },
  interest: { rule: 'share', amount: 0.4 },
};

/** The character that ships: warm, steady and calm. It is the one of avatars/mira/character.json. */
export const DEFAULT_CHARACTER: Character = {
  name: 'Mira',
  traits: { openness: 0.4, conscientiousness: 0.4, extraversion: 0.1, agreeableness: 0.7, stability: 0.7 },
  empathy: { joy: 0.7, concern: 0.6, calm: 0.8, reassurance: 0.7 },
  warmth: 0.06,
  display: USUAL_DISPLAY,
  initiative: 0.5,
  verbosity: 0.5,
  humour: 0.3,
};
