import type { MotionSignal } from '../signals/motion.ts';
import { type Baseline, deviation, liveliness } from './baseline.ts';
import { measured } from './belief.ts';
import { type AffectEstimate, unknownEstimate } from './estimate.ts';
import type { Evidence } from './state.ts';

/**
 * How far one is aroused who moves a standard deviation more than usual, and how little that is worth. More movement goes with more
 * arousal (Wallbott 1998; Kleinsmith & Bianchi-Berthouze 2013), but one may also just look around: both sizes are chosen, not learnt.
 */
const AROUSAL = 0.16;
const VARIANCE = 0.35;

/** A deviation that is noticed from here on. */
const NOTICEABLE = 0.8;

/** Reads movements against how this player usually moves. They tell of arousal alone: neither which feeling it is, nor whether a pleasant one. */
export function readMotion(signal: MotionSignal, baseline: Baseline): AffectEstimate {
  const unknown = unknownEstimate(signal.at, 'motion');
  if (signal.speed === null || signal.quality === 0) return unknown;
  return { ...unknown, arousal: measured(AROUSAL * deviation(baseline.motion, liveliness(signal.speed)), VARIANCE / signal.quality) };
}

/** What stood out in the movements. */
export function motionEvidence({ speed, quality }: MotionSignal, baseline: Baseline): Evidence[] {
  if (speed === null) return [];
  const z = deviation(baseline.motion, liveliness(speed));
  if (Math.abs(z) < NOTICEABLE) return [];
  return [{ sense: 'motion', cue: z > 0 ? 'moves-more' : 'moves-less', strength: Math.min(1, Math.abs(z) / 3) * quality }];
}
