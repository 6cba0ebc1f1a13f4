import { type BodyBuild, REFERENCE_BUILD } from 'attune';

/** An older man of 1.76 m with a belly. */
const STOUT: BodyBuild = {
  hips: { x: 0, y: 0.92, z: 0 }, hip: { x: 0.09, y: 0.88, z: 0 }, upperLeg: 0.4, lowerLeg: 0.4,
  neck: { x: 0, y: 1.44, z: -0.01 }, head: { x: 0, y: 1.53, z: 0.005 }, chin: { x: 0, y: 1.5, z: 0.1 },
  collar: { x: 0.03, y: 1.42, z: -0.01 }, shoulder: { x: 0.18, y: 1.42, z: -0.01 }, upperArm: 0.28, lowerArm: 0.25, hand: 0.19,
  breast: { x: 0, y: 1.3, z: 0.14 }, belly: { x: 0, y: 1.08, z: 0.2 }, girth: 0.2,
};

/** A chibi fox of 1.05 m with very short arms. */
const CHIBI: BodyBuild = {
  hips: { x: 0, y: 0.3, z: 0 }, hip: { x: 0.06, y: 0.28, z: 0 }, upperLeg: 0.12, lowerLeg: 0.12,
  neck: { x: 0, y: 0.55, z: 0 }, head: { x: 0, y: 0.6, z: 0.01 }, chin: { x: 0, y: 0.58, z: 0.16 },
  collar: { x: 0.02, y: 0.53, z: 0 }, shoulder: { x: 0.09, y: 0.53, z: 0 }, upperArm: 0.12, lowerArm: 0.11, hand: 0.09,
  breast: { x: 0, y: 0.47, z: 0.1 }, belly: { x: 0, y: 0.36, z: 0.12 }, girth: 0.13,
};

export const BUILDS: Readonly<Record<'mira' | 'stout' | 'chibi', BodyBuild>> = { mira: REFERENCE_BUILD, stout: STOUT, chibi: CHIBI };
