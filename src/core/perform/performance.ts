import { byEmotion, type Emotion } from '../affect/emotion.ts';
import type { Radians, Seconds, SessionTime, Unit } from '../units.ts';
import type { BlinkCue, GestureCue } from './cue.ts';

/**
 * All that moves, as it was last told to move; {@link samplePerformance} says where everything is at
 * any moment since.
 */
export interface Performance {
  readonly expression: {
    readonly from: Readonly<Record<Emotion, Unit>>;
    readonly emotion: Emotion;
    readonly weight: Unit;
    readonly at: SessionTime;
    readonly ease: Seconds;
  };
  readonly gaze: {
    readonly from: Direction;
    readonly to: Direction;
    readonly at: SessionTime;
    readonly until: SessionTime;
  };
  readonly blink: BlinkCue | null;
  readonly gestures: readonly GestureCue[];
  readonly breath: { readonly phase: number; readonly rate: number; readonly at: SessionTime };
  /** An expression that is asked for but must last before it is shown: nobody mirrors a flicker. */
  readonly asked: { readonly emotion: Emotion; readonly weight: Unit; readonly since: SessionTime } | null;
  readonly nextBlink: SessionTime;
  readonly nextGlance: SessionTime;
}

export interface Direction {
  readonly yaw: Radians;
  readonly pitch: Radians;
}

/** Breaths a second at rest, about thirteen a minute. */
export const RESTING_BREATH = 0.22;

export function restingPerformance(at: SessionTime): Performance {
  const ahead = { yaw: 0, pitch: 0 };
  return {
    expression: { from: byEmotion(() => 0), emotion: 'neutral', weight: 0, at, ease: 1 },
    gaze: { from: ahead, to: ahead, at, until: at },
    blink: null,
    gestures: [],
    breath: { phase: 0, rate: RESTING_BREATH, at },
    asked: null,
    nextBlink: at + 1.5,
    nextGlance: at + 4,
  };
}
