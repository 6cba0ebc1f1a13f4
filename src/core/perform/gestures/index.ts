import { FEELING_SCORES } from './feeling.ts';
import { GREETING_SCORES } from './greeting.ts';
import { HEAD_SCORES } from './head.ts';
import type { Score } from './score.ts';
import { TELLING_SCORES } from './telling.ts';

const ALL = { ...HEAD_SCORES, ...GREETING_SCORES, ...FEELING_SCORES, ...TELLING_SCORES };

/** Movements of the head, the hands and the body that the performer knows. */
export type Gesture = keyof typeof ALL;
/** The names of all gestures. */
export const GESTURES = Object.keys(ALL) as Gesture[];

export const SCORES: Readonly<Record<Gesture, Score>> = ALL;
