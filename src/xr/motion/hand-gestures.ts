import type { Radians, Seconds, SessionTime } from '../../core/index.ts';
import type { BodyPose, Side, TrackedHand } from './body-pose.ts';
import { distance, dot, level, minus, plus, type Point } from './point.ts';
import { createSwings } from './swings.ts';

/** A wave goes 5 cm each way at least, at the fingers. */
const WAVE = { least: 0.05, shortest: 0.06, longest: 0.6, ways: 4 } as const;
/** Fingers are so far from the middle of the palm, in metres. */
const FINGERS = 0.1;
/** A hand that waves is no lower than this under the eyes, one that points than this, and one that is offered lies between these. */
const WAVES_ABOVE = -0.4;
const POINTS_ABOVE = -0.65;
const OFFERED = [-0.85, -0.22] as const;
/** A hand that is held up to be met is at least as high as the chin. */
const HELD_UP = -0.18;

/** A hand that is offered is this far before the eyes, along the floor and towards the agent, in metres. */
const OFFERED_BEFORE = 0.36;
/** A hand that points is this far from its shoulder, and points where the arm does, more or less. */
const STRETCHED = 0.48;
const ALONG_ARM = 0.7;
/** A ray that goes down more steeply than this belongs to an arm that hangs. */
const HANGS = -0.85;
/** Where the shoulders are, seen from between the eyes: below, and to the sides. */
const SHOULDER = { down: 0.22, aside: 0.17 } as const;
/** It is offered to whoever is no farther than this, and within this angle of it. */
const WITHIN_REACH = 1.9;
const TOWARDS: Radians = 0.6;
/** A ray that passes so near to somebody points at nothing beside them; an offered hand points no farther beside them than this. */
const AT_THE_AGENT: Radians = 0.3;
const PAST_THE_AGENT: Radians = 0.45;
/** Held still for so long, a hand means it. */
const HELD: Seconds = 0.35;
/** Still is slower than this, and a ray that turns less than this meanwhile. */
const STILL = 0.25;
const STEADY: Radians = 0.14;
/** The same hand tells the same again only after this, and after it was taken back. */
const AGAIN: Seconds = 1.5;
const GAP: Seconds = 0.3;

/** What a hand tells, for as long as it does. */
export interface HandTelling {
  readonly kind: 'reach' | 'high-five' | 'point';
  readonly since: SessionTime;
  readonly hand: TrackedHand;
}

/** Follows one hand. */
export interface HandGestures {
  /** What the hand tells now; null for nothing. */
  readonly telling: HandTelling | null;
  /**
   * Takes a pose in; tells what the hand has just begun to tell.
   *
   * @param agent between the agent's eyes; null where there is nobody to whom a hand could be offered
   */
  take(pose: BodyPose, agent: Point | null): 'wave' | HandTelling['kind'] | null;
}

export function createHandGestures(side: Side): HandGestures {
  const waves = createSwings(WAVE);
  let last: { readonly at: SessionTime; readonly hand: TrackedHand } | null = null;
  let candidate: { readonly kind: HandTelling['kind']; readonly since: SessionTime; readonly from: TrackedHand } | null = null;
  let telling: HandTelling | null = null;
  let [waved, told] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];

  function lose(): null {
    waves.reset();
    last = candidate = telling = null;
    return null;
  }

  /** Whether a held hand has moved on: as far as it could in the time without being called still. */
  function hasMoved(from: TrackedHand, hand: TrackedHand, took: Seconds): boolean {
    return distance(from.position, hand.position) > Math.max(0.06, STILL * took) || dot(from.direction, hand.direction) < Math.cos(STEADY);
  }

  return {
    get telling() {
      return telling;
    },
    take(pose, agent) {
      const { at, head } = pose;
      const hand = pose[side];
      if (!hand || (last && (at <= last.at || at - last.at > GAP))) lose();
      if (!hand) return null;
      last = { at, hand };

      const facing = level(agent ? minus(agent, head.position) : head.direction) ?? level(head.direction);
      const swung = facing !== null && hand.position.y - head.position.y > WAVES_ABOVE
        ? waves.take(at, dot(minus(plus(hand.position, hand.direction, FINGERS), head.position), { x: -facing.z, y: 0, z: facing.x }))
        : (waves.reset(), false);
      if (swung && at - waved > AGAIN) {
        waved = at;
        candidate = telling = null;
        return 'wave';
      }

      const kind = at - waved > AGAIN ? kindOf(pose, side, hand, agent) : null;
      if (kind === null || (candidate && candidate.kind !== kind)) candidate = telling = null;
      if (kind === null) return null;
      if (!candidate || (telling === null && hasMoved(candidate.from, hand, at - candidate.since))) candidate = { kind, since: at, from: hand };
      if (telling) telling = { ...telling, hand };
      else if (at - candidate.since >= HELD) {
        telling = { kind, since: at, hand };
        const news = at - told > AGAIN;
        told = at;
        return news ? kind : null;
      }
      return null;
    },
  };
}

/** What a hand tells by where it is. */
function kindOf({ head }: BodyPose, side: Side, { position, direction, palm, pointing }: TrackedHand, agent: Point | null): HandTelling['kind'] | null {
  const out = minus(position, head.position);
  const toAgent = agent && minus(agent, head.position);
  const agentAt = toAgent && Math.hypot(toAgent.x, toAgent.z) <= WITHIN_REACH ? level(toAgent) : null;
  const reachesTo = level(out);
  if (agentAt && reachesTo && pointing !== true && dot(out, agentAt) >= OFFERED_BEFORE && dot(reachesTo, agentAt) > Math.cos(TOWARDS)) {
    if (out.y > HELD_UP && (palm === null ? direction.y > 0.4 || besides(position, direction, agent!) < PAST_THE_AGENT : dot(palm, agentAt) > 0.4)) return 'high-five';
    if (out.y >= OFFERED[0] && out.y <= OFFERED[1] && besides(position, direction, agent!) < PAST_THE_AGENT) return 'reach';
  }
  if (pointing === false || out.y < POINTS_ABOVE || direction.y < HANGS || !(pointing === true || isStretched(head, side, position, direction))) return null;
  return agent && besides(position, direction, agent) < AT_THE_AGENT ? null : 'point';
}

/** Whether the arm is stretched out along the ray. */
function isStretched(head: BodyPose['head'], side: Side, position: Point, direction: Point): boolean {
  const facing = level(head.direction);
  if (!facing) return false;
  const right = { x: -facing.z, y: 0, z: facing.x };
  const shoulder = plus(plus(head.position, right, side === 'right' ? SHOULDER.aside : -SHOULDER.aside), { x: 0, y: -1, z: 0 }, SHOULDER.down);
  const arm = minus(position, shoulder);
  return Math.hypot(arm.x, arm.y, arm.z) >= STRETCHED && dot(arm, direction) >= ALONG_ARM * Math.hypot(arm.x, arm.y, arm.z);
}

/** How far beside somebody a ray passes, at whatever height of their body. */
function besides(position: Point, direction: Point, agent: Point): Radians {
  const to = level(minus(agent, position));
  const ray = level(direction);
  return to && ray ? Math.acos(Math.max(-1, Math.min(1, dot(to, ray)))) : Math.PI;
}
