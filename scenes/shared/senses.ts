import type { AffectEstimate } from 'attune';

/** A sense, or all of them together. */
export type Origin = AffectEstimate['origin'];

/** A sense with a device of its own. */
export type OpenSense = 'face' | 'voice';

/** The one hue of a sense, everywhere. Never the only carrier of a meaning: names or dashes go with it. */
export const hue = (origin: Origin): string => `var(--sense-${origin})`;

/** How lines of a sense are drawn, for those who don't see the hue. */
export const DASHES: Readonly<Record<Origin, readonly number[]>> = { face: [6, 3], voice: [2, 3], text: [8, 3, 2, 3], context: [1, 3], report: [10, 3], motion: [4, 2, 1, 2, 1, 2], fused: [] };
