import { type AgentState, certainty, clamp, type Seconds, type SignedUnit, signedUnit, type Unit } from '../../../core/index.ts';

/** What the music is about: the affect that player and agent share. */
export interface MusicalMood {
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
  /** How far the player's valence is known; where it is not, the music is neither major nor minor. */
  readonly known: Unit;
}

/** What the sounds follow; an agent's state has it. */
export type FollowedState = Pick<AgentState, 'affect' | 'appraisal' | 'conversation'>;

/** How long the music takes for 63% of the way to another mood: nobody should hear it turn. */
const INERTIA: Seconds = 12;
/** And for half the scale at least, however far it is. */
const HALF_SCALE: Seconds = 20;

/** Below this much knowledge of the player's valence nothing has a third. */
export const KNOWN: Unit = 0.35;

/** Knowing nothing of anybody. */
export const OPEN_MOOD: MusicalMood = { valence: 0, arousal: 0, known: 0 };

/**
 * The middle between what the player seems to feel and how the agent meets it. So the music is glad with somebody, but
 * stays calmer than they are: the agent's policy of empathy has its say in it.
 */
export function sharedMood({ affect: { estimate }, appraisal: { feeling } }: Pick<FollowedState, 'affect' | 'appraisal'>): MusicalMood {
  return {
    valence: signedUnit((estimate.valence.mean + feeling.valence) / 2),
    arousal: signedUnit((estimate.arousal.mean + feeling.arousal) / 2),
    known: certainty(estimate.valence),
  };
}

/** The mood after it has gone towards another one for a while. */
export function approachMood(from: MusicalMood, to: MusicalMood, elapsed: Seconds): MusicalMood {
  const share = 1 - Math.exp(-Math.max(0, elapsed) / INERTIA);
  const most = Math.max(0, elapsed) / HALF_SCALE;
  const along = (axis: keyof MusicalMood): number => from[axis] + clamp((to[axis] - from[axis]) * share, -most, most);
  return { valence: along('valence'), arousal: along('arousal'), known: along('known') };
}
