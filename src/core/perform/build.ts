/** A place on a body that stands in the T-pose on the floor, facing +z: +x to its left, +y up. In metres. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * The measures of a body, so that hands land where a gesture means them on any avatar. Places are
 * those of the left side in the T-pose; lengths and places in metres.
 */
export interface BodyBuild {
  readonly hips: Place;
  /** The left hip joint: where `leftUpperLeg` turns. */
  readonly hip: Place;
  readonly upperLeg: number;
  /** From knee to ankle. */
  readonly lowerLeg: number;
  readonly neck: Place;
  readonly head: Place;
  /** The foremost point of the chin, on the skin. */
  readonly chin: Place;
  /** Where `leftShoulder`, the collar bone, turns. */
  readonly collar: Place;
  /** The left shoulder joint: where `leftUpperArm` turns. */
  readonly shoulder: Place;
  readonly upperArm: number;
  /** From elbow to wrist. */
  readonly lowerArm: number;
  /** From wrist to the tip of the middle finger. */
  readonly hand: number;
  /** On the front of the chest, clothes included, in the middle, at the height of the heart. */
  readonly breast: Place;
  /** The foremost point of the belly, clothes included. */
  readonly belly: Place;
  /** Half the width of trunk and hips where the hands hang, clothes included. */
  readonly girth: number;
}

/** A young woman of 1.58 m: Mira's measures. */
export const REFERENCE_BUILD: BodyBuild = {
  hips: { x: 0, y: 0.835, z: 0 },
  hip: { x: 0.076, y: 0.795, z: -0.004 },
  upperLeg: 0.36,
  lowerLeg: 0.357,
  neck: { x: 0, y: 1.262, z: -0.016 },
  head: { x: 0, y: 1.34, z: -0.004 },
  chin: { x: 0, y: 1.318, z: 0.084 },
  collar: { x: 0.028, y: 1.249, z: -0.012 },
  shoulder: { x: 0.128, y: 1.243, z: -0.012 },
  upperArm: 0.226,
  lowerArm: 0.206,
  hand: 0.165,
  breast: { x: 0, y: 1.15, z: 0.095 },
  belly: { x: 0, y: 0.95, z: 0.1 },
  girth: 0.16,
};
