import type { Radians } from '../units.ts';
import type { Channel } from './carriage.ts';
import { GRIPS } from './grips.ts';
import type { HandPose } from './hand-pose.ts';

/** How the body rests between movements: friendly and open, reserved, or turned towards someone (Mehrabian 1969). */
export const POSTURES = ['neutral', 'open', 'closed', 'leaning-in'] as const;
/** One of {@link POSTURES}. */
export type Posture = (typeof POSTURES)[number];

interface Stance {
  readonly moves: Readonly<Partial<Record<Channel, Radians>>>;
  readonly right?: HandPose;
  readonly left?: HandPose;
}

const openHand: HandPose = { from: 'shoulder', at: [0.26, -0.86, 0.2], fingers: [0.1, -1, 0.4], palm: [-1, 0, 0.4], elbow: [0.4, 0, -1], grip: GRIPS.offered };

export const STANCES: Readonly<Record<Exclude<Posture, 'neutral'>, Stance>> = {
  open: { moves: { lean: -0.03, rounded: -0.12, headPitch: 0.02 }, right: openHand, left: openHand },
  closed: {
    moves: { lean: 0.03, rounded: 0.14, lift: 0.04, headPitch: -0.06 },
    right: { from: 'belly', at: [-0.02, -0.02, 0.1], touch: 'palm', fingers: [-0.8, -0.55, 0.1], palm: [-0.2, 0, -1], elbow: [0.8, -0.4, -0.5], grip: GRIPS.loose },
    left: { from: 'belly', at: [0.02, -0.04, 0.02], touch: 'palm', fingers: [-0.8, -0.6, 0.1], palm: [-0.2, 0, -1], elbow: [0.8, -0.4, -0.5], grip: GRIPS.loose },
  },
  'leaning-in': { moves: { lean: 0.14, bow: 0.07, headPitch: 0.02, rounded: 0.04 } },
};
