/** Where things stand, in metres; the player looks along -z. */
export const PLACES = { emil: [-1.1, 0, -0.95], mira: [1.1, 0, -0.9], fire: [0, 0.28, -1.72], lanterns: [[-1.1, 2.12, -0.5], [1.1, 2.12, -0.5]] } as const;
