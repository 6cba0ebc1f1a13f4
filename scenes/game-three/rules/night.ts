/** The game itself, with no picture and no clock: what falls, what is caught, and how a night ends. */

/** In metres; x from left to right, y above the ground. */
export const FIELD = { left: -1.5, right: 0.55, top: 2.5, jar: 0.42 } as const;

/** So many lights fill the jar, and so many may be missed. */
export const NEEDED = 10;
export const SPARE = 5;

/** How far from the middle of the jar something still goes in, in metres. */
const REACH = 0.2;
/** How fast the jar follows, in metres a second. */
const JAR_SPEED = 2.6;

export interface Falling {
  readonly id: number;
  readonly kind: 'light' | 'burr';
  readonly x: number;
  readonly y: number;
  /** Metres a second. */
  readonly speed: number;
  /** Where in its swaying it is, in radians. */
  readonly phase: number;
}

export interface Night {
  readonly number: number;
  readonly stage: 'falling' | 'won' | 'lost';
  readonly jar: number;
  readonly caught: number;
  readonly missed: number;
  readonly falling: readonly Falling[];
  /** Seconds until the next one. */
  readonly next: number;
  readonly made: number;
}

/** What happened in a step, for whoever draws, sounds or tells it. */
export type Happening =
  | { readonly what: 'caught' | 'missed' | 'burr'; readonly x: number; readonly y: number }
  | { readonly what: 'won' | 'lost' };

/** How hard it is, out of the difficulty in [0, 1]. */
export interface Pace {
  /** Metres a second. */
  readonly fall: number;
  /** Seconds between two. */
  readonly every: number;
  /** The share of burrs among what falls. */
  readonly burrs: number;
}

export const paceOf = (difficulty: number): Pace => ({ fall: 0.4 + 0.95 * difficulty, every: 2.1 - 1.35 * difficulty, burrs: 0.32 * difficulty });

export const beginNight = (number: number): Night => ({ number, stage: 'falling', jar: (FIELD.left + FIELD.right) / 2, caught: 0, missed: 0, falling: [], next: 0.8, made: 0 });

/**
 * One step of the night.
 *
 * @param wish where the player wants the jar to be
 * @param random in [0, 1), asked for each thing that begins to fall
 */
export function stepNight(night: Night, wish: number, pace: Pace, delta: number, random: () => number): readonly [Night, readonly Happening[]] {
  if (night.stage !== 'falling') return [night, []];
  const jar = toward(night.jar, clampTo(wish), JAR_SPEED * delta);
  const happenings: Happening[] = [];
  let { caught, missed, next, made } = night;
  const falling: Falling[] = [];

  for (const thing of night.falling) {
    const y = thing.y - thing.speed * delta;
    const phase = thing.phase + 1.7 * delta;
    const x = clampTo(thing.x + 0.12 * Math.cos(phase) * delta);
    const passes = thing.y >= FIELD.jar && y < FIELD.jar;
    if (passes && Math.abs(x - jar) <= REACH) {
      if (thing.kind === 'light') caught += 1;
      else missed += 1;
      happenings.push({ what: thing.kind === 'light' ? 'caught' : 'burr', x, y: FIELD.jar });
    } else if (y > 0) {
      falling.push({ ...thing, x, y, phase });
    } else if (thing.kind === 'light') {
      missed += 1;
      happenings.push({ what: 'missed', x, y: 0 });
    }
  }

  next -= delta;
  if (next <= 0) {
    falling.push({
      id: made, kind: made > 2 && random() < pace.burrs ? 'burr' : 'light', y: FIELD.top,
      x: FIELD.left + (FIELD.right - FIELD.left) * random(), speed: pace.fall * (0.85 + 0.3 * random()), phase: 2 * Math.PI * random(),
    });
    made += 1;
    next += pace.every;
  }

  const stage = caught >= NEEDED ? 'won' : missed > SPARE ? 'lost' : 'falling';
  if (stage !== 'falling') happenings.push({ what: stage });
  return [{ ...night, stage, jar, caught, missed, falling: stage === 'falling' ? falling : [], next, made }, happenings];
}

const clampTo = (x: number): number => Math.min(FIELD.right, Math.max(FIELD.left, x));
const toward = (from: number, to: number, most: number): number => from + Math.min(most, Math.max(-most, to - from));
