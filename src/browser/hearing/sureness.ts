import type { Unit } from '../../core/index.ts';

/**
 * The geometric mean of the chances that the model gave its tokens is 0.9 and more for words that it heard well, and
 * about 0.45 for what it makes up of other languages, of babble and of speech played backwards. This curve brings 0.65, which
 * parts the two best (`npm run evaluate -- hearing` prints both), to 0.4, under which the agent asks again; above it, it is about the
 * share of words that are right.
 */
const MIDDLE: Unit = 0.695;
const SLOPE = 9;

/** Words as sure as this are told as they were first made out; others are looked for again, more thoroughly, once they are final. */
export const CLEAR: Unit = 0.8;

/** A text that was cut off for going round in circles, or for being too long, is hardly what was said. */
const BROKEN_OFF: Unit = 0.3;

/**
 * How far words can be trusted.
 *
 * @param chances that the model gave each of its tokens, the end included; at least one
 * @param brokenOff whether the model did not come to an end by itself
 */
export function sureness(chances: readonly Unit[], brokenOff: boolean): Unit {
  const mean = Math.exp(chances.reduce((sum, chance) => sum + Math.log(Math.max(chance, 1e-9)), 0) / chances.length);
  const sure = 1 / (1 + Math.exp(-SLOPE * (mean - MIDDLE)));
  return brokenOff ? Math.min(sure, BROKEN_OFF) : sure;
}
