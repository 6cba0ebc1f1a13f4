import { GRIPS } from '../grips.ts';
import type { HandPose } from '../hand-pose.ts';
import type { Score } from './score.ts';

const waveOut: HandPose = { from: 'shoulder', at: [0.44, 0.1, 0.4], fingers: [0.5, 1, 0.12], palm: [0.1, -0.1, 1], elbow: [0.2, -1, -0.1], grip: GRIPS.open };
const waveIn: HandPose = { from: 'shoulder', at: [0.26, 0.17, 0.42], fingers: [-0.25, 1, 0.12], palm: [-0.1, -0.1, 1], elbow: [0.25, -1, -0.1], grip: [0.12, 0.2, 0.24, 0.28, 0.28, 0.1] };

const thighs: HandPose = { from: 'shoulder', at: [0.02, -0.82, 0.42], fingers: [-0.1, -1, 0.2], palm: [-0.4, -0.2, -0.9], elbow: [0.5, 0, -0.8], grip: GRIPS.flat };

/** Coming and going. */
export const GREETING_SCORES = {
  wave: {
    seconds: 2.7, attack: 0.5, release: 0.65, priority: 3,
    moves: {
      headRoll: [[0, 0.07]],
      side: [[0, -0.03]],
      twist: [[0, -0.04]],
    },
    arms: {
      hands: 'right', overshoot: 0.04, least: 0.55, lag: 0,
      keys: [[0, waveIn], [0.5, waveOut], [0.76, waveIn], [1.02, waveOut], [1.28, waveIn], [1.56, waveOut], [1.9, waveIn]],
    },
  },
  bow: {
    seconds: 2.6, attack: 0.7, release: 0.9, priority: 3,
    moves: {
      bow: [[0, 0.42]],
      lean: [[0, 0.2]],
      headPitch: [[0, -0.36]],
      gazePitch: [[0, -0.3]],
    },
    arms: { hands: 'both', overshoot: 0, least: 0.8, lag: 0, keys: [[0, thighs]] },
  },
} as const satisfies Readonly<Record<string, Score>>;
