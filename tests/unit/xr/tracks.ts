import { random } from 'attune';
import type { BodyPose, Point, TrackedHand } from 'attune/xr';

/** How a made player is followed. */
export interface Tracking {
  /** Pictures a second. */
  readonly rate: number;
  /** Standard deviations of what the headset gets wrong: places in metres, angles in radians. */
  readonly jitter: number;
  readonly tremor: number;
  readonly seed: number;
}

/** Where the head is turned, and where hands are. */
export interface Held {
  readonly eyes?: Point;
  /** To the player's left, and up. */
  readonly yaw?: number;
  readonly pitch?: number;
  readonly right?: Partial<TrackedHand> | null;
  readonly left?: Partial<TrackedHand> | null;
}

export const EYES: Point = { x: 0, y: 1.6, z: 0 };
/** Hanging beside the hips. */
const HANGING: TrackedHand = { position: { x: 0.25, y: 0.85, z: 0.02 }, direction: { x: 0, y: -0.96, z: -0.28 }, palm: null, pointing: null };

export function towards(yaw: number, pitch: number): Point {
  return { x: -Math.sin(yaw) * Math.cos(pitch), y: Math.sin(pitch), z: -Math.cos(yaw) * Math.cos(pitch) };
}

/** A made player, picture by picture, with all that tracking gets wrong. */
export function* follow(seconds: number, { rate, jitter, tremor, seed }: Tracking, held: (at: number) => Held, from = 0): Generator<BodyPose> {
  let state = seed >>> 0;
  const gauss = (): number => {
    const [a, next] = random(state);
    const [b, last] = random(next);
    state = last;
    return Math.sqrt(-2 * Math.log(Math.max(1e-12, a))) * Math.cos(2 * Math.PI * b);
  };
  const placed = ({ x, y, z }: Point): Point => ({ x: x + jitter * gauss(), y: y + jitter * gauss(), z: z + jitter * gauss() });
  const hand = (given: Partial<TrackedHand> | null | undefined, side: 1 | -1): TrackedHand | null => {
    if (given === null) return null;
    const usual = { ...HANGING, position: { ...HANGING.position, x: side * HANGING.position.x } };
    const made = { ...usual, ...given };
    return { ...made, position: placed(made.position) };
  };
  for (let i = 0; i < seconds * rate; i += 1) {
    // Pictures come a little late now and then.
    const at = from + (i + 0.1 * Math.abs(gauss())) / rate;
    const { eyes = EYES, yaw = 0, pitch = 0, left, right } = held(at);
    yield { at, head: { position: placed(eyes), direction: towards(yaw + tremor * gauss(), pitch + tremor * gauss()) }, left: hand(left, -1), right: hand(right, 1) };
  }
}

/** Swings that begin and end at rest. */
export function swinging(at: number, begin: number, cycles: number, period: number, size: number): number {
  const time = at - begin;
  if (time < 0 || time > cycles * period) return 0;
  return size * Math.sin((2 * Math.PI * time) / period);
}
