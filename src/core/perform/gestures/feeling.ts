import { GRIPS } from '../grips.ts';
import type { HandPose } from '../hand-pose.ts';
import type { Score } from './score.ts';

const heart: HandPose = { from: 'heart', at: [0, 0, 0.005], touch: 'palm', fingers: [-1, 0.4, 0.1], palm: [-0.1, 0, -1], elbow: [0.9, -0.7, 0.15], grip: [0.2, 0.16, 0.18, 0.22, 0.26, 0] };

const apart: HandPose = { from: 'breast', at: [0.2, -0.06, 0.4], touch: 'palm', fingers: [-0.05, 0.7, 0.75], palm: [-1, 0.05, 0.15], elbow: [0.7, -1, -0.1], grip: GRIPS.offered };
const joined: HandPose = { from: 'breast', at: [0, -0.02, 0.4], touch: 'palm', fingers: [0, 0.7, 0.75], palm: [-1, 0, 0], elbow: [0.7, -1, -0.1], grip: GRIPS.flat };

const shrugged: HandPose = { from: 'shoulder', at: [0.24, -0.42, 0.54], fingers: [0.75, 0.1, 0.7], palm: [-0.05, 1, 0.1], elbow: [0.15, -1, -0.4], grip: GRIPS.offered };

/** What a feeling does with the hands. */
export const FEELING_SCORES = {
  'hand-to-heart': {
    seconds: 3.2, attack: 0.7, release: 0.8, priority: 3,
    moves: {
      headPitch: [[0, -0.08], [1.2, -0.05]],
      headRoll: [[0, -0.07]],
      lean: [[0, 0.05]],
    },
    arms: { hands: 'right', overshoot: 0, least: 1, lag: 0, keys: [[0, heart]] },
  },
  clap: {
    seconds: 2.2, attack: 0.42, release: 0.6, priority: 2,
    moves: {
      headPitch: [[0, 0.04]],
      lift: [[0, 0.04]],
      lean: [[0, -0.02]],
    },
    arms: {
      hands: 'both', overshoot: 0, least: 1, lag: 0,
      keys: [[0.2, apart], [0.46, joined], [0.66, apart], [0.86, joined], [1.06, apart], [1.26, joined], [1.5, apart]],
    },
  },
  shrug: {
    seconds: 1.9, attack: 0.4, release: 0.6, priority: 2,
    moves: {
      lift: [[0, 0.36], [0.8, 0.28]],
      headRoll: [[0, -0.12]],
      headPitch: [[0, 0.03]],
    },
    arms: { hands: 'both', overshoot: 0.05, least: 0.5, lag: 0.05, keys: [[0, shrugged]] },
  },
} as const satisfies Readonly<Record<string, Score>>;
