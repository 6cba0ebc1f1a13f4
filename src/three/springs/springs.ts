import type { VRM, VRMSpringBoneManager } from '@pixiv/three-vrm';
import { type Object3D, Quaternion, Vector3 } from 'three';
import type { Hertz, Seconds } from '../../core/index.ts';
import { type SpringSolver, createSpringSolver } from './spring-solver.ts';

/** Saves time on hair and cloth that nobody sees closely. */
export interface SpringThrottle {
  /** Distance from the player's eyes, in metres, from which springs run slower. */
  readonly beyond: number;
  /** How often they run there. */
  readonly rate: Hertz;
}

export interface Springs {
  /**
   * Moves hair and cloth; allocates nothing.
   *
   * @param step how long, in `step[0]` seconds: in an array, as numbers that are handed on would be allocated at every frame
   * @param eyes where the player's are in the world
   */
  update(step: Float64Array, eyes: Vector3 | null): void;
}

/** Faster moves within one frame are teleports, which would fling hair across the room. */
const TELEPORT_DISTANCE = 0.5;
const TELEPORT_ANGLE = 1;
/** Two rotations are that far apart when their quaternions' product is less than this. */
const TELEPORT_PRODUCT = Math.cos(TELEPORT_ANGLE / 2);
/** Verlet springs overshoot in longer steps. */
const MAX_STEP: Seconds = 0.05;

const position = new Vector3();
const turn = new Quaternion();
const headPlace = new Vector3();

/**
 * @param body the object that is moved about, with an up-to-date world matrix at every update
 * @param head what the distance to the player's eyes is measured from
 */
export function createSprings({ springBoneManager: manager, scene }: VRM, body: Object3D, head: Object3D, throttle: SpringThrottle): Springs {
  if (!manager || manager.joints.size === 0) return { update() {} };
  const solver = createSpringSolver(manager, scene) ?? slowSolver(manager);
  const lastPosition = new Vector3(Number.POSITIVE_INFINITY, 0, 0);
  const lastTurn = new Quaternion();
  const owed = new Float64Array(1);
  return {
    update(step, eyes) {
      position.setFromMatrixPosition(body.matrixWorld);
      turn.setFromRotationMatrix(body.matrixWorld);
      if (!isNear(position, lastPosition, TELEPORT_DISTANCE) || hasTurnedFar(turn, lastTurn)) solver.reset();
      lastPosition.copy(position);
      lastTurn.copy(turn);
      owed[0] = owed[0]! + step[0]!;
      const far = eyes !== null && !isNear(eyes, headPlace.setFromMatrixPosition(head.matrixWorld), throttle.beyond);
      if (far && owed[0]! < 1 / throttle.rate) return;
      owed[0] = Math.min(owed[0]!, MAX_STEP);
      solver.move(owed);
      owed[0] = 0;
    },
  };
}

// Answers, not distances: a number that three hands back is allocated at every frame.

function isNear(a: Vector3, b: Vector3, reach: number): boolean {
  const x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return x * x + y * y + z * z < reach * reach;
}

function hasTurnedFar(a: Quaternion, b: Quaternion): boolean {
  return Math.abs(a.x * b.x + a.y * b.y + a.z * b.z + a.w * b.w) < TELEPORT_PRODUCT;
}

/** three-vrm's own way, which knows every kind of spring. */
function slowSolver(manager: VRMSpringBoneManager): SpringSolver {
  return { reset: () => manager.reset(), move: (step) => manager.update(step[0]!) };
}
