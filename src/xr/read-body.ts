import { type Camera, Matrix4, Quaternion, Vector3, type WebGLRenderer } from 'three';
import type { SessionTime } from '../core/index.ts';
import type { BodyPose, Side, TrackedHand } from './motion/body-pose.ts';
import type { Point } from './motion/point.ts';

/** A finger is stretched out when its tip is so many times as far from the wrist as its knuckle, and curled below the other. */
const STRETCHED = 1.62;
const CURLED = 1.4;

/**
 * Reads where a player's head and hands are in the world, from the present frame of a headset's session.
 *
 * @returns null outside of a session, and while the headset does not know where it is
 */
export function readBody(renderer: Pick<WebGLRenderer, 'xr'>, camera: Camera, at: SessionTime): BodyPose | null {
  const { xr } = renderer;
  const space = xr.isPresenting ? xr.getReferenceSpace() : null;
  const frame = space ? xr.getFrame() : null;
  const viewer = space ? frame?.getViewerPose(space) : undefined;
  if (!space || !frame || !viewer) return null;
  // Poses are relative to the player's rig, which a game may have moved.
  if (camera.parent) {
    camera.parent.updateWorldMatrix(true, false);
    rig.copy(camera.parent.matrixWorld);
  } else rig.identity();
  let left: TrackedHand | null = null;
  let right: TrackedHand | null = null;
  for (const source of xr.getSession()?.inputSources ?? []) {
    if (source.handedness === 'left') left ??= readHand(frame, space, source, 'left');
    else if (source.handedness === 'right') right ??= readHand(frame, space, source, 'right');
  }
  const { position, orientation } = viewer.transform;
  return { at, head: { position: place(position), direction: ahead(orientation) }, left, right };
}

function readHand(frame: XRFrame, space: XRReferenceSpace, source: XRInputSource, side: Side): TrackedHand | null {
  if (source.hand) return readFingers(frame, space, source.hand, side);
  const grip = source.gripSpace && frame.getPose(source.gripSpace, space);
  const ray = frame.getPose(source.targetRaySpace, space);
  return grip && ray ? { position: place(grip.transform.position), direction: ahead(ray.transform.orientation), palm: null, pointing: null } : null;
}

function readFingers(frame: XRFrame, space: XRReferenceSpace, hand: XRHand, side: Side): TrackedHand | null {
  const joint = (name: XRHandJoint): Vector3 | null => {
    const at = hand.get(name);
    const pose = at && frame.getJointPose?.(at, space);
    return pose ? new Vector3().copy(pose.transform.position) : null;
  };
  const wrist = joint('wrist');
  const [indexKnuckle, indexTip] = [joint('index-finger-phalanx-proximal'), joint('index-finger-tip')];
  const [middleKnuckle, middleTip] = [joint('middle-finger-phalanx-proximal'), joint('middle-finger-tip')];
  const littleKnuckle = joint('pinky-finger-phalanx-proximal');
  if (!wrist || !indexKnuckle || !indexTip || !middleKnuckle || !middleTip || !littleKnuckle) return null;
  const reach = (tip: Vector3, knuckle: Vector3): number => tip.distanceTo(wrist) / Math.max(1e-4, knuckle.distanceTo(wrist));
  const palm = indexKnuckle.clone().sub(wrist).cross(littleKnuckle.sub(wrist)).normalize().multiplyScalar(side === 'right' ? 1 : -1);
  return {
    position: place(wrist.clone().lerp(middleKnuckle, 0.7)),
    direction: turn(indexTip.clone().sub(indexKnuckle).normalize()),
    palm: turn(palm),
    pointing: reach(indexTip, indexKnuckle) > STRETCHED && reach(middleTip, middleKnuckle) < CURLED,
  };
}

const rig = new Matrix4();
const vector = new Vector3();
const quaternion = new Quaternion();

function place({ x, y, z }: Point): Point {
  vector.set(x, y, z).applyMatrix4(rig);
  return { x: vector.x, y: vector.y, z: vector.z };
}

function turn(direction: Vector3): Point {
  direction.transformDirection(rig);
  return { x: direction.x, y: direction.y, z: direction.z };
}

function ahead({ x, y, z, w }: DOMPointReadOnly): Point {
  return turn(vector.set(0, 0, -1).applyQuaternion(quaternion.set(x, y, z, w)));
}
