import type { Radians } from '../units.ts';
import { newArm, solveArm } from './arm.ts';
import { type Channel, newCarriage } from './carriage.ts';
import type { AvatarFrame } from './frame.ts';
import { GRIPS } from './grips.ts';
import { hangingReach, type HandPose, newReach, reachFor } from './hand-pose.ts';
import { writeArm } from './hand-bones.ts';
import { HUMAN_BONES, type HumanBone, writeBone } from './humanoid.ts';
import { chinPlace, poseTrunk } from './trunk.ts';
import { quat, setEuler, setQuat, setVec, vec } from './vector.ts';

/** Stills in which to look an avatar over. */
export const POSES = ['t-pose', 'arms-crossed', 'arms-up', 'sitting', 'walking'] as const;
/** One of {@link POSES}. */
export type PoseName = (typeof POSES)[number];

interface Still {
  readonly moves?: Readonly<Partial<Record<Channel, Radians>>>;
  readonly left?: HandPose;
  readonly right?: HandPose;
  /** How far each bone of the legs swings forwards. */
  readonly legs?: Readonly<Partial<Record<HumanBone, Radians>>>;
  /** How much lower the hips are, as a share of the length of the leg. */
  readonly sunk?: number;
}

const up: HandPose = { from: 'shoulder', at: [0.26, 0.95, 0.04], fingers: [0.1, 1, 0], palm: [-1, 0, 0.3], elbow: [1, 0, -0.3], grip: GRIPS.open };
const lap: HandPose = { from: 'shoulder', at: [-0.02, -0.72, 0.52], fingers: [-0.3, -0.15, 1], palm: [-0.1, -1, -0.1], elbow: [0.8, -0.3, -0.6], grip: GRIPS.loose };
const swung = (forwards: number): HandPose => ({ from: 'shoulder', at: [0.12, -0.92, forwards], fingers: [0, -1, 0.3 + forwards], palm: [-1, 0, 0], elbow: [0.2, 0, -1], grip: GRIPS.loose });

const STILLS: Readonly<Record<Exclude<PoseName, 't-pose'>, Still>> = {
  'arms-crossed': {
    right: { from: 'breast', at: [-0.16, -0.1, 0.16], fingers: [-1, 0.25, -0.05], palm: [0, -0.2, -1], elbow: [1, -0.6, 0.1], grip: GRIPS.flat },
    left: { from: 'breast', at: [-0.16, -0.06, 0.28], fingers: [-1, 0.1, -0.3], palm: [0, -0.2, -1], elbow: [1, -0.6, 0.1], grip: GRIPS.loose },
  },
  'arms-up': { left: up, right: up, moves: { lift: 0.1, headPitch: 0.08 } },
  sitting: {
    left: lap, right: lap, sunk: 0.5,
    legs: { leftUpperLeg: 1.5, rightUpperLeg: 1.5, leftLowerLeg: -1.5, rightLowerLeg: -1.5 },
  },
  walking: {
    moves: { lean: 0.05, twist: 0.1 },
    left: swung(-0.22), right: swung(0.3), sunk: 0.035,
    legs: { leftUpperLeg: 0.46, leftLowerLeg: -0.12, leftFoot: -0.1, rightUpperLeg: -0.28, rightLowerLeg: -0.5, rightFoot: -0.05, rightToes: 0.25 },
  },
};

const arm = newArm();
const reach = newReach();
const chin = vec();
const turn = quat();

/** Puts a frame's body into a still pose. */
export function poseBody(name: PoseName, frame: AvatarFrame): void {
  const { body, build, hips } = frame;
  if (name === 't-pose') {
    for (const bone of HUMAN_BONES) writeBone(body, bone, setQuat(turn, 0, 0, 0, 1));
    setVec(hips, 0, 0, 0);
    return;
  }
  const { moves, legs, sunk, ...hands } = STILLS[name];
  poseTrunk({ ...newCarriage(), ...moves }, frame);
  chinPlace(chin, build);
  for (const side of ['left', 'right'] as const) {
    const hand = hands[side];
    if (hand) reachFor(reach, hand, build, chin);
    else hangingReach(reach, build, 0);
    writeArm(frame, side, solveArm(arm, reach, build, moves?.lift ?? 0, 0));
  }
  if (!legs) return;
  hips.y = (-(sunk ?? 0) * (build.upperLeg + build.lowerLeg)) / build.hips.y;
  for (const side of ['left', 'right'] as const) {
    for (const part of ['UpperLeg', 'LowerLeg', 'Foot', 'Toes'] as const) writeBone(body, `${side}${part}`, setEuler(turn, -(legs[`${side}${part}`] ?? 0), 0, 0));
  }
}
