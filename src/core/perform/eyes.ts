import { random, type Seed } from '../seed.ts';
import type { Radians, Seconds, SessionTime, SignedUnit, Unit } from '../units.ts';
import { clamp, smoothstep } from '../units.ts';
import type { Cue } from './cue.ts';
import type { Direction, Gaze, Performance } from './performance.ts';

/** The lids close three times as fast as they open (Evinger et al. 1991). */
const CLOSING_SHARE = 0.25;
const BLINK: Seconds = 0.24;
/** One blink in this many is followed by another at once. */
const DOUBLE_BLINK = 1 / 9;
/** The lids close with turns of the eyes beyond this, about every other time (Evinger et al. 1994). */
const BLINKED_SHIFT: Radians = 0.14;

/** Eyes and mouth of someone a metre away, as directions from between their eyes. */
const LEFT_EYE: Direction = { yaw: 0.03, pitch: 0 };
const RIGHT_EYE: Direction = { yaw: -0.03, pitch: 0 };
const MOUTH: Direction = { yaw: 0, pitch: -0.07 };

/** The time between looks away, and how long they last: listeners look longest, thinkers least (Argyle & Cook 1976). */
const AWAY = {
  listening: { every: 5, hold: 0.7, up: 0 },
  speaking: { every: 2.4, hold: 0.9, up: 0.04 },
  thinking: { every: 1, hold: 1.3, up: 0.13 },
} as const;

/** How long a saccade takes: longer the farther it goes (the main sequence, Bahill et al. 1975). */
export function saccadeTime(from: Direction, to: Direction): Seconds {
  const degrees = (Math.hypot(to.yaw - from.yaw, to.pitch - from.pitch) * 180) / Math.PI;
  return 0.021 + 0.0022 * degrees;
}

/** Where the eyes are; writes into `out` and gives it back. */
export function gazeAt({ from, to, at: since }: Gaze, at: SessionTime, out: { yaw: Radians; pitch: Radians }): Direction {
  const share = smoothstep(0, saccadeTime(from, to), at - since);
  out.yaw = from.yaw + (to.yaw - from.yaw) * share;
  out.pitch = from.pitch + (to.pitch - from.pitch) * share;
  return out;
}

export function lookAt(gaze: Gaze, to: Direction, at: SessionTime, until: SessionTime | null): Gaze {
  return { from: { ...gazeAt(gaze, at, { yaw: 0, pitch: 0 }) }, to, at, until };
}

/** How far the lids are closed. */
export function lidsAt({ blink }: Performance, at: SessionTime): Unit {
  const progress = blink ? (at - blink.at) / blink.duration : 0;
  if (!(progress > 0 && progress < 1)) return 0;
  return progress < CLOSING_SHARE ? smoothstep(0, CLOSING_SHARE, progress) : 1 - smoothstep(CLOSING_SHARE, 1, progress);
}

/** Lets the lids blink and the eyes wander over the player's face, away from it and back. */
export function moveEyes(performance: Performance, at: SessionTime, arousal: SignedUnit, seed: Seed, cues: Cue[]): readonly [Performance, Seed] {
  const chances: number[] = [];
  let next = performance;
  for (let i = 0; i < 4; i++) {
    const [chance, after] = random(seed);
    chances.push(chance);
    seed = after;
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = chances;
  const { until } = next.gaze;
  if (until === null ? at >= next.nextGlance : at >= until) {
    const { every, hold, up } = AWAY[next.manner];
    if (until !== null) next = { ...next, gaze: lookAt(next.gaze, facePart(first), at, null), nextGlance: at + every * (0.6 + 0.8 * second) };
    else {
      const away = { yaw: (first < 0.5 ? -1 : 1) * (0.09 + 0.12 * second), pitch: up + 0.1 * (third - 0.6) };
      const lasting = hold * (0.6 + 0.8 * third);
      cues.push({ kind: 'gaze', at, ...away, hold: lasting });
      next = { ...next, gaze: lookAt(next.gaze, away, at, at + lasting) };
    }
  } else if (until === null && at >= next.nextFixation) {
    next = { ...next, gaze: lookAt(next.gaze, facePart(first), at, null), nextFixation: at + 0.4 + 1.4 * second };
  }
  const { from, to } = next.gaze;
  const shifted = next.gaze !== performance.gaze && Math.hypot(to.yaw - from.yaw, to.pitch - from.pitch) > BLINKED_SHIFT && third < 0.45;
  const open = next.blink === null || at >= next.blink.at + next.blink.duration;
  if (open && (shifted || at >= next.nextBlink)) {
    const blink = { kind: 'blink', at, duration: BLINK } as const;
    cues.push(blink);
    // 10 to 25 blinks a minute, more when aroused or speaking (Bentivoglio et al. 1997).
    const mean = clamp(4 - 1.5 * arousal - (next.manner === 'speaking' ? 1 : 0), 1.8, 6);
    next = { ...next, blink, nextBlink: at + (fourth < DOUBLE_BLINK ? 1.3 * BLINK : mean * (0.4 + 1.2 * fourth)) };
  }
  return [next, seed];
}

function facePart(chance: Unit): Direction {
  if (chance < 0.4) return LEFT_EYE;
  return chance < 0.75 ? RIGHT_EYE : MOUTH;
}
