import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import type { View } from '../../shared/stage/view.ts';
import { createOrbiter, type Orbiter } from './orbiter.ts';

interface OrbitProps {
  readonly view: View;
  /** Arrives at once instead of gliding. */
  readonly still: boolean;
  readonly onReady: (orbiter: Orbiter) => void;
}

/** Lets the visitor look from all sides, and frames what a shot wants. */
export function Orbit({ view, still, onReady }: OrbitProps) {
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const canvas = useThree((state) => state.gl.domElement);
  const invalidate = useThree((state) => state.invalidate);
  const { width, height } = useThree((state) => state.size);
  const orbiter = useMemo(() => createOrbiter(camera), [camera]);

  useEffect(() => orbiter.connect(canvas, () => invalidate()), [canvas, invalidate, orbiter]);
  useEffect(() => onReady(orbiter), [onReady, orbiter]);
  useEffect(() => {
    orbiter.frame(view, width / height, still);
    invalidate();
  }, [height, invalidate, orbiter, still, view, width]);
  useFrame((_, delta) => {
    if (orbiter.update(delta)) invalidate();
  });
  return null;
}
