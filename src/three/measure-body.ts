import type { VRM, VRMHumanBoneName } from '@pixiv/three-vrm';
import { Box3, Vector3 } from 'three';
import { type BodyBuild, type Place, REFERENCE_BUILD } from '../core/index.ts';
import { visitVertices } from './visit-vertices.ts';

export interface BodyMeasures {
  readonly build: BodyBuild;
  /** The head at rest with its ears and hair, down to the neck; in metres. */
  readonly headBox: Box3;
}

type Trunk = 'hips' | 'spine' | 'chest' | 'upperChest';

const TRUNK: readonly string[] = ['hips', 'spine', 'chest', 'upperChest'] satisfies Trunk[];
const HEAD: readonly string[] = ['head', 'jaw', 'leftEye', 'rightEye'];
/** Of all points of the head the chin lies farthest down and a little forward: by this much of the way down. */
const CHIN_FORWARD = 0.4;
/** The heart, on the way from neck to hips. */
const HEART = 0.26;
/** The upper end of the belly on that way. */
const BELLY = 0.5;

/** Measures an avatar that stands at rest, facing +z, on its bones and on its skin and clothes. */
export function measureBody(vrm: VRM): BodyMeasures {
  const at = (name: VRMHumanBoneName): Vector3 | null => vrm.humanoid.getRawBoneNode(name)?.getWorldPosition(new Vector3()) ?? null;
  // A VRM cannot be without hips, limbs and head; the other bones are guessed by the reference.
  const hips = at('hips') ?? new Vector3(0, REFERENCE_BUILD.hips.y, 0);
  const size = hips.y / REFERENCE_BUILD.hips.y;
  const scaled = ({ x, y, z }: Place): Vector3 => new Vector3(x, y, z).multiplyScalar(size);
  const joint = (name: VRMHumanBoneName, otherwise: Place): Vector3 => at(name) ?? scaled(otherwise);
  const between = (from: VRMHumanBoneName, to: VRMHumanBoneName, otherwise: number): number => {
    const [start, end] = [at(from), at(to)];
    return start && end ? start.distanceTo(end) : otherwise * size;
  };
  const head = joint('head', REFERENCE_BUILD.head);
  const neck = at('neck') ?? new Vector3(head.x, head.y - size * (REFERENCE_BUILD.head.y - REFERENCE_BUILD.neck.y), head.z);
  const shoulder = joint('leftUpperArm', REFERENCE_BUILD.shoulder);
  const upperArm = between('leftUpperArm', 'leftLowerArm', REFERENCE_BUILD.upperArm);
  const lowerArm = between('leftLowerArm', 'leftHand', REFERENCE_BUILD.lowerArm);
  const wrist = joint('leftHand', { x: 0, y: 0, z: 0 });

  const height = (share: number): number => neck.y + (hips.y - neck.y) * share;
  const hands = shoulder.y - upperArm - lowerArm;
  const middle = 0.03 * size;
  const chin = farthest();
  const breast = farthest();
  const belly = farthest();
  const girth = farthest();
  const finger = farthest();
  const headBox = new Box3();
  visitVertices(vrm, (bone, place) => {
    const { x, y, z } = place;
    if (HEAD.includes(bone)) {
      if (y > neck.y) headBox.expandByPoint(place);
      if (Math.abs(x) < middle) chin.offer(CHIN_FORWARD * z - y, place);
    } else if (bone.startsWith('leftMiddle')) finger.offer(place.distanceTo(wrist), place);
    if (TRUNK.includes(bone) && Math.abs(x) < 2 * middle) {
      if (Math.abs(y - height(HEART)) < middle) breast.offer(z, place);
      if (y < height(BELLY) && y > hips.y) belly.offer(z, place);
    }
    if ((TRUNK.includes(bone) || bone.endsWith('UpperLeg')) && Math.abs(y - hands) < 3 * middle) girth.offer(Math.abs(x), place);
  });
  if (headBox.isEmpty()) headBox.setFromCenterAndSize(head.clone().setY(head.y + 0.1 * size), new Vector3(0.2, 0.28, 0.2).multiplyScalar(size));

  const build: BodyBuild = {
    hips: placeOf(hips), neck: placeOf(neck), head: placeOf(head), shoulder: placeOf(shoulder),
    hip: placeOf(joint('leftUpperLeg', REFERENCE_BUILD.hip)), collar: placeOf(joint('leftShoulder', REFERENCE_BUILD.collar)),
    upperLeg: between('leftUpperLeg', 'leftLowerLeg', REFERENCE_BUILD.upperLeg), lowerLeg: between('leftLowerLeg', 'leftFoot', REFERENCE_BUILD.lowerLeg),
    upperArm, lowerArm,
    hand: finger.place ? finger.most : between('leftHand', 'leftMiddleDistal', REFERENCE_BUILD.hand),
    chin: onMiddle(chin.place ?? scaled(REFERENCE_BUILD.chin)),
    breast: onMiddle((breast.place ?? scaled(REFERENCE_BUILD.breast)).setY(height(HEART))),
    belly: onMiddle(belly.place ?? scaled(REFERENCE_BUILD.belly)),
    girth: girth.place ? girth.most : REFERENCE_BUILD.girth * size,
  };
  return { build, headBox };
}

interface Farthest {
  most: number;
  place: Vector3 | null;
  offer(value: number, place: Vector3): void;
}

function farthest(): Farthest {
  return {
    most: Number.NEGATIVE_INFINITY,
    place: null,
    offer(value, place) {
      if (value <= this.most) return;
      this.most = value;
      this.place = (this.place ?? new Vector3()).copy(place);
    },
  };
}

const placeOf = ({ x, y, z }: Vector3): Place => ({ x, y, z });
const onMiddle = ({ y, z }: Vector3): Place => ({ x: 0, y, z });
