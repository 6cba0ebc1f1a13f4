import { EMOTIONS } from '../affect/emotion.ts';
import type { SessionTime, Unit } from '../units.ts';
import { smoothstep, unit } from '../units.ts';
import { type Carriage, poseBody } from './body.ts';
import type { GestureCue } from './cue.ts';
import type { AvatarFrame } from './frame.ts';
import type { Direction, Performance } from './performance.ts';

/** A saccade of this size takes about this long, in seconds (Bahill et al. 1975, small saccades). */
const SACCADE = 0.06;

/** The lids close three times as fast as they open. */
const BLINK_CLOSING_SHARE = 0.25;

/**
 * Fills a frame with what the performance shows at a moment, allocating nothing. The mouth is left
 * alone: it belongs to the voice's own clock.
 *
 * @param motion 1 moves as usual; 0 keeps still for those who prefer reduced motion (expression and
 *   blinking stay, sway and nods go)
 */
export function samplePerformance(performance: Performance, at: SessionTime, motion: Unit, frame: AvatarFrame): void {
  frame.at = at;
  sampleExpression(performance, at, frame);
  sampleGaze(performance, at, frame);
  frame.blink = performance.blink ? lids((at - performance.blink.at) / performance.blink.duration) : 0;
  const { phase, rate, at: since } = performance.breath;
  const cycle = (phase + rate * (at - since)) * 2 * Math.PI;
  carriage.breath = motion * (0.5 - 0.5 * Math.cos(cycle));
  // Two slow incommensurable waves, so that the idle sway never visibly repeats.
  carriage.headYaw = motion * 0.018 * Math.sin(0.31 * at) + motion * 0.012 * Math.sin(0.173 * at + 1);
  carriage.headPitch = motion * 0.012 * Math.sin(0.23 * at + 2);
  carriage.headRoll = motion * 0.014 * Math.sin(0.197 * at + 0.5);
  carriage.lean = 0;
  for (const gesture of performance.gestures) addGesture(gesture, at, motion);
  poseBody(carriage, frame);
}

const carriage: Carriage = { breath: 0, lean: 0, headYaw: 0, headPitch: 0, headRoll: 0 };

function sampleExpression({ expression }: Performance, at: SessionTime, frame: AvatarFrame): void {
  const progress = smoothstep(0, 1, (at - expression.at) / expression.ease);
  for (const emotion of EMOTIONS) {
    const goal = emotion === expression.emotion && emotion !== 'neutral' ? expression.weight : 0;
    frame.emotions[emotion] = expression.from[emotion] + (goal - expression.from[emotion]) * progress;
  }
}

function sampleGaze({ gaze }: Performance, at: SessionTime, frame: AvatarFrame): void {
  const away = smoothstep(0, 1, (at - gaze.at) / SACCADE);
  const back = smoothstep(0, 1, (at - gaze.until) / SACCADE);
  frame.gaze.yaw = (gaze.from.yaw + (gaze.to.yaw - gaze.from.yaw) * away) * (1 - back);
  frame.gaze.pitch = (gaze.from.pitch + (gaze.to.pitch - gaze.from.pitch) * away) * (1 - back);
}

/** Where the gaze is now, as the start of the next movement. */
export function gazeAt({ gaze }: Performance, at: SessionTime): Direction {
  const away = smoothstep(0, 1, (at - gaze.at) / SACCADE);
  const back = smoothstep(0, 1, (at - gaze.until) / SACCADE);
  return {
    yaw: (gaze.from.yaw + (gaze.to.yaw - gaze.from.yaw) * away) * (1 - back),
    pitch: (gaze.from.pitch + (gaze.to.pitch - gaze.from.pitch) * away) * (1 - back),
  };
}

function lids(progress: number): Unit {
  if (progress <= 0 || progress >= 1) return 0;
  return progress < BLINK_CLOSING_SHARE
    ? smoothstep(0, BLINK_CLOSING_SHARE, progress)
    : 1 - smoothstep(BLINK_CLOSING_SHARE, 1, progress);
}

function addGesture(gesture: GestureCue, at: SessionTime, motion: Unit): void {
  const progress = unit((at - gesture.at) / gesture.duration);
  if (progress === 0 || progress === 1) return;
  const envelope = smoothstep(0, 0.25, progress) * (1 - smoothstep(0.7, 1, progress));
  const amount = motion * gesture.strength * envelope;
  switch (gesture.gesture) {
    case 'nod':
      // Two nods, the second smaller, chin down first.
      carriage.headPitch -= amount * 0.16 * Math.max(0, Math.sin(progress * 4 * Math.PI)) * (progress < 0.5 ? 1 : 0.6);
      break;
    case 'tilt':
      carriage.headRoll += amount * 0.14;
      break;
    case 'lean-in':
      carriage.lean += amount * 0.09;
      carriage.headPitch -= amount * 0.03;
      break;
  }
}
