import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { MathUtils, PerspectiveCamera, Spherical, Vector3 } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import type { View } from './view.ts';

/** A portrait lens, in degrees: a wide one at arm's length would swell the nose. */
export const FOV = 24;
/** From a little below the eyes to well above, in radians from straight overhead: never under the floor. */
const HIGHEST = 0.35 * Math.PI;
const LOWEST = 0.56 * Math.PI;
/** How much closer and farther than the framed view one may go. */
const CLOSER = 0.45;
const FARTHER = 2.2;
/** Time constant of a glide to another view, in seconds. */
const GLIDE = 0.09;

export interface Orbiting {
  /** Turns around the avatar, in radians to its left. */
  turn(by: number): void;
  /** Back before it, as the shot frames it. */
  reset(): void;
}

interface OrbitProps {
  readonly view: View;
  /** Arrives at once instead of gliding. */
  readonly still: boolean;
  readonly onReady: (orbiting: Orbiting) => void;
}

/** Lets the visitor look from all sides by dragging, and glides to what a shot frames. */
export function Orbit({ view, still, onReady }: OrbitProps) {
  const camera = useThree((state) => state.camera);
  const canvas = useThree((state) => state.gl.domElement);
  const invalidate = useThree((state) => state.invalidate);
  const size = useThree((state) => state.size);
  const controls = useMemo(() => limited(new OrbitControls(camera)), [camera]);
  /** Where the camera glides to, around what; null once it has arrived or a hand took over. */
  const goal = useRef<{ readonly around: Vector3; readonly offset: Spherical } | null>(null);
  const arrived = useRef(false);

  useEffect(() => {
    const letGo = (): void => {
      goal.current = null;
    };
    const redraw = (): void => invalidate();
    controls.connect(canvas);
    controls.addEventListener('start', letGo);
    controls.addEventListener('change', redraw);
    return () => {
      controls.removeEventListener('start', letGo);
      controls.removeEventListener('change', redraw);
      controls.disconnect();
    };
  }, [canvas, controls, invalidate]);

  useEffect(() => {
    if (!(camera instanceof PerspectiveCamera)) return;
    const half = Math.tan((FOV * Math.PI) / 360);
    const distance = Math.max(view.tall / 2 / half, view.wide / 2 / (half * (size.width / size.height)));
    controls.minDistance = CLOSER * distance;
    controls.maxDistance = FARTHER * distance;
    const around = new Vector3(0, view.middle, 0);
    const glide = (offset: Spherical, at = around): void => {
      goal.current = { around: at, offset };
      if (still || !arrived.current) arrive(camera.position, controls, goal.current, 1);
      arrived.current = true;
      invalidate();
    };
    const reset = (): void => glide(new Spherical(distance, Math.PI / 2, 0));
    reset();
    onReady({
      reset,
      turn(by) {
        const from = goal.current?.offset ?? new Spherical().setFromVector3(camera.position.clone().sub(controls.target));
        glide(new Spherical(from.radius, from.phi, from.theta + by), controls.target.clone());
      },
    });
  }, [camera, controls, invalidate, onReady, size, still, view]);

  useFrame((_, delta) => {
    if (!goal.current) return;
    if (arrive(camera.position, controls, goal.current, 1 - Math.exp(-delta / GLIDE))) goal.current = null;
    invalidate();
  });
  return null;
}

/** Moves a share of the way to a goal; tells whether it is there. */
function arrive(position: Vector3, controls: OrbitControls, { around, offset }: { around: Vector3; offset: Spherical }, share: number): boolean {
  const now = new Spherical().setFromVector3(position.clone().sub(controls.target));
  const left = Math.atan2(Math.sin(offset.theta - now.theta), Math.cos(offset.theta - now.theta));
  now.set(MathUtils.lerp(now.radius, offset.radius, share), MathUtils.lerp(now.phi, offset.phi, share), now.theta + share * left);
  controls.target.lerp(around, share);
  position.setFromSpherical(now).add(controls.target);
  controls.update();
  return Math.abs(left) * (1 - share) < 0.001 && controls.target.distanceTo(around) < 0.001 && Math.abs(now.radius - offset.radius) < 0.002;
}

function limited(controls: OrbitControls): OrbitControls {
  controls.enablePan = false;
  controls.minPolarAngle = HIGHEST;
  controls.maxPolarAngle = LOWEST;
  controls.rotateSpeed = 0.7;
  return controls;
}
