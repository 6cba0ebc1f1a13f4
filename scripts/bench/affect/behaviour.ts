import type { Emotion } from '../../../src/core/affect/emotion.ts';
import type { Category } from '../../../src/core/affect/machine.ts';
import type { Follower } from './followers.ts';
import { type Look, RATE, watch } from './looks.ts';

/** What is followed under one noise: steps and ramps to some emotions, and a face that stays neutral. */
export interface Course {
  readonly steps: readonly { readonly aim: Emotion; readonly looks: readonly Look[] }[];
  readonly ramps: readonly { readonly aim: Emotion; readonly looks: readonly Look[] }[];
  /** Ten minutes each. */
  readonly neutral: readonly (readonly Look[])[];
}

const AIMS: readonly Emotion[] = ['happiness', 'anger', 'surprise', 'sadness'];
const STEPS = 120;
const BEGINS = 6;
/** A change that is not told by then is missed, and counts as told then. */
const PATIENCE = 4;
const RAMP = 3;
export const MINUTES = 10;
/** Of {@link MINUTES} each. */
const BLOCKS = 18;
export const HOURS = (BLOCKS * MINUTES) / 60;

/** Settings of ours were chosen with seeds from 90,000 on. */
export function makeCourse(noise: string, seed: number): Course {
  const changing = (share: (at: number) => number, lasts: number, first: number) => Array.from({ length: STEPS }, (_, i) => {
    const aim = AIMS[i % AIMS.length]!;
    return { aim, looks: watch(noise, (at) => ({ [aim]: share(at), neutral: 1 - share(at) }), BEGINS + lasts, first + i, false) };
  });
  return {
    steps: changing((at) => (at < BEGINS ? 0 : 1), PATIENCE, seed),
    ramps: changing((at) => Math.min(1, Math.max(0, (at - BEGINS) / RAMP)), RAMP + PATIENCE, seed + STEPS),
    neutral: Array.from({ length: BLOCKS }, (_, block) => watch(noise, () => ({ neutral: 1 }), 60 * MINUTES, seed + 1000 + block, true)),
  };
}

/** When each change was told, in seconds after it began. */
export function delaysOf(changes: Course['steps'], create: () => Follower): { readonly mean: number; readonly median: number; readonly missed: number } {
  const delays = changes.map(({ aim, looks }) => {
    const follow = create();
    return (looks.find((look) => follow(look).category === aim && look.at >= BEGINS)?.at ?? Infinity) - BEGINS;
  });
  const counted = delays.map((delay, i) => Math.min(delay, changes[i]!.looks.at(-1)!.at - BEGINS));
  return {
    mean: counted.reduce((sum, delay) => sum + delay, 0) / counted.length,
    median: counted.toSorted((a, b) => a - b)[counted.length >> 1]!,
    missed: delays.filter((delay) => delay === Infinity).length,
  };
}

/** How far the probability of what is shown goes beyond where it comes to rest, on average. */
export function overshootOf(changes: Course['steps'], create: () => Follower): number {
  return changes.reduce((sum, { aim, looks }) => {
    const follow = create();
    const after = looks.map((look) => ({ at: look.at, share: follow(look).emotions[aim] })).filter(({ at }) => at >= BEGINS).map(({ share }) => share);
    const rest = after.slice(-2 * RATE);
    return sum + (Math.max(...after) - rest.reduce((total, share) => total + share, 0) / rest.length) / changes.length;
  }, 0);
}

/** Of one block: how often another feeling than the true one, neutral, came to be told, and for which share of the time neutral was. */
export interface Steadiness {
  readonly transitions: number;
  readonly right: number;
}

/** That nothing stands out is not false, though not right. */
export function steadinessOf(neutral: Course['neutral'], create: () => Follower): Steadiness[] {
  return neutral.map((looks) => {
    const follow = create();
    let last: Category = null;
    let [transitions, right] = [0, 0];
    for (const look of looks) {
      const { category } = follow(look);
      if (category !== last && category !== null && category !== 'neutral') transitions += 1;
      if (category === 'neutral') right += 1 / looks.length;
      last = category;
    }
    return { transitions, right };
  });
}
