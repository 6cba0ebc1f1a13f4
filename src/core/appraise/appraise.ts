import type { AffectState } from '../affect/state.ts';
import { clamp, type SignedUnit, signedUnit, type Unit, unit } from '../units.ts';
import type { Character } from './character.ts';
import { faceOf, type Shown, toneOf } from './display.ts';
import type { InnerLife } from './inner-life.ts';
import { usualMood } from './mood.ts';
import { type Need, needsOf, type PossibleNeed } from './needs.ts';

/** What the player may need, and how the agent comes to appear about it. */
export interface Appraisal {
  /** The strongest of the needs. */
  readonly need: Need;
  readonly strength: Unit;
  readonly certainty: Unit;
  /** All of them, the strongest first. */
  readonly needs: readonly PossibleNeed[];
  /** How the agent sounds and carries itself, by its feelings, its mood and its display rules. */
  readonly feeling: { readonly valence: SignedUnit; readonly arousal: SignedUnit };
  /** What shows on its face. */
  readonly display: { readonly emotion: Shown | 'neutral'; readonly weight: Unit };
}

/** How far a full policy of calm slows somebody down before anger, and one of reassurance before fear. */
const CALMED = 0.4;
const QUIETED = 0.5;
const WARMED = 0.15;

/** A mood that is better or worse than usual widens or takes away the faint smile of listening. */
const MOOD_SHOWS = 1.5;

/**
 * Appraises the player's state for the agent, whose inner life is up to the same moment.
 *
 * Beyond its feelings the character has a policy: it meets anger by calm and fear by quiet and warmth, whatever it feels.
 */
export function appraise(affect: AffectState, inner: InnerLife, character: Character): Appraisal {
  const needs = needsOf(affect, inner.risen);
  const { need, strength, certainty } = needs[0]!;
  const asks = (of: Need): Unit => needs.find((each) => each.need === of)?.strength ?? 0;
  const { empathy, display, warmth, traits } = character;
  const calm = empathy.calm * asks('calm');
  const quiet = empathy.reassurance * asks('reassurance');
  const tone = toneOf(inner.felt, display, inner.mood);
  const brighter = inner.mood.pleasure - usualMood(traits).pleasure;
  const listening = unit(warmth * clamp(1 + MOOD_SHOWS * brighter, 0, 2));
  return {
    need, strength, certainty, needs,
    feeling: { valence: signedUnit(tone.valence + WARMED * quiet), arousal: signedUnit(tone.arousal - CALMED * calm - QUIETED * quiet) },
    display: affect.phase === 'absent' && strength === 0 ? { emotion: 'neutral', weight: 0 } : faceOf(inner.felt, display, listening),
  };
}
