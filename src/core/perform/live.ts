import type { Seed } from '../seed.ts';
import type { SessionTime, SignedUnit } from '../units.ts';
import { clamp } from '../units.ts';
import type { Cue } from './cue.ts';
import { sendTo } from './easing.ts';
import { moveEyes } from './eyes.ts';
import { stillPlaying } from './gestures/playing.ts';
import { type Manner, type Performance, RESTING_BREATH } from './performance.ts';
import { type Posture } from './postures.ts';

/** A posture is taken up in about this time. */
export const POSTURE_EASE = 1.1;

/** A performance, the cues that changed it, and the seed after the chances it took. */
export interface Acted {
  readonly performance: Performance;
  readonly cues: readonly Cue[];
  readonly seed: Seed;
}

/** Lets time pass for everything that moves by itself: lids, eyes, breath, and the gestures that end. */
export function liveOn(performance: Performance, at: SessionTime, arousal: SignedUnit, manner: Manner, seed: Seed): Acted {
  const cues: Cue[] = [];
  const next: Performance = {
    ...performance,
    gestures: stillPlaying(performance.gestures, at),
    breath: breathe(performance.breath, at, arousal),
    manner,
    speech: sendTo(performance.speech, manner === 'speaking' ? 1 : 0, at, manner === 'speaking' ? 0.5 : 0.8),
    // Who begins to think or to speak looks away first (Kendon 1967).
    nextGlance: manner !== performance.manner && manner !== 'listening' ? at : performance.nextGlance,
  };
  const [moved, after] = moveEyes(next, at, arousal, seed, cues);
  return { performance: moved, cues, seed: after };
}

/** Takes up a posture, from whatever mixture there is. */
export function takePosture(performance: Performance, posture: Posture, at: SessionTime): Performance {
  const to = (stance: Exclude<Posture, 'neutral'>) => sendTo(performance.stances[stance], posture === stance ? 1 : 0, at, POSTURE_EASE);
  return { ...performance, posture, stances: { open: to('open'), closed: to('closed'), 'leaning-in': to('leaning-in') }, askedPosture: null };
}

/** Changes the rate and the depth of breathing without a jump in the chest (Boiten et al. 1994: faster and, in high spirits, deeper). */
function breathe(breath: Performance['breath'], at: SessionTime, arousal: SignedUnit): Performance['breath'] {
  const rate = RESTING_BREATH * (1 + 0.4 * arousal);
  if (Math.abs(rate - breath.rate) < 0.005) return breath;
  const depth = sendTo(breath.depth, clamp(0.8 + 0.25 * arousal, 0.5, 1), at, 3);
  return { phase: (breath.phase + breath.rate * (at - breath.at)) % 1, rate, at, depth };
}
