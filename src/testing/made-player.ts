import { affectOfEmotions, BLENDSHAPES, type Blendshape, byEmotion, type Emotion, EMOTIONS, type EmotionDistribution, type FaceSignal, random, type Seconds, type SessionTime, softmax, type VoiceSignal } from '../core/index.ts';
import { fakeFace, fakeNoFace, fakeVoice } from './fake-signals.ts';

/** Chance of one seed: the next number in [0, 1), each time it is asked. */
export type Chance = () => number;

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    const [value, next] = random(state);
    state = next;
    return value;
  };
}

/** Somebody whose feelings come and go, and what camera and microphone would tell of them: never certain, and sometimes wrong. */
export interface MadePlayer {
  /** What they feel most. */
  readonly feeling: Emotion;
  /** Lives on until `at`. */
  live(at: SessionTime): void;
  face(at: SessionTime): FaceSignal;
  voice(at: SessionTime): VoiceSignal;
}

/** A feeling lasts so long at least, and at most. */
const LASTS: readonly [Seconds, Seconds] = [8, 30];
/** Changes take about so long. */
const CHANGES: Seconds = 2;
/** The camera loses the face so often, for so long. */
const LOST_EVERY: Seconds = 45;
const LOST_FOR: Seconds = 2.5;

const SHAPES: Readonly<Partial<Record<Blendshape, Emotion>>> = {
  mouthSmileLeft: 'happiness', mouthSmileRight: 'happiness', cheekSquintLeft: 'happiness', cheekSquintRight: 'happiness', mouthFrownLeft: 'sadness', mouthFrownRight: 'sadness',
  browInnerUp: 'fear', browDownLeft: 'anger', browDownRight: 'anger', noseSneerLeft: 'disgust', noseSneerRight: 'disgust', jawOpen: 'surprise', eyeWideLeft: 'surprise', eyeWideRight: 'surprise',
};

export function createMadePlayer(chance: Chance): MadePlayer {
  const noise = (): number => chance() + chance() + chance() - 1.5;
  const strength = byEmotion(() => 0);
  const error = byEmotion(() => 0);
  let feeling: Emotion = 'neutral';
  let until = 6;
  let lostUntil = -1;
  let last = 0;

  const shown = (sharpness: number): EmotionDistribution => softmax(byEmotion((emotion) => sharpness * strength[emotion] + 0.5 * error[emotion]));
  const clipped = (value: number): number => Math.min(1, Math.max(0, value));

  return {
    get feeling() {
      return feeling;
    },
    live(at) {
      const elapsed = at - last;
      last = at;
      if (at >= until) {
        feeling = EMOTIONS[Math.floor(chance() * EMOTIONS.length)]!;
        until = at + LASTS[0] + chance() * (LASTS[1] - LASTS[0]);
      }
      const share = 1 - Math.exp(-elapsed / CHANGES);
      for (const emotion of EMOTIONS) {
        strength[emotion] += share * ((emotion === feeling ? 1 : 0) - strength[emotion]);
        // Errors of a net last some frames.
        error[emotion] = 0.9 * error[emotion] + 0.6 * noise();
      }
      if (chance() < elapsed / LOST_EVERY) lostUntil = at + LOST_FOR * chance();
    },
    face(at) {
      if (last < lostUntil) return fakeNoFace(at);
      const whole = shown(3);
      const { happiness, sadness, anger, fear, surprise } = strength;
      return fakeFace(at, {
        smile: clipped(happiness + 0.1 * noise()) - clipped(0.7 * sadness), browRaise: clipped(0.6 * surprise + 0.4 * fear + 0.1 * noise()),
        browLower: clipped(0.8 * anger + 0.1 * noise()), eyeOpen: clipped(0.6 * surprise) - clipped(0.1 * noise()), mouthOpen: clipped(0.7 * surprise + 0.1 * noise()),
      }, {
        quality: clipped(0.85 + 0.1 * noise()), pose: { yaw: 0.1 * noise(), pitch: 0.08 * noise(), roll: 0.05 * noise() },
        blendshapes: BLENDSHAPES.map((name) => clipped((SHAPES[name] ? strength[SHAPES[name]] : 0) + 0.08 * noise())), expression: { whole, upper: shown(2) },
      });
    },
    voice(at) {
      const emotions = shown(2);
      const { arousal } = affectOfEmotions(emotions);
      return fakeVoice(at, {
        loudness: -30 + 8 * arousal.mean + 2 * noise(), pitch: chance() < 0.05 ? null : 180 * 2 ** (0.4 * arousal.mean + 0.1 * noise()), pitchRange: clipped(0.5 + 0.2 * noise()) * 8,
        quality: clipped(0.8 + 0.1 * noise()), expression: { ...affectOfEmotions(emotions), emotions },
      });
    },
  };
}
