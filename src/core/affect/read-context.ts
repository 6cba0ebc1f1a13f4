import type { ContextEvent, ContextSignal } from '../signals/context.ts';
import { measured } from './belief.ts';
import { byEmotion, mix, normalise, UNIFORM, type Emotion } from './emotion.ts';
import type { AffectEstimate } from './estimate.ts';

/** How such an event usually feels: valence, arousal, dominance, and the emotion that it suggests. */
const USUAL_FEELING: Readonly<Record<ContextEvent, readonly [number, number, number, Emotion]>> = {
  won: [0.7, 0.5, 0.5, 'happiness'],
  lost: [-0.5, 0.1, -0.4, 'sadness'],
  stuck: [-0.4, 0.3, -0.4, 'anger'],
  progress: [0.4, 0.2, 0.3, 'happiness'],
  waiting: [-0.2, -0.3, -0.2, 'neutral'],
  alone: [-0.2, -0.3, -0.1, 'sadness'],
  startled: [-0.2, 0.8, -0.5, 'surprise'],
};

/** Reads what happened in the host game. Events only suggest a feeling, so the variance stays wide. */
export function readContext(signal: ContextSignal): AffectEstimate {
  const [valence, arousal, dominance, suggested] = USUAL_FEELING[signal.event];
  const variance = 0.4 / signal.quality;
  return {
    at: signal.at,
    origin: 'context',
    valence: measured(valence, variance),
    arousal: measured(arousal, variance),
    dominance: measured(dominance, variance),
    emotions: mix(UNIFORM, normalise(byEmotion((emotion) => (emotion === suggested ? 1 : 0))), 0.3 * signal.quality),
  };
}
