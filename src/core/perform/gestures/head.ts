import type { Score } from './score.ts';

/** Movements of head and trunk that leave the arms alone. */
export const HEAD_SCORES = {
  // Down first, and the second nod smaller (Hadar et al. 1983: half a second or so each).
  nod: {
    seconds: 1.3, attack: 0.1, release: 0.2, priority: 1,
    moves: {
      headPitch: [[0, 0], [0.1, 0.03], [0.32, -0.2], [0.58, 0.02], [0.8, -0.12], [1.08, 0.01], [1.3, 0]],
      lean: [[0, 0], [0.36, 0.02], [1, 0]],
    },
  },
  shake: {
    seconds: 1.5, attack: 0.1, release: 0.3, priority: 1,
    moves: {
      headYaw: [[0, 0], [0.2, 0.2], [0.48, -0.2], [0.76, 0.16], [1.04, -0.11], [1.34, 0.02], [1.5, 0]],
      headPitch: [[0, 0], [0.3, -0.05], [1.2, -0.05], [1.5, 0]],
      headRoll: [[0, 0], [0.2, -0.03], [0.48, 0.03], [0.76, -0.02], [1.04, 0.02], [1.4, 0]],
    },
  },
  tilt: {
    seconds: 2.6, attack: 0.55, release: 0.7, priority: 1,
    moves: {
      headRoll: [[0, 0.2], [1, 0.17], [2.6, 0.18]],
      headPitch: [[0, 0.02]],
      side: [[0, 0.03]],
    },
  },
  'lean-in': {
    seconds: 4, attack: 0.8, release: 1, priority: 1,
    moves: {
      lean: [[0, 0.15], [1.2, 0.13], [4, 0.14]],
      bow: [[0, 0.08]],
      headPitch: [[0, -0.02], [1.2, 0.03]],
    },
  },
  'look-down': {
    seconds: 2.4, attack: 0.5, release: 0.7, priority: 1,
    moves: {
      headPitch: [[0, -0.34], [1.6, -0.3]],
      headYaw: [[0, 0.08]],
      gazePitch: [[0, -0.25]],
      lean: [[0, 0.04]],
      rounded: [[0, 0.06]],
    },
  },
} as const satisfies Readonly<Record<string, Score>>;
