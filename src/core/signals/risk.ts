/** Somebody may be in danger now. */
export const CRISES = ['self-harm', 'abuse', 'medical', 'other-in-danger'] as const;
/** The kind of danger that somebody seems to be in. */
export type Crisis = (typeof CRISES)[number];

/** What a reader heard of danger: which crisis it takes the message for, that it may be one, or null for none. */
export type HeardDanger = Crisis | 'unsure' | null;

/** What asks for a boundary, and what a reader may hear beside the rules. */
export const BOUNDARIES = ['minor', 'therapist', 'sexual', 'hate', 'override'] as const;

/** Which boundary a reader takes the message to ask for: from a minor, for a therapist, for sexual talk, for hate, to drop the agent's rules; null for none. */
export type HeardBoundary = (typeof BOUNDARIES)[number] | null;

/**
 * What in the player's words calls for care before anything else is done about them: crises first; then `unsure`, where somebody may be in danger or only talk
 * like it; then what asks for a boundary.
 */
export const RISKS = [...CRISES, 'unsure', ...BOUNDARIES, 'ai-question'] as const;
/** What calls for care in a message, as one of {@link RISKS}; where none does, it is null. */
export type Risk = (typeof RISKS)[number];

/**
 * Whether a risk is a crisis: one that people, not an agent, must help with. `unsure` is none yet.
 *
 * @example
 * import { isCrisis } from 'attune';
 *
 * isCrisis('self-harm'); // true
 * isCrisis('unsure'); // false: the agent asks first
 * isCrisis(null); // false
 */
export function isCrisis(risk: Risk | null): risk is Crisis {
  return CRISES.some((crisis) => crisis === risk);
}
