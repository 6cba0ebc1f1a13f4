import type { Unit } from '../../core/index.ts';

/** How sure words are taken to be whose recogniser doesn't tell: enough to be answered, not enough to be believed. */
export const UNTOLD: Unit = 0.6;
