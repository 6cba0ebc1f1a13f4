import type { Seed } from '../seed.ts';
import type { Emotion } from '../affect/emotion.ts';
import type { Radians, Seconds, SessionTime, Unit } from '../units.ts';
import type { BlinkCue } from './cue.ts';
import { type Easing, resting } from './easing.ts';
import { blankFace, type Expression } from './expression.ts';
import type { Playing } from './gestures/playing.ts';
import type { Posture } from './postures.ts';

/** What the character is doing with its attention; eyes, lids and hands follow. */
export type Manner = 'listening' | 'thinking' | 'speaking';

/**
 * All that moves, as it was last told to move; {@link samplePerformance} says where everything is at
 * any moment since.
 */
export interface Performance {
  readonly expression: Expression;
  /** The emotion that was asked for last, which may still be on its way. */
  readonly shown: { readonly emotion: Emotion; readonly weight: Unit };
  readonly gaze: Gaze;
  readonly blink: BlinkCue | null;
  /** In the order in which they lay hold of the body: the last one prevails. */
  readonly gestures: readonly Playing[];
  readonly posture: Posture;
  /** How much of each posture there is. */
  readonly stances: Readonly<Record<Exclude<Posture, 'neutral'>, Easing>>;
  readonly breath: { readonly phase: number; readonly rate: number; readonly at: SessionTime; readonly depth: Easing };
  readonly manner: Manner;
  /** How far speech moves head and hands. */
  readonly speech: Easing;
  /** Added to the time of what wanders idly, so that no two characters sway together. */
  readonly wandering: Seconds;
  /** An expression that is asked for but must last before it is shown: nobody mirrors a flicker. */
  readonly asked: { readonly emotion: Emotion; readonly weight: Unit; readonly since: SessionTime } | null;
  /** The same for a posture. */
  readonly askedPosture: { readonly posture: Posture; readonly since: SessionTime } | null;
  readonly nextBlink: SessionTime;
  /** When the eyes look away next. */
  readonly nextGlance: SessionTime;
  /** When they go to another part of the player's face. */
  readonly nextFixation: SessionTime;
}

/** Where the eyes look beside the player's eyes, in radians; 0, 0 is eye contact. */
export interface Direction {
  readonly yaw: Radians;
  readonly pitch: Radians;
}

/** The eyes' last movement. */
export interface Gaze {
  readonly from: Direction;
  readonly to: Direction;
  readonly at: SessionTime;
  /** When they come back to the player's face; null when they are there. */
  readonly until: SessionTime | null;
}

/** Breaths a second at rest, about thirteen a minute. */
export const RESTING_BREATH = 0.22;

export function restingPerformance(at: SessionTime, seed: Seed = 0): Performance {
  const ahead = { yaw: 0, pitch: 0 };
  const still = resting(0, at);
  return {
    expression: blankFace(at),
    shown: { emotion: 'neutral', weight: 0 },
    gaze: { from: ahead, to: ahead, at, until: null },
    blink: null,
    gestures: [],
    posture: 'neutral',
    stances: { open: still, closed: still, 'leaning-in': still },
    breath: { phase: 0, rate: RESTING_BREATH, at, depth: resting(0.8, at) },
    manner: 'listening',
    speech: still,
    wandering: (seed % 1013) * 7.3,
    asked: null,
    askedPosture: null,
    nextBlink: at + 1.5,
    nextGlance: at + 4,
    nextFixation: at + 1,
  };
}
