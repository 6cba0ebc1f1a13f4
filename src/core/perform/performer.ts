import type { Emotion } from '../affect/emotion.ts';
import { random } from '../seed.ts';
import type { Seconds, SessionTime, SignedUnit, Unit } from '../units.ts';
import { clamp, signedUnit, unit } from '../units.ts';
import { show } from './expression.ts';
import { lookAt } from './eyes.ts';
import type { AvatarFrame } from './frame.ts';
import type { Gesture } from './gestures/index.ts';
import { begin, giveUpAll } from './gestures/playing.ts';
import { liveOn, takePosture } from './live.ts';
import { type Direction, type Manner, restingPerformance } from './performance.ts';
import type { Posture } from './postures.ts';
import { samplePerformance } from './sample.ts';

/** Plays a character by hand, with no agent behind it. Everything takes effect at the time sampled last. */
export interface Performer {
  /** Shows these emotions, and none that isn't named. Each takes its own time to come and go. */
  show(weights: Readonly<Partial<Record<Emotion, Unit>>>): void;
  /** Begins a gesture. Strength 1 is the whole of it, 0 nothing. */
  gesture(name: Gesture, options?: { readonly strength?: Unit }): void;
  posture(name: Posture): void;
  /** Looks somewhere beside the player's eyes for a while, 2 seconds by default, and back. */
  look(direction: Direction, hold?: Seconds): void;
  /** Listens, thinks or speaks: glances, blinks and hands go with it. */
  attend(manner: Manner): void;
  /** How excited the body is: breath and blinks go with it. */
  feel(arousal: SignedUnit): void;
  /** 1 moves as usual, 0 keeps the body still for those who prefer reduced motion. */
  setMotion(motion: Unit): void;
  /** Gives up all gestures: the body is at rest in 0.3 s. */
  cancel(): void;
  /** Fills a frame with what is to be seen at a time, in seconds, which never goes back. */
  sample(at: SessionTime, frame: AvatarFrame): void;
}

/** How often blinks, glances and breath are looked after. */
const TICK: Seconds = 0.1;

/**
 * Makes a performer, which plays a character by hand: in a cutscene, a test or an editor.
 *
 * @param options.seed any integer; the same seed and calls give the same motion. Default 1.
 * @example
 * import { createAvatarFrame, createPerformer } from 'attune';
 *
 * const performer = createPerformer({ seed: 7 });
 * const frame = createAvatarFrame();
 * performer.show({ happiness: 0.8 });
 * performer.gesture('wave');
 * performer.sample(0.5, frame); // what is to be seen after half a second
 */
export function createPerformer({ seed: first = 1 }: { readonly seed?: number } = {}): Performer {
  let [, seed] = random(first >>> 0);
  let now: SessionTime = 0;
  let lived: SessionTime = 0;
  let performance = restingPerformance(0, seed);
  let manner: Manner = 'listening';
  let arousal: SignedUnit = 0;
  let motion: Unit = 1;
  return {
    show(weights) {
      performance = { ...performance, expression: show(performance.expression, weights, now) };
    },
    gesture(name, { strength = 1 } = {}) {
      performance = { ...performance, gestures: begin(performance.gestures, name, strength, now) };
    },
    posture(name) {
      performance = takePosture(performance, name, now);
    },
    look({ yaw, pitch }, hold = 2) {
      const to = { yaw: within(yaw), pitch: within(pitch) };
      performance = { ...performance, gaze: lookAt(performance.gaze, to, now, now + clamp(hold, 0, 3600)) };
    },
    attend(next) {
      manner = next;
    },
    feel(next) {
      arousal = signedUnit(next);
    },
    setMotion(next) {
      motion = unit(next);
    },
    cancel() {
      performance = { ...performance, gestures: giveUpAll(performance.gestures, now) };
    },
    sample(at, frame) {
      if (at > now) now = at;
      if (now - lived >= TICK) {
        lived = now;
        ({ performance, seed } = liveOn(performance, now, arousal, manner, seed));
      }
      samplePerformance(performance, now, motion, frame);
    },
  };
}

function within(angle: number): number {
  return Number.isNaN(angle) ? 0 : clamp(angle, -1.2, 1.2);
}
