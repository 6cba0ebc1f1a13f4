export type { BodyPose, TrackedHand } from './motion/body-pose.ts';
export type { HandTelling } from './motion/hand-gestures.ts';
export { createMotionReader, type MotionReader } from './motion/motion-reader.ts';
export type { Point } from './motion/point.ts';
