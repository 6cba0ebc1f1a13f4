import { type Camera, Matrix4, Quaternion, Vector3, type WebGLRenderer } from 'three';
import type { Point } from './motion/point.ts';

/** Finds a place on the floor of the player's own room, for augmented reality. */
export interface Placement {
  /** Where the player's ray meets the floor, in the world; null where it meets none near enough. */
  readonly at: Readonly<Point> | null;
  /** Whether the headset found a surface there (a hit test); otherwise the floor is taken to be at the height that the session gives. */
  readonly certain: boolean;
  /** Call it once a frame. */
  update(): void;
  dispose(): void;
}

/** Nearer than this nobody can be met, and farther than that it is no talk; in metres along the floor. */
const NEAREST = 0.7;
const FARTHEST = 3.5;
/** A surface that is higher than this above the floor is a table or a bed. */
const FLOOR_ENDS = 0.25;

/**
 * Looks along the ray of a hand or a controller, or along the gaze where there is none. Sessions with the feature `hit-test` are asked for real
 * surfaces; without it the floor of the `local-floor` space will do.
 */
export function createPlacement(renderer: Pick<WebGLRenderer, 'xr'>, camera: Camera): Placement {
  const at = new Vector3();
  let found = false;
  let certain = false;
  /** The space whose ray is tested against surfaces, and by what. */
  let asked: XRSpace | null = null;
  let source: XRHitTestSource | null = null;

  const viewers = new WeakMap<XRSession, XRReferenceSpace>();

  /** On a phone one aims by looking. */
  function findViewer(session: XRSession): void {
    session.requestReferenceSpace('viewer').then((space) => viewers.set(session, space), () => undefined);
  }

  function forget(): void {
    asked = null;
    source?.cancel();
    source = null;
  }

  function ask(session: XRSession, space: XRSpace): void {
    forget();
    asked = space;
    if (!session.enabledFeatures?.includes('hit-test')) return;
    // Where it is refused after all, the floor will do.
    session.requestHitTestSource?.({ space })?.then((made) => {
      if (asked === space) source = made;
      else made.cancel();
    }, () => undefined);
  }

  /** The first surface of the room on the ray that can be stood on. */
  function hit(frame: XRFrame, space: XRReferenceSpace): boolean {
    for (const result of source ? frame.getHitTestResults(source) : []) {
      const position = result.getPose(space)?.transform.position;
      if (!position || position.y > FLOOR_ENDS) continue;
      at.set(position.x, position.y, position.z);
      return true;
    }
    return false;
  }

  /** Where the ray meets the floor of the session. */
  function meet(frame: XRFrame, space: XRReferenceSpace, from: XRSpace): boolean {
    const pose = frame.getPose(from, space);
    if (!pose) return false;
    const { position, orientation } = pose.transform;
    direction.set(0, 0, -1).applyQuaternion(turn.set(orientation.x, orientation.y, orientation.z, orientation.w));
    if (direction.y > -0.05 || position.y <= 0) return false;
    at.set(position.x, position.y, position.z).addScaledVector(direction, position.y / -direction.y);
    return true;
  }

  return {
    get at() {
      return found ? at : null;
    },
    get certain() {
      return found && certain;
    },
    update() {
      const { xr } = renderer;
      found = false;
      const [session, space, frame] = xr.isPresenting ? [xr.getSession(), xr.getReferenceSpace(), xr.getFrame()] : [null, null, null];
      if (!session || !space || !frame) return;
      const viewer = frame.getViewerPose(space)?.transform.position;
      if (!viewer) return;
      const pointers = Array.from(session.inputSources).filter(({ targetRayMode }) => targetRayMode === 'tracked-pointer');
      const from = (pointers.find(({ handedness }) => handedness === 'right') ?? pointers[0])?.targetRaySpace ?? viewers.get(session);
      if (!from) return void findViewer(session);
      if (asked !== from) ask(session, from);
      certain = hit(frame, space);
      if (!certain && !meet(frame, space, from)) return;
      const away = Math.hypot(at.x - viewer.x, at.z - viewer.z);
      found = away >= NEAREST && away <= FARTHEST;
      if (!found || !camera.parent) return;
      camera.parent.updateWorldMatrix(true, false);
      at.applyMatrix4(rig.copy(camera.parent.matrixWorld));
    },
    dispose: forget,
  };
}

const direction = new Vector3();
const turn = new Quaternion();
const rig = new Matrix4();
