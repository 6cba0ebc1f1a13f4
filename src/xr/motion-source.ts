import type { Clock, SessionTime, SignalSink, SignalSource } from '../core/index.ts';
import type { BodyPose } from './motion/body-pose.ts';
import type { HandTelling } from './motion/hand-gestures.ts';
import { createMotionReader, type MotionReader } from './motion/motion-reader.ts';
import type { Point } from './motion/point.ts';

/** The sense for movements; a scene gives it poses, picture by picture. */
export interface MotionSource extends SignalSource {
  /** What the hands tell at the moment. */
  readonly telling: readonly HandTelling[];
  /** The session's time while the sense is open; null otherwise. */
  now(): SessionTime | null;
  /** Reads a pose. Does nothing while the sense is not open. @param agent between the agent's eyes */
  take(pose: BodyPose, agent: Point | null): void;
  /** Forgets the movements before, as after a break. */
  reset(): void;
}

/** Makes the sense for movements. {@link createEncounter} attaches one by itself; make your own to give it poses from elsewhere. */
export function createMotionSource(): MotionSource {
  let open: { readonly clock: Clock; readonly sink: SignalSink } | null = null;
  let reader: MotionReader = createMotionReader();
  const tell = (status: 'live' | 'off'): void => open?.sink.event({ type: 'sense', at: open.clock.now(), sense: 'motion', status, problem: null });
  return {
    sense: 'motion',
    get telling() {
      return open ? reader.telling : [];
    },
    now: () => open?.clock.now() ?? null,
    async start(clock, sink) {
      open = { clock, sink };
      reader = createMotionReader();
      tell('live');
    },
    async stop() {
      tell('off');
      open = null;
    },
    take(pose, agent) {
      const signal = open && reader.take(pose, agent);
      if (open && signal) open.sink.event({ type: 'signal', at: open.clock.now(), signal });
    },
    reset() {
      reader = createMotionReader();
    },
  };
}
