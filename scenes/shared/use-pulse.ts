import type { Clock } from 'attune';
import { useEffect, useReducer } from 'react';

/** Draws again `rate` times a second, for figures that change with every frame: nobody reads faster. */
export function usePulse(clock: Clock, rate = 5): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => clock.every(1 / rate, draw), [clock, rate]);
}
