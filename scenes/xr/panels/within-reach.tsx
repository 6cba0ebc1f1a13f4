import { useFrame, useThree } from '@react-three/fiber';
import { readViewer } from 'attune/three';
import { type ReactNode, useRef } from 'react';
import { type Group, MathUtils, Vector3 } from 'three';

interface WithinReachProps {
  readonly children: ReactNode;
  /** In metres: to the player's right, below the eyes, and away. */
  readonly aside: number;
  readonly below: number;
  readonly away: number;
}

/** A panel that is moved only once it is out of reach stays where the hand expects it. */
const LEFT_BEHIND = 0.6;
const SMOOTHING = 3;

/** Keeps a panel where the player's hands reach it, sitting or standing: it is placed before them once, and follows lazily when they go away. */
export function WithinReach({ children, aside, below, away }: WithinReachProps) {
  const group = useRef<Group>(null);
  const placed = useRef(false);
  const follows = useRef(false);
  const gl = useThree((state) => state.gl);
  const camera = useThree((state) => state.camera);
  useFrame((_, delta) => {
    const panel = group.current;
    if (!panel || !gl.xr.isPresenting || !gl.xr.getFrame()) return;
    readViewer(gl, camera, eyes, direction);
    if (eyes.lengthSq() === 0) return;
    direction.setY(0);
    if (direction.lengthSq() < 1e-4) return;
    direction.normalize();
    wanted.copy(eyes).addScaledVector(direction, away).addScaledVector(right.set(-direction.z, 0, direction.x), aside).setY(eyes.y - below);
    if (!placed.current) panel.position.copy(wanted);
    placed.current = true;
    if (panel.position.distanceTo(eyes) > Math.hypot(aside, below, away) + LEFT_BEHIND) follows.current = true;
    if (follows.current) {
      panel.position.lerp(wanted, 1 - Math.exp(-SMOOTHING * MathUtils.clamp(delta, 0, 0.1)));
      if (panel.position.distanceTo(wanted) < 0.03) follows.current = false;
    }
    panel.visible = true;
    panel.lookAt(eyes);
  });
  return <group ref={group} visible={false}>{children}</group>;
}

const eyes = new Vector3();
const direction = new Vector3();
const right = new Vector3();
const wanted = new Vector3();
