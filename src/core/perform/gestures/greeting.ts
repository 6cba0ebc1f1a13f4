import { GRIPS } from '../grips.ts';
import type { HandPose } from '../hand-pose.ts';
import type { Score } from './score.ts';

const waveOut: HandPose = { from: 'shoulder', at: [0.44, 0.1, 0.4], fingers: [0.5, 1, 0.12], palm: [0.1, -0.1, 1], elbow: [0.2, -1, -0.1], grip: GRIPS.open };
const waveIn: HandPose = { from: 'shoulder', at: [0.26, 0.17, 0.42], fingers: [-0.25, 1, 0.12], palm: [-0.1, -0.1, 1], elbow: [0.25, -1, -0.1], grip: [0.12, 0.2, 0.24, 0.28, 0.28, 0.1] };

const thighs: HandPose = { from: 'shoulder', at: [0.02, -0.82, 0.42], fingers: [-0.1, -1, 0.2], palm: [-0.4, -0.2, -0.9], elbow: [0.5, 0, -0.8], grip: GRIPS.flat };

const offeredHand: HandPose = { from: 'shoulder', at: [-0.12, -0.42, 0.76], fingers: [-0.05, -0.02, 1], palm: [-1, 0, 0.05], elbow: [0.4, -1, -0.3], grip: GRIPS.offered };
const shaken = (up: number): HandPose => ({ ...offeredHand, at: [-0.12, -0.42 + up, 0.76] });

const raisedHand: HandPose = { from: 'shoulder', at: [0.06, 0.24, 0.6], fingers: [0, 1, 0.05], palm: [0, 0, 1], elbow: [0.3, -1, 0], grip: GRIPS.open };
const meetingHand: HandPose = { ...raisedHand, at: [0.02, 0.26, 0.74] };

/** Coming and going, and hands that meet. */
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
  handshake: {
    seconds: 3.6, attack: 0.55, release: 0.7, priority: 3,
    moves: {
      lean: [[0, 0.06]],
      bow: [[0, 0.05]],
      headPitch: [[0, 0], [0.9, -0.06], [1.4, 0]],
    },
    arms: { hands: 'right', overshoot: 0.02, least: 0.9, lag: 0, keys: [[0, offeredHand], [1.2, offeredHand], [1.45, shaken(0.06)], [1.7, shaken(-0.05)], [1.95, shaken(0.05)], [2.2, shaken(-0.03)], [2.45, offeredHand]] },
  },
  'high-five': {
    seconds: 2.6, attack: 0.45, release: 0.6, priority: 3,
    moves: {
      lean: [[0, 0], [0.6, 0.05]],
      twist: [[0, 0.06]],
    },
    arms: { hands: 'right', overshoot: 0.03, least: 0.9, lag: 0, keys: [[0, raisedHand], [0.7, raisedHand], [0.9, meetingHand], [1.6, meetingHand], [1.9, raisedHand]] },
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
