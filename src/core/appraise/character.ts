import type { SignedUnit, Unit } from '../units.ts';

/** Who the agent is, as plain data. */
export interface Character {
  readonly name: string;
  /** How far a clear joy of the player shows on the agent's own face. */
  readonly sharesJoy: Unit;
  /** How much concern shows when the player is sad, afraid or angry; dampened, never mirrored. */
  readonly showsConcern: Unit;
  /** The faint smile of a face that is listening. */
  readonly warmth: Unit;
  /** How excited the agent itself is when nothing happens. */
  readonly restingArousal: SignedUnit;
}

/** The character that ships: warm and calm. */
export const DEFAULT_CHARACTER: Character = { name: 'Mira', sharesJoy: 0.7, showsConcern: 0.45, warmth: 0.06, restingArousal: -0.1 };
