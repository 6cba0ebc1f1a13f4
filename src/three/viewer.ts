import { type Camera, type Object3D, Quaternion, Vector3, type WebGLRenderer } from 'three';

/**
 * Reads where the player's eyes are in the world, and which way they look; in a headset between both eyes.
 *
 * In a session call it inside the animation loop, where the headset's pose is known.
 *
 * @param renderer null where no headset can be entered
 */
export function readViewer(renderer: Pick<WebGLRenderer, 'xr'> | null, camera: Camera, position: Vector3, direction?: Vector3): Vector3 {
  const xr = renderer?.xr;
  const space = xr?.isPresenting ? xr.getReferenceSpace() : null;
  const pose = space ? xr?.getFrame()?.getViewerPose(space) : undefined;
  if (!pose) {
    // Also updates the world matrix that getWorldDirection reads.
    camera.getWorldPosition(position);
    if (direction) camera.getWorldDirection(direction);
    return position;
  }
  const { position: at, orientation } = pose.transform;
  position.set(at.x, at.y, at.z);
  direction?.set(0, 0, -1).applyQuaternion(turn.set(orientation.x, orientation.y, orientation.z, orientation.w));
  if (camera.parent) {
    // The pose is relative to the player's rig, which a game may have moved.
    camera.parent.updateWorldMatrix(true, false);
    position.applyMatrix4(camera.parent.matrixWorld);
    direction?.transformDirection(camera.parent.matrixWorld);
  }
  return position;
}

/**
 * Stands an avatar on the floor before the player, turned to face them.
 *
 * @param distance in metres; 1.2 to 2 is where people talk (Hall 1966, social distance)
 * @param floor height of the floor in the world, in metres; 0 in a `local-floor` session
 */
export function standBefore(object: Object3D, eyes: Vector3, direction: Vector3, distance = 1.4, floor = 0): void {
  place.set(direction.x, 0, direction.z);
  if (place.lengthSq() < 1e-6) place.set(0, 0, -1);
  place.normalize().multiplyScalar(distance).add(eyes).setY(floor);
  object.position.copy(place);
  if (object.parent) {
    object.parent.updateWorldMatrix(true, false);
    object.parent.worldToLocal(object.position);
  }
  object.lookAt(eyes.x, floor, eyes.z);
}

const place = new Vector3();
const turn = new Quaternion();
