import type { VRM } from '@pixiv/three-vrm';
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
export function createSprings({ springBoneManager: manager }: VRM, body: Object3D, throttle: SpringThrottle): Springs {
  const lastPosition = new Vector3(Number.POSITIVE_INFINITY, 0, 0);
  const lastTurn = new Quaternion();
  let owed = 0;
  return {
    update(delta, distance) {
      if (!manager || manager.joints.size === 0) return;
      position.setFromMatrixPosition(body.matrixWorld);
      turn.setFromRotationMatrix(body.matrixWorld);
      if (!(position.distanceTo(lastPosition) < TELEPORT_DISTANCE) || turn.angleTo(lastTurn) > TELEPORT_ANGLE) manager.reset();
      lastPosition.copy(position);
      lastTurn.copy(turn);
      owed += delta;
      if (distance > throttle.beyond && owed < 1 / throttle.rate) return;
      manager.update(Math.min(owed, MAX_STEP));
      owed = 0;
    },
  };
}
