import { byEmotion, type Emotion, EMOTIONS, type EmotionDistribution, UNIFORM } from '../../../src/core/affect/emotion.ts';
import type { Category } from '../../../src/core/affect/machine.ts';
import { observeSignal, settleAffect, strangerMemory } from '../../../src/core/affect/observe.ts';
import { fakeFace } from '../../../src/testing/index.ts';
import type { Look } from './looks.ts';

/** Something that follows looks and tells what is felt. */
export type Follower = (look: Look) => { readonly category: Category; readonly emotions: EmotionDistribution };

/** The whole path of the library: channel, fusion, state machine. */
export function createOurs(): Follower {
  let memory = strangerMemory(0);
  return ({ at, emotions }) => {
    const look = emotions ? fakeFace(at, {}, { quality: 1, expression: { whole: emotions, upper: emotions } }) : null;
    memory = settleAffect(look ? observeSignal(memory, look, false) : memory, at);
    return { category: memory.state.category, emotions: memory.state.estimate.emotions };
  };
}

type Smoother = (value: number, at: number) => number;

/** As in src/core/affect/machine.ts: where nothing is felt an emotion must exceed the first, and what is felt is left below the second. */
const [ENTERED, LEFT] = [0.32, 0.2];

/** A smoother of each probability, and the thresholds of our state machine without its time: what leads is felt at once. */
export function createSmoothed(createSmoother: () => Smoother): Follower {
  const smoothers = EMOTIONS.map(createSmoother);
  let category: Emotion | null = null;
  let smooth: EmotionDistribution = UNIFORM;
  return ({ at, emotions }) => {
    if (emotions) smooth = byEmotion((emotion) => smoothers[EMOTIONS.indexOf(emotion)]!(emotions[emotion], at));
    const felt = category;
    const strength = felt === null ? ENTERED : smooth[felt];
    const leading = EMOTIONS.find((emotion) => emotion !== felt && smooth[emotion] > Math.max(LEFT, strength));
    category = leading ?? (strength < LEFT ? null : felt);
    return { category, emotions: smooth };
  };
}

export function movingAverage(frames: number): () => Smoother {
  return () => {
    const recent: number[] = [];
    return (value) => {
      recent.push(value);
      if (recent.length > frames) recent.shift();
      return recent.reduce((sum, each) => sum + each, 0) / recent.length;
    };
  };
}

/** The 1-euro filter (Casiez, Roussel and Vogel 2012). */
export function oneEuro(cutoff: number, beta: number, derivativeCutoff = 1): () => Smoother {
  return () => {
    let last: { at: number; value: number; slope: number } | null = null;
    return (value, at) => {
      if (!last) {
        last = { at, value, slope: 0 };
        return value;
      }
      const elapsed = at - last.at;
      const share = (frequency: number): number => 1 / (1 + 1 / (2 * Math.PI * frequency * elapsed));
      const slope = last.slope + share(derivativeCutoff) * ((value - last.value) / elapsed - last.slope);
      const smoothed = last.value + share(cutoff + beta * Math.abs(slope)) * (value - last.value);
      last = { at, value: smoothed, slope };
      return smoothed;
    };
  };
}
