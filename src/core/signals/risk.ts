/**
 * What in the player's words calls for care before anything else is done about them. The first four are crises: somebody
 * may be in danger now.
 */
export const RISKS = ['self-harm', 'abuse', 'medical', 'other-in-danger', 'minor', 'therapist', 'sexual', 'hate', 'override'] as const;
export type Risk = (typeof RISKS)[number];
