import type { Radians } from '../units.ts';
import type { BodyBuild } from './build.ts';
import { type Grip, GRIPS } from './grips.ts';
import { type Vec, addScaled, cross, mixVec, normalise, setVec, square, vec } from './vector.ts';

/** x outwards to the hand's own side, y up, z forwards: the same words serve both hands. */
export type Towards = readonly [outwards: number, up: number, forwards: number];

/** A hand's place, turn and shape, in words that hold for any body. */
export interface HandPose {
  /** What the place is measured from. */
  readonly from: 'shoulder' | 'breast' | 'heart' | 'chin' | 'belly';
  /** How far away from there, in lengths of the whole arm. */
  readonly at: Towards;
  /** What of the hand comes to that place. Default: the wrist. */
  readonly touch?: 'palm' | 'knuckles';
  /** Where the fingers point, and the palm faces. */
  readonly fingers: Towards;
  readonly palm: Towards;
  /** Where the elbow points. Default: down, a little outwards. */
  readonly elbow?: Towards;
  readonly grip: Grip;
}

/** A hand pose on a certain body: metres in the frame of the chest, for the left hand. */
export interface Reach {
  readonly wrist: Vec;
  readonly fingers: Vec;
  readonly palm: Vec;
  readonly elbow: Vec;
  readonly grip: number[];
}

const ELBOW: Towards = [0.45, -1, -0.3];
/** Where palm and knuckles are on the hand: along it from the wrist, and off its middle plane, in lengths of the hand. */
const TOUCH = { palm: [0.42, 0.1], knuckles: [0.6, 0.08] } as const;

const OUTWARDS = { x: 1, y: 0, z: 0 };
const INWARDS = { x: -1, y: 0, z: 0 };
const spare = vec();

export const newReach = (): Reach => ({ wrist: vec(), fingers: vec(), palm: vec(), elbow: vec(), grip: [0, 0, 0, 0, 0, 0] });

/** Works a hand pose out for a body; `chin` is where the chin is now, mirrored for the right hand. */
export function reachFor(out: Reach, pose: HandPose, build: BodyBuild, chin: Readonly<Vec>): Reach {
  const arm = build.upperArm + build.lowerArm;
  set(out.fingers, pose.fingers);
  normalise(out.fingers, OUTWARDS);
  square(set(out.palm, pose.palm), out.fingers, INWARDS);
  set(out.elbow, pose.elbow ?? ELBOW);
  const [x, y, z] = pose.at;
  place(out.wrist, pose.from, build, chin);
  setVec(out.wrist, out.wrist.x + arm * x, out.wrist.y + arm * y, out.wrist.z + arm * z);
  if (pose.touch) {
    const [length, thickness] = TOUCH[pose.touch];
    addScaled(out.wrist, out.wrist, out.fingers, -length * build.hand);
    addScaled(out.wrist, out.wrist, out.palm, -thickness * build.hand);
  }
  for (let finger = 0; finger < out.grip.length; finger++) out.grip[finger] = pose.grip[finger] ?? 0;
  return out;
}

/** How far a hanging arm is stretched, and how far its hand stays clear of the hips, in lengths of the arm. */
const HANGING = { stretch: 0.98, clear: 0.09, forwards: 0.1 } as const;

/** An arm that hangs beside the body, straight down also where the trunk leans. */
export function hangingReach(out: Reach, build: BodyBuild, lean: Radians): Reach {
  const { shoulder, girth, upperArm, lowerArm } = build;
  const arm = upperArm + lowerArm;
  const aside = Math.min(0.8 * arm, Math.max(0.12 * arm, girth + HANGING.clear * arm - shoulder.x));
  const forwards = HANGING.forwards * arm;
  const down = Math.sqrt((HANGING.stretch * arm) ** 2 - aside ** 2 - forwards ** 2);
  const [sine, cosine] = [Math.sin(0.7 * lean), Math.cos(0.7 * lean)];
  setVec(out.wrist, shoulder.x + aside, shoulder.y - cosine * down + sine * forwards, shoulder.z + cosine * forwards + sine * down);
  setVec(out.fingers, -0.05, -1, 0.24);
  normalise(out.fingers, OUTWARDS);
  square(setVec(out.palm, -1, 0, -0.25), out.fingers, INWARDS);
  setVec(out.elbow, 0.3, 0, -1);
  for (let finger = 0; finger < out.grip.length; finger++) out.grip[finger] = GRIPS.loose[finger] ?? 0;
  return out;
}

/** Goes from one reach to the next, in place of the first. */
export function mixReach(out: Reach, to: Reach, share: number): Reach {
  mixVec(out.wrist, out.wrist, to.wrist, share);
  normalise(mixVec(out.fingers, out.fingers, to.fingers, share), OUTWARDS);
  square(mixVec(out.palm, out.palm, to.palm, share), out.fingers, cross(spare, out.fingers, OUTWARDS));
  mixVec(out.elbow, out.elbow, to.elbow, share);
  for (let finger = 0; finger < out.grip.length; finger++) out.grip[finger] = (out.grip[finger] ?? 0) * (1 - share) + (to.grip[finger] ?? 0) * share;
  return out;
}

function place(out: Vec, from: HandPose['from'], { shoulder, breast, belly }: BodyBuild, chin: Readonly<Vec>): Vec {
  switch (from) {
    case 'shoulder': return setVec(out, shoulder.x, shoulder.y, shoulder.z);
    case 'breast': return setVec(out, breast.x, breast.y, breast.z);
    case 'heart': return setVec(out, -0.3 * shoulder.x, breast.y, breast.z);
    case 'chin': return setVec(out, chin.x, chin.y, chin.z);
    case 'belly': return setVec(out, belly.x, belly.y, belly.z);
  }
}

function set(out: Vec, [x, y, z]: Towards): Vec {
  return setVec(out, x, y, z);
}
