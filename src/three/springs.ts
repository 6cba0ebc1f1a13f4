import type { VRM, VRMSpringBoneJoint, VRMSpringBoneManager } from '@pixiv/three-vrm';
import { type Object3D, Quaternion, Vector3 } from 'three';
import type { Hertz, Seconds } from '../core/index.ts';

/** Saves time on hair and cloth that nobody sees closely. */
export interface SpringThrottle {
  /** Distance from the player's eyes, in metres, from which springs run slower. */
  readonly beyond: number;
  /** How often they run there. */
  readonly rate: Hertz;
}

export interface Springs {
  /** Moves hair and cloth; `distance` in metres is how far the player's eyes are. */
  update(delta: Seconds, distance: number): void;
}

/** Faster moves within one frame are teleports, which would fling hair across the room. */
const TELEPORT_DISTANCE = 0.5;
const TELEPORT_ANGLE = 1;
/** Verlet springs overshoot in longer steps. */
const MAX_STEP: Seconds = 0.05;

const position = new Vector3();
const turn = new Quaternion();

/** @param body the object that is moved about, with an up-to-date world matrix at every update */
export function createSprings({ springBoneManager: manager, scene }: VRM, body: Object3D, throttle: SpringThrottle): Springs {
  const lastPosition = new Vector3(Number.POSITIVE_INFINITY, 0, 0);
  const lastTurn = new Quaternion();
  const run = manager ? runnerOf(manager, scene) : null;
  /** In an array, as a variable would be allocated at every frame. */
  const owed = new Float64Array(1);
  return {
    update(delta, distance) {
      if (!manager || !run || manager.joints.size === 0) return;
      position.setFromMatrixPosition(body.matrixWorld);
      turn.setFromRotationMatrix(body.matrixWorld);
      if (!(position.distanceTo(lastPosition) < TELEPORT_DISTANCE) || turn.angleTo(lastTurn) > TELEPORT_ANGLE) manager.reset();
      lastPosition.copy(position);
      lastTurn.copy(turn);
      owed[0] = owed[0]! + delta;
      if (distance > throttle.beyond && owed[0]! < 1 / throttle.rate) return;
      run(Math.min(owed[0]!, MAX_STEP));
      owed[0] = 0;
    },
  };
}

/** A spring bone, and what else hangs on it down to the next one, parents first. */
interface Link {
  readonly joint: VRMSpringBoneJoint;
  readonly carried: readonly Object3D[];
}

/**
 * Runs the joints of a manager as it would itself, from lists made once: three-vrm walks the whole
 * skeleton with new closures at every frame. Its own way remains for colliders that hang on springs,
 * which ask for its order.
 */
function runnerOf(manager: VRMSpringBoneManager, scene: Object3D): (delta: Seconds) => void {
  const joints = [...manager.joints].sort((a, b) => depthOf(a.bone) - depthOf(b.bone));
  const springs = new Set<Object3D>(joints.map(({ bone }) => bone));
  const colliders: Object3D[] = manager.colliders;
  const hangsOnSpring = (node: Object3D | null): boolean => node !== null && (springs.has(node) || hangsOnSpring(node.parent));
  if (colliders.some(hangsOnSpring)) return (delta) => manager.update(delta);

  const fixed = new Set<Object3D>(colliders);
  for (const end of [...colliders, ...springs]) {
    for (let node = end.parent; node && node !== scene.parent; node = node.parent) if (!hangsOnSpring(node)) fixed.add(node);
  }
  const ancestors = [...fixed].sort((a, b) => depthOf(a) - depthOf(b));
  const links: Link[] = joints.map((joint) => ({ joint, carried: carriedBy(joint.bone, springs) }));
  return (delta) => {
    for (let at = 0; at < ancestors.length; at++) ancestors[at]!.updateWorldMatrix(false, false);
    for (let at = 0; at < links.length; at++) {
      const { joint, carried } = links[at]!;
      joint.bone.updateMatrix();
      joint.bone.updateWorldMatrix(false, false);
      joint.update(delta);
      for (let each = 0; each < carried.length; each++) carried[each]!.updateWorldMatrix(false, false);
    }
  };
}

function carriedBy(bone: Object3D, springs: ReadonlySet<Object3D>, found: Object3D[] = []): Object3D[] {
  for (const child of bone.children) {
    if (springs.has(child)) continue;
    found.push(child);
    carriedBy(child, springs, found);
  }
  return found;
}

function depthOf(node: Object3D): number {
  return node.parent ? 1 + depthOf(node.parent) : 0;
}
