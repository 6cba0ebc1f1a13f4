import type { Appraisal } from '../appraise/appraise.ts';
import type { Need } from '../appraise/needs.ts';
import type { EmpathyPlan } from '../plan/plan.ts';
import type { Seed } from '../seed.ts';
import type { Seconds, SessionTime, Unit } from '../units.ts';
import type { Cue } from './cue.ts';
import { easeOf, show } from './expression.ts';
import { type Gesture, SCORES } from './gestures/index.ts';
import { begin } from './gestures/playing.ts';
import { type Acted, liveOn, POSTURE_EASE, takePosture } from './live.ts';
import type { Manner, Performance } from './performance.ts';
import type { Posture } from './postures.ts';

/** A smile is answered after about this long: sooner looks mechanical, later looks absent. */
export const REACTION_TIME: Seconds = 0.7;

/** A posture answers what lasts: the body is slower than the face. */
const POSTURE_TIME: Seconds = 1.5;

/** Changes of expression smaller than this are not worth a movement. */
const NOTICEABLE_CHANGE = 0.07;

/** One turns towards sorrow and fear, opens up to joy, and stands back from anger. */
const POSTURE_FOR: Readonly<Record<Need, Posture>> = {
  unknown: 'neutral', nothing: 'open', 'shared-joy': 'open', comfort: 'leaning-in', reassurance: 'leaning-in', calm: 'neutral',
  help: 'leaning-in', company: 'open', space: 'neutral', acknowledgement: 'leaning-in',
};

/** Carries out a plan's movements and sounds. What is to be said is said by the agent's own step. */
export function actPlan(performance: Performance, plan: EmpathyPlan, at: SessionTime): { performance: Performance; cues: readonly Cue[] } {
  const cues: Cue[] = [];
  let acting = performance;
  for (const intent of plan.intents) {
    if (intent.kind === 'gesture') {
      const made = makeGesture(acting, intent.gesture, intent.strength, at);
      acting = made.performance;
      cues.push(made.cue);
    } else if (intent.kind === 'earcon') {
      cues.push({ kind: 'sound', at, earcon: intent.earcon });
    }
  }
  return { performance: acting, cues };
}

/** Begins a movement. */
export function makeGesture(performance: Performance, gesture: Gesture, strength: Unit, at: SessionTime): { performance: Performance; cue: Cue } {
  return {
    performance: { ...performance, gestures: begin(performance.gestures, gesture, strength, at) },
    cue: { kind: 'gesture', at, gesture, strength, duration: SCORES[gesture].seconds },
  };
}

/**
 * Lets time pass: the face and the posture follow the appraisal, and everything lives on that moves
 * by itself.
 */
export function actIdly(performance: Performance, at: SessionTime, appraisal: Appraisal, manner: Manner, seed: Seed): Acted {
  const cues: Cue[] = [];
  const felt = holdPosture(showFeeling(performance, at, appraisal, cues), at, POSTURE_FOR[appraisal.need], cues);
  const lived = liveOn(felt, at, appraisal.feeling.arousal, manner, seed);
  return { ...lived, cues: [...cues, ...lived.cues] };
}

/** Asks for the appraisal's expression and shows it once it has been asked for long enough. */
function showFeeling(performance: Performance, at: SessionTime, { display: { emotion, weight } }: Appraisal, cues: Cue[]): Performance {
  const { shown, asked } = performance;
  const same = emotion === shown.emotion || (weight === 0 && shown.weight === 0);
  if (same && Math.abs(weight - shown.weight) < NOTICEABLE_CHANGE) return asked ? { ...performance, asked: null } : performance;
  const since = asked?.emotion === emotion ? asked.since : at;
  if (at - since < REACTION_TIME) return { ...performance, asked: { emotion, weight, since } };
  cues.push({ kind: 'expression', at, emotion, weight, ease: easeOf(emotion, !same || weight > shown.weight) });
  return { ...performance, expression: show(performance.expression, { [emotion]: weight }, at), shown: { emotion, weight }, asked: null };
}

function holdPosture(performance: Performance, at: SessionTime, posture: Posture, cues: Cue[]): Performance {
  const { askedPosture } = performance;
  if (posture === performance.posture) return askedPosture ? { ...performance, askedPosture: null } : performance;
  const since = askedPosture?.posture === posture ? askedPosture.since : at;
  if (at - since < POSTURE_TIME) return { ...performance, askedPosture: { posture, since } };
  cues.push({ kind: 'posture', at, posture, ease: POSTURE_EASE });
  return takePosture(performance, posture, at);
}
