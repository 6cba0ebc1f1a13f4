export { createEncounter, type Encounter, type EncounterOptions } from './encounter.ts';
export { createExpressionSource, type ExpressionTracker, faceOfWeights } from './expression-source.ts';
export type { BodyPose, TrackedHand } from './motion/body-pose.ts';
export type { HandTelling } from './motion/hand-gestures.ts';
export { createMotionReader, type MotionReader } from './motion/motion-reader.ts';
export type { Point } from './motion/point.ts';
export { createMotionSource, type MotionSource } from './motion-source.ts';
export { createPlacement, type Placement } from './placement.ts';
export { createProxemics, type Distances, DISTANCES, type Proxemics, type Spot } from './proxemics.ts';
