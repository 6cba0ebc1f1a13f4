import type { Appraisal } from '../appraise/appraise.ts';
import type { EmpathyPlan } from '../plan/plan.ts';
import { byEmotion } from '../affect/emotion.ts';
import { random, type Seed } from '../seed.ts';
import type { Seconds, SessionTime } from '../units.ts';
import { clamp, smoothstep } from '../units.ts';
import type { Cue, Gesture, GestureCue } from './cue.ts';
import { type Performance, RESTING_BREATH } from './performance.ts';
import { gazeAt } from './sample.ts';

/** A smile is answered after about this long: sooner looks mechanical, later looks absent. */
export const REACTION_TIME: Seconds = 0.7;

/** Changes of expression smaller than this are not worth a movement. */
const NOTICEABLE_CHANGE = 0.07;

const GESTURE_DURATION: Readonly<Record<Gesture, Seconds>> = { nod: 1.1, tilt: 2.4, 'lean-in': 4 };

/** A performance, the cues that changed it, and the seed after the chances it took. */
export interface Acted {
  readonly performance: Performance;
  readonly cues: readonly Cue[];
  readonly seed: Seed;
}

/** Carries out a plan's movements and sounds. What is to be said is said by the agent's own step. */
export function actPlan(performance: Performance, plan: EmpathyPlan, at: SessionTime): { performance: Performance; cues: readonly Cue[] } {
  const cues: Cue[] = [];
  let gestures = performance.gestures;
  for (const intent of plan.intents) {
    if (intent.kind === 'gesture') {
      const cue: GestureCue = { kind: 'gesture', at, gesture: intent.gesture, duration: GESTURE_DURATION[intent.gesture], strength: intent.strength };
      // A gesture of the same kind replaces the one under way, so that nods don't pile up.
      gestures = [...gestures.filter(({ gesture }) => gesture !== cue.gesture), cue];
      cues.push(cue);
    } else if (intent.kind === 'earcon') {
      cues.push({ kind: 'sound', at, earcon: intent.earcon });
    }
  }
  return { performance: { ...performance, gestures }, cues };
}

/**
 * Lets time pass for everything that moves by itself: the face follows the appraisal, the lids blink,
 * the eyes glance away and come back, the breath follows the agent's arousal.
 */
export function actIdly(performance: Performance, at: SessionTime, appraisal: Appraisal, speaking: boolean, seed: Seed): Acted {
  const cues: Cue[] = [];
  let next: Performance = {
    ...showFeeling(performance, at, appraisal, cues),
    gestures: performance.gestures.filter((gesture) => at < gesture.at + gesture.duration),
    breath: breathe(performance.breath, at, appraisal.feeling.arousal),
  };
  let chance: number;
  if (at >= next.nextBlink) {
    [chance, seed] = random(seed);
    const blink = { kind: 'blink', at, duration: 0.24 } as const;
    cues.push(blink);
    // 10 to 25 blinks a minute, more when aroused or speaking (Bentivoglio et al. 1997).
    const mean = clamp(4 - 1.5 * appraisal.feeling.arousal - (speaking ? 1 : 0), 1.8, 6);
    next = { ...next, blink, nextBlink: at + mean * (0.4 + 1.2 * chance) };
  }
  if (at >= next.nextGlance) {
    [chance, seed] = random(seed);
    let side: number;
    [side, seed] = random(seed);
    const hold = 0.4 + 0.8 * chance;
    const glance = { kind: 'gaze', at, yaw: (side < 0.5 ? -1 : 1) * (0.08 + 0.1 * chance), pitch: 0.08 * (2 * chance - 1.2), hold } as const;
    cues.push(glance);
    // A speaker looks away more often than a listener (Argyle & Cook 1976).
    next = {
      ...next,
      gaze: { from: gazeAt(next, at), to: { yaw: glance.yaw, pitch: glance.pitch }, at, until: at + hold },
      nextGlance: at + hold + (speaking ? 2 : 4) * (0.6 + 0.8 * side),
    };
  }
  return { performance: next, cues, seed };
}

/** Asks for the appraisal's expression and shows it once it has been asked for long enough. */
function showFeeling(performance: Performance, at: SessionTime, appraisal: Appraisal, cues: Cue[]): Performance {
  const { emotion, weight } = appraisal.display;
  const { expression, asked } = performance;
  const same = emotion === expression.emotion || (weight === 0 && expression.weight === 0);
  if (same && Math.abs(weight - expression.weight) < NOTICEABLE_CHANGE) return asked ? { ...performance, asked: null } : performance;
  const since = asked?.emotion === emotion ? asked.since : at;
  if (at - since < REACTION_TIME) return { ...performance, asked: { emotion, weight, since } };
  const cue = { kind: 'expression', at, emotion, weight, ease: weight > expression.weight ? 0.6 : 1 } as const;
  cues.push(cue);
  const shown = smoothstep(0, 1, (at - expression.at) / expression.ease);
  const from = byEmotion((each) => {
    const goal = each === expression.emotion && each !== 'neutral' ? expression.weight : 0;
    return expression.from[each] + (goal - expression.from[each]) * shown;
  });
  return { ...performance, expression: { from, emotion, weight, at, ease: cue.ease }, asked: null };
}

/** Changes the rate of breathing without a jump in the chest. */
function breathe(breath: Performance['breath'], at: SessionTime, arousal: number): Performance['breath'] {
  const rate = RESTING_BREATH * (1 + 0.4 * arousal);
  if (Math.abs(rate - breath.rate) < 0.005) return breath;
  return { phase: (breath.phase + breath.rate * (at - breath.at)) % 1, rate, at };
}
