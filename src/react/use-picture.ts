import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { Agent } from '../core/index.ts';
import { watchPicture } from '../three/index.ts';

/** Counts the canvas into the agent's health, and draws again as soon as a lost context is back. */
export function usePicture(agent: Agent): void {
  const canvas = useThree(({ gl }) => gl.domElement);
  const invalidate = useThree((three) => three.invalidate);
  useEffect(() => {
    const { picture, parts, stop } = watchPicture(canvas);
    const letGo = agent.supervise({ parts: parts ?? [] });
    const unwatch = picture.watch(() => {
      if (picture.vitals.condition === 'running') invalidate();
    });
    return () => {
      unwatch();
      stop();
      letGo();
    };
  }, [agent, canvas, invalidate]);
}
