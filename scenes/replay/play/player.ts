import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Timeline } from '../timeline/timeline.ts';

export const SPEEDS = [1, 4, 16] as const;
export type Speed = (typeof SPEEDS)[number];

export interface PlayerView {
  readonly playing: boolean;
  readonly speed: Speed;
}

/** Carries the cursor through the session as time passes. */
export interface Player {
  readonly view: StoreApi<PlayerView>;
  /** Plays on from the cursor, from the beginning when it stands at the end, or halts. */
  toggle(): void;
  halt(): void;
  setSpeed(speed: Speed): void;
}

/** Once the cursor has come so far through what is shown, the picture moves on beneath it. */
const CARRIED = 0.7;
/** A page that was hidden does not leap. */
const LONGEST_FRAME = 0.25;

/** @param calm whether the picture turns pages instead of moving */
export function createPlayer(timeline: Timeline, calm: () => boolean): Player {
  const view = createStore<PlayerView>(() => ({ playing: false, speed: 1 }));
  let last: number | null = null;

  function frame(now: number): void {
    if (!view.getState().playing) return;
    const elapsed = last === null ? 0 : Math.min(LONGEST_FRAME, (now - last) / 1000);
    last = now;
    const { cursor, window, whole } = timeline.view.getState();
    const next = cursor + elapsed * view.getState().speed;
    if (next >= whole.to) {
      timeline.look(whole.to);
      view.setState({ playing: false });
      return;
    }
    const beyond = next - (window.from + CARRIED * (window.to - window.from));
    if (!calm() && beyond > 0 && cursor <= window.to) timeline.pan(beyond);
    timeline.look(next);
    requestAnimationFrame(frame);
  }

  return {
    view,
    toggle() {
      if (view.getState().playing) return view.setState({ playing: false });
      const { cursor, whole } = timeline.view.getState();
      if (cursor >= whole.to) timeline.look(whole.from);
      last = null;
      view.setState({ playing: true });
      requestAnimationFrame(frame);
    },
    halt: () => view.setState({ playing: false }),
    setSpeed: (speed) => view.setState({ speed }),
  };
}
