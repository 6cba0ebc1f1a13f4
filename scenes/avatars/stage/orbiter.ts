import { MathUtils, type PerspectiveCamera, Spherical, Vector3 } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import { FOV, type View } from '../../shared/stage/view.ts';

/** From well above down to a little below the eyes, in radians from straight overhead: never under the floor. */
const HIGHEST = 0.35 * Math.PI;
const LOWEST = 0.56 * Math.PI;
/** How much closer and farther than the framed view one may go. */
const CLOSER = 0.45;
const FARTHER = 2.2;
/** Time constant of a glide to another view, in seconds. */
const GLIDE = 0.09;

/** Moves a camera around the avatar: by hand within limits, or gliding to what a shot frames. */
export interface Orbiter {
  /** Lets drags and the wheel on a canvas move the camera, and tells when they did; returns how to end that. */
  connect(canvas: HTMLCanvasElement, onChange: () => void): () => void;
  /** Comes before the avatar so that a view fits a picture of this aspect; at once the first time and when `still`. */
  frame(view: View, aspect: number, still: boolean): void;
  /** Turns around the avatar, in radians to the viewer's right. */
  turn(by: number): void;
  /** Back before it, as it was last framed. */
  reset(): void;
  /** Goes on gliding; tells whether there is still some way to go. */
  update(delta: number): boolean;
}

export function createOrbiter(camera: PerspectiveCamera): Orbiter {
  const controls = new OrbitControls(camera);
  controls.enablePan = false;
  controls.minPolarAngle = HIGHEST;
  controls.maxPolarAngle = LOWEST;
  controls.rotateSpeed = 0.7;
  const middle = new Vector3();
  const front = new Spherical();
  const now = new Spherical();
  const goal = new Spherical();
  let gliding = false;
  let leaping = true;

  const readNow = (): Spherical => now.setFromVector3(camera.position.clone().sub(controls.target));
  const glideTo = (offset: Spherical): void => {
    goal.copy(offset);
    gliding = true;
    if (leaping) move(1);
  };

  function move(share: number): void {
    readNow();
    const round = Math.atan2(Math.sin(goal.theta - now.theta), Math.cos(goal.theta - now.theta));
    const away = Math.abs(goal.radius - now.radius) + controls.target.distanceTo(middle) + Math.abs(round) + Math.abs(goal.phi - now.phi);
    gliding = away * (1 - share) > 0.002;
    now.set(MathUtils.lerp(now.radius, goal.radius, share), MathUtils.lerp(now.phi, goal.phi, share), now.theta + share * round);
    controls.target.lerp(middle, share);
    camera.position.setFromSpherical(now).add(controls.target);
    controls.update();
  }

  return {
    connect(canvas, onChange) {
      const letGo = (): void => {
        gliding = false;
      };
      controls.connect(canvas);
      controls.addEventListener('start', letGo);
      controls.addEventListener('change', onChange);
      return () => {
        controls.removeEventListener('start', letGo);
        controls.removeEventListener('change', onChange);
        controls.disconnect();
      };
    },
    frame(view, aspect, still) {
      const half = Math.tan((FOV * MathUtils.DEG2RAD) / 2);
      const distance = Math.max(view.tall / 2 / half, view.wide / 2 / (half * aspect));
      controls.minDistance = CLOSER * distance;
      controls.maxDistance = FARTHER * distance;
      middle.set(0, view.middle, 0);
      front.set(distance, Math.PI / 2, 0);
      leaping ||= still;
      glideTo(front);
      leaping = still;
    },
    turn(by) {
      if (!gliding) goal.copy(readNow());
      goal.theta += by;
      glideTo(goal);
    },
    reset: () => glideTo(front),
    update(delta) {
      if (gliding) move(1 - Math.exp(-delta / GLIDE));
      return gliding;
    },
  };
}
