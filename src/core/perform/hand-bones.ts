import type { Arm } from './arm.ts';
import type { AvatarFrame } from './frame.ts';
import { type HumanBone, writeBone } from './humanoid.ts';
import { type Quat, quat, setQuat, turnX, turnY, turnZ } from './vector.ts';

type Side = 'left' | 'right';

/** A finger's place in a {@link Grip}, how it fans out, and the bones of either hand. */
interface Finger {
  readonly grip: number;
  readonly fan: number;
  readonly bones: Readonly<Record<Side, readonly [HumanBone, HumanBone, HumanBone]>>;
}

const FINGERS: readonly Finger[] = (['Index', 'Middle', 'Ring', 'Little'] as const).map((name, index) => ({
  grip: index + 1,
  fan: [-1, -0.3, 0.45, 1.1][index] ?? 0,
  bones: {
    left: [`left${name}Proximal`, `left${name}Intermediate`, `left${name}Distal`],
    right: [`right${name}Proximal`, `right${name}Intermediate`, `right${name}Distal`],
  },
}));

/** How much more the middle joint bends than the knuckle, and the last joint less. */
const MIDDLE = 1.25;
const LAST = 0.8;

const turn = quat();
const own = quat();

/** Writes an arm and its hand into a frame; the right one as the left one's mirror image. */
export function writeArm({ body }: AvatarFrame, side: Side, arm: Arm): void {
  write(body, side, `${side}Shoulder`, arm.shoulder);
  write(body, side, `${side}UpperArm`, arm.upper);
  write(body, side, `${side}LowerArm`, arm.lower);
  write(body, side, `${side}Hand`, arm.hand);
  const [thumb = 0, , , , , fan = 0] = arm.grip;
  write(body, side, `${side}ThumbMetacarpal`, turnX(turnY(turnZ(straight(), -0.6 * thumb), 0.1 + 0.45 * thumb), 0.3));
  write(body, side, `${side}ThumbProximal`, turnY(straight(), thumb));
  write(body, side, `${side}ThumbDistal`, turnY(straight(), LAST * thumb));
  for (const finger of FINGERS) {
    const curl = arm.grip[finger.grip] ?? 0;
    const [knuckle, middle, last] = finger.bones[side];
    write(body, side, knuckle, turnY(turnZ(straight(), -curl), finger.fan * fan));
    write(body, side, middle, turnZ(straight(), -MIDDLE * curl));
    write(body, side, last, turnZ(straight(), -LAST * curl));
  }
}

function write(body: Float64Array, side: Side, bone: HumanBone, { x, y, z, w }: Quat): void {
  writeBone(body, bone, side === 'left' ? setQuat(turn, x, y, z, w) : setQuat(turn, x, -y, -z, w));
}

function straight(): Quat {
  return setQuat(own, 0, 0, 0, 1);
}
