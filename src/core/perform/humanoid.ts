/**
 * The humanoid bones of VRM 1.0 that the performer turns, parents before children. Jaw and eyes are
 * left out: the mouth belongs to visemes, the eyes to the gaze.
 */
export const HUMAN_BONES = [
  'hips', 'spine', 'chest', 'upperChest', 'neck', 'head',
  'leftUpperLeg', 'leftLowerLeg', 'leftFoot', 'leftToes',
  'rightUpperLeg', 'rightLowerLeg', 'rightFoot', 'rightToes',
  'leftShoulder', 'leftUpperArm', 'leftLowerArm', 'leftHand',
  'leftThumbMetacarpal', 'leftThumbProximal', 'leftThumbDistal',
  'leftIndexProximal', 'leftIndexIntermediate', 'leftIndexDistal',
  'leftMiddleProximal', 'leftMiddleIntermediate', 'leftMiddleDistal',
  'leftRingProximal', 'leftRingIntermediate', 'leftRingDistal',
  'leftLittleProximal', 'leftLittleIntermediate', 'leftLittleDistal',
  'rightShoulder', 'rightUpperArm', 'rightLowerArm', 'rightHand',
  'rightThumbMetacarpal', 'rightThumbProximal', 'rightThumbDistal',
  'rightIndexProximal', 'rightIndexIntermediate', 'rightIndexDistal',
  'rightMiddleProximal', 'rightMiddleIntermediate', 'rightMiddleDistal',
  'rightRingProximal', 'rightRingIntermediate', 'rightRingDistal',
  'rightLittleProximal', 'rightLittleIntermediate', 'rightLittleDistal',
] as const;
/** The name of a bone of a VRM humanoid, as {@link HUMAN_BONES} lists them. */
export type HumanBone = (typeof HUMAN_BONES)[number];

/** Where a bone's quaternion begins in {@link AvatarFrame.body} is four times this. */
export const BONE_INDEX = Object.fromEntries(HUMAN_BONES.map((bone, index) => [bone, index])) as Readonly<Record<HumanBone, number>>;

/** The bone that carries a bone in a complete skeleton; null for the hips. */
export function parentOf(bone: HumanBone): HumanBone | null {
  switch (bone) {
    case 'hips': return null;
    case 'leftUpperLeg': case 'rightUpperLeg': return 'hips';
    case 'leftShoulder': case 'rightShoulder': return 'upperChest';
  }
  const knuckle = /^(left|right)(Thumb|Index|Middle|Ring|Little)(Metacarpal|Proximal)$/.exec(bone);
  if (knuckle && (knuckle[2] !== 'Thumb') === (knuckle[3] === 'Proximal')) return `${knuckle[1] as 'left'}Hand`;
  return HUMAN_BONES[BONE_INDEX[bone] - 1] ?? null;
}

/** Writes a bone's turn into {@link AvatarFrame.body}. */
export function writeBone(body: Float64Array, bone: HumanBone, { x, y, z, w }: { readonly x: number; readonly y: number; readonly z: number; readonly w: number }): void {
  const at = 4 * BONE_INDEX[bone];
  body[at] = x;
  body[at + 1] = y;
  body[at + 2] = z;
  body[at + 3] = w;
}
