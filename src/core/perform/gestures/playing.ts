import type { Seconds, SessionTime, Unit } from '../../units.ts';
import { smoothstep, unit } from '../../units.ts';
import { type Gesture, SCORES } from './index.ts';
import type { Score, Track } from './score.ts';

/** A gesture under way. */
export interface Playing {
  readonly gesture: Gesture;
  readonly at: SessionTime;
  readonly strength: Unit;
  /** When it begins to be given up; null when it runs its course. */
  readonly dropped: SessionTime | null;
}

/** How long a gesture that is given up takes to be gone. */
export const DROP: Seconds = 0.28;

/** Nobody makes more gestures at once; what is asked for beyond that is left out. */
const MOST = 8;

/** A left hand that trails behind is gone this much later. */
const LAST_LAG: Seconds = 0.1;

/**
 * Begins a gesture among those under way, which stay in the order in which they lay hold of the body.
 *
 * One of the same name gives way, and so do arm gestures that matter no more than this one: once it
 * has the arms, so that they go straight from one to the other.
 */
export function begin(playing: readonly Playing[], gesture: Gesture, strength: Unit, at: SessionTime): readonly Playing[] {
  const score = SCORES[gesture];
  const begun: Playing = { gesture, at, strength: unit(strength), dropped: null };
  if (begun.strength === 0 || playing.length >= MOST) return playing;
  const others = playing.map((other) => {
    const outdone = score.arms && SCORES[other.gesture].arms && SCORES[other.gesture].priority <= score.priority;
    if (outdone) return giveUp(other, at + score.attack);
    return other.gesture === gesture ? giveUp(other, at) : other;
  });
  const above = others.findIndex((other) => SCORES[other.gesture].priority > score.priority);
  return above < 0 ? [...others, begun] : [...others.slice(0, above), begun, ...others.slice(above)];
}

/** Gives up all gestures, or only those that use the arms. */
export function giveUpAll(playing: readonly Playing[], at: SessionTime, armsOnly = false): readonly Playing[] {
  return playing.map((each) => (armsOnly && !SCORES[each.gesture].arms ? each : giveUp(each, at)));
}

/** Leaves out what is over. */
export function stillPlaying(playing: readonly Playing[], at: SessionTime): readonly Playing[] {
  return playing.some((each) => isOver(each, at)) ? playing.filter((each) => !isOver(each, at)) : playing;
}

function giveUp(playing: Playing, at: SessionTime): Playing {
  return playing.dropped !== null && playing.dropped <= at ? playing : { ...playing, dropped: at };
}

function isOver({ gesture, at: since, dropped }: Playing, at: SessionTime): boolean {
  return at > since + SCORES[gesture].seconds + LAST_LAG || (dropped !== null && at > dropped + DROP);
}

/**
 * How much of a gesture shows at a moment. It swings a little back before it comes and a little past
 * its pose as it arrives, so it may leave [0, 1] by `overshoot`.
 */
export function presence(score: Score, { at: since, dropped }: Playing, at: SessionTime, lag: Seconds, overshoot: Unit): number {
  const time = at - since - lag;
  const come = time / score.attack;
  const rise = smoothstep(0, 1, come) + overshoot * (hump(0.8, 1.6, come) - 0.5 * hump(0, 0.4, come));
  const stay = 1 - smoothstep(score.seconds - score.release, score.seconds, time);
  return rise * stay * (dropped === null ? 1 : 1 - smoothstep(dropped, dropped + DROP, at));
}

/** A track's value at a moment. */
export function valueOf(track: Track<number>, time: Seconds): number {
  let [, value] = track[0] ?? [0, 0];
  for (let i = 1; i < track.length; i++) {
    const [from, to] = [track[i - 1], track[i]];
    if (from && to) value += (to[1] - from[1]) * smoothstep(from[0], to[0], time);
  }
  return value;
}

/** 0 outside of two points, 1 midway between them. */
function hump(from: number, to: number, value: number): Unit {
  const share = unit((value - from) / (to - from));
  return Math.sin(Math.PI * share) ** 2;
}
