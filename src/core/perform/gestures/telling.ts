import { type Grip, GRIPS } from '../grips.ts';
import type { HandPose } from '../hand-pose.ts';
import type { Score } from './score.ts';

const musing: HandPose = { from: 'chin', at: [0.04, -0.01, 0.015], touch: 'knuckles', fingers: [-0.45, 1, -0.1], palm: [-0.35, -0.1, -1], elbow: [0.35, -1, 0.1], grip: GRIPS.chin };
const folded: HandPose = { from: 'belly', at: [-0.1, 0.28, 0.13], touch: 'palm', fingers: [-1, 0.1, 0.1], palm: [0, -0.3, -1], elbow: [0.8, -1, -0.1], grip: GRIPS.loose };

const offered: HandPose = { from: 'shoulder', at: [0.1, -0.5, 0.66], fingers: [0.3, 0.08, 1], palm: [-0.25, 1, 0.1], elbow: [0.3, -1, -0.4], grip: GRIPS.offered };
const offeredLower: HandPose = { ...offered, at: [0.18, -0.57, 0.62], fingers: [0.5, 0, 1] };

const showing = (grip: Grip, dip = 0): HandPose => ({ from: 'shoulder', at: [0.2, -0.04 - dip, 0.5], fingers: [-0.05, 1, 0.1 + 2 * dip], palm: [-0.15, 0, 1], elbow: [0.3, -1, -0.1], grip });

const pointing: HandPose = { from: 'shoulder', at: [0.62, 0.02, 0.68], fingers: [0.75, 0.08, 0.85], palm: [-0.3, -1, 0.1], elbow: [0.3, -1, -0.3], grip: GRIPS.point };
const ready: HandPose = { from: 'shoulder', at: [0.3, -0.2, 0.42], fingers: [0.5, 0.4, 0.8], palm: [-0.7, -0.7, 0.1], elbow: [0.3, -1, -0.3], grip: GRIPS.loose };

/** Hands that help to say something. */
export const TELLING_SCORES = {
  think: {
    seconds: 3.6, attack: 0.75, release: 0.8, priority: 2,
    moves: {
      headPitch: [[0, 0.05], [1.5, 0.08], [3, 0]],
      headYaw: [[0, 0.1], [1.6, 0.14]],
      headRoll: [[0, 0.1]],
      gazeYaw: [[0, 0.18], [1.4, 0.22], [1.6, 0.1]],
      gazePitch: [[0, 0.2], [1.4, 0.2], [1.6, 0.16]],
    },
    arms: { hands: 'both', overshoot: 0, least: 1, lag: 0.1, keys: [[0, musing]], left: [[0, folded]] },
  },
  'open-palms': {
    seconds: 2.6, attack: 0.55, release: 0.75, priority: 2,
    moves: {
      headPitch: [[0, 0.02], [0.6, -0.03]],
      lean: [[0, 0.03]],
    },
    arms: { hands: 'both', overshoot: 0.05, least: 0.5, lag: 0.06, keys: [[0, offered], [0.9, offeredLower], [1.6, offered]] },
  },
  count: {
    seconds: 3.4, attack: 0.55, release: 0.7, priority: 2,
    moves: { headPitch: [[0, 0], [0.6, -0.03], [0.9, 0], [1.3, -0.03], [1.6, 0], [2, -0.03], [2.4, 0]] },
    arms: {
      hands: 'right', overshoot: 0.04, least: 0.8, lag: 0,
      keys: [
        [0.3, showing(GRIPS.one)], [0.6, showing(GRIPS.one, 0.06)], [0.8, showing(GRIPS.one)], [1.1, showing(GRIPS.one)],
        [1.35, showing(GRIPS.two, 0.06)], [1.6, showing(GRIPS.two)], [1.85, showing(GRIPS.two)],
        [2.1, showing(GRIPS.three, 0.06)], [2.35, showing(GRIPS.three)],
      ],
    },
  },
  point: {
    seconds: 2.2, attack: 0.5, release: 0.7, priority: 2,
    moves: {
      headYaw: [[0, 0], [0.2, -0.3], [1.1, -0.3], [1.4, 0]],
      gazeYaw: [[0, 0], [0.1, -0.2], [1.1, -0.2], [1.2, 0]],
      twist: [[0, -0.08]],
    },
    arms: { hands: 'right', overshoot: 0.03, least: 0.7, lag: 0, keys: [[0.1, ready], [0.55, pointing]] },
  },
} as const satisfies Readonly<Record<string, Score>>;
