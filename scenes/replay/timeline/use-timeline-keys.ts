import type { KeyboardEvent } from 'react';
import { useReplaying } from '../replaying-context.ts';

/** An arrow moves the cursor by this share of what is shown; with Shift ten times as far. */
const STEP = 1 / 200;
const ZOOM = 1.5;

/** The keys by which the time line is held. */
export function useTimelineKeys(): (event: KeyboardEvent) => void {
  const { timeline, player, notes } = useReplaying();
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { window, whole, cursor } = timeline.view.getState();
    const length = window.to - window.from;
    const step = length * STEP * (event.shiftKey ? 10 : 1);
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => timeline.look(cursor - step), ArrowRight: () => timeline.look(cursor + step),
      ArrowDown: () => timeline.look(cursor - step), ArrowUp: () => timeline.look(cursor + step),
      Home: () => timeline.look(whole.from), End: () => timeline.look(whole.to),
      PageUp: () => timeline.pan(-length / 2), PageDown: () => timeline.pan(length / 2),
      '+': () => timeline.zoom(1 / ZOOM, cursor), '=': () => timeline.zoom(1 / ZOOM, cursor), '-': () => timeline.zoom(ZOOM, cursor), 0: () => timeline.show(whole),
      ' ': player.toggle, n: () => notes.add(cursor), '[': () => notes.begin(cursor), ']': () => notes.end(cursor),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
