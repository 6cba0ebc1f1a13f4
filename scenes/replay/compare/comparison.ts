import { createStore, type StoreApi } from 'zustand/vanilla';

/** How much later the other session is drawn than its own times say, in seconds. */
export interface Comparison {
  readonly shift: StoreApi<number>;
  move(by: number): void;
  set(shift: number): void;
}

/** Further apart than this, in seconds, two sessions are not compared. */
const FARTHEST = 6 * 3600;

export function createComparison(): Comparison {
  const shift = createStore<number>(() => 0);
  const set = (next: number): void => shift.setState(Math.min(FARTHEST, Math.max(-FARTHEST, Number.isFinite(next) ? next : 0)), true);
  return { shift, set, move: (by) => set(shift.getState() + by) };
}
