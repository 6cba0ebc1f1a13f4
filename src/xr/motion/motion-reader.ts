import type { MotionSignal, PlayerGesture } from '../../core/index.ts';
import { type BodyPose, SIDES } from './body-pose.ts';
import { createHandGestures, type HandTelling } from './hand-gestures.ts';
import { createHeadGestures } from './head-gestures.ts';
import { createLivelinessMeter, type Liveliness } from './liveliness.ts';
import { distance, type Point } from './point.ts';

/** Who comes nearer than this has come close, and again once they went back beyond the other; in metres along the floor. */
const CLOSE = 0.75;
const NO_LONGER_CLOSE = 1;

/** Reads the movements of one player: purely, from poses with their times, so that the same poses give the same signals. */
export interface MotionReader {
  /** What the hands tell at the moment. */
  readonly telling: readonly HandTelling[];
  /**
   * Takes a pose in. How lively somebody moves is told twice a second, a gesture at once.
   *
   * @param agent between the agent's eyes; null where none is there
   */
  take(pose: BodyPose, agent: Point | null): MotionSignal | null;
}

/**
 * Makes a reader of head and hands, for poses that a scene gets from elsewhere than WebXR. {@link createMotionSource} makes a sense of it.
 *
 * @param source the `source` of its signals
 * @example
 * import { createMotionReader } from 'attune/xr';
 *
 * const reader = createMotionReader('replay');
 * const head = { position: { x: 0, y: 1.6, z: 0 }, direction: { x: 0, y: 0, z: -1 } };
 * const signal = reader.take({ at: 0.5, head, left: null, right: null }, null); // null until there is something to tell
 */
export function createMotionReader(source = 'headset'): MotionReader {
  const head = createHeadGestures();
  const hands = SIDES.map((side) => createHandGestures(side));
  const meter = createLivelinessMeter();
  let lately: Liveliness = { window: 0, speed: 0, stillness: 0 };
  let isClose = false;

  function approach(at: Point, agent: Point | null): 'approach' | null {
    if (!agent) return null;
    const away = distance({ ...at, y: 0 }, { ...agent, y: 0 });
    const came = !isClose && away < CLOSE;
    isClose = away < (isClose ? NO_LONGER_CLOSE : CLOSE);
    return came ? 'approach' : null;
  }

  return {
    get telling() {
      return hands.flatMap(({ telling }) => telling ?? []);
    },
    take(pose, agent) {
      const measured = meter.take(pose);
      const told: readonly (PlayerGesture | null)[] = [...hands.map((hand) => hand.take(pose, agent)), head.take(pose), approach(pose.head.position, agent)];
      const gesture = told.find((each) => each !== null) ?? null;
      if (measured) lately = measured;
      if (!measured && gesture === null) return null;
      // Before anything was measured its window is 0: then it is not known how lively somebody moves.
      const { window, speed, stillness } = lately;
      return { kind: 'motion', at: pose.at, latency: 0, source, quality: 1, window, speed: window === 0 ? null : Math.min(50, speed), stillness, gesture };
    },
  };
}
