import { createStore, type StoreApi } from 'zustand/vanilla';

/** A stretch of time, in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface WindowView {
  readonly window: Stretch;
  readonly whole: Stretch;
  /** Where the pointer, or the keyboard, is; null where neither is. */
  readonly at: number | null;
}

/** Which part of the whole time all charts show. */
export interface TimeWindow {
  readonly view: StoreApi<WindowView>;
  /** @param factor under 1 shows less time @param about stays where it is on the screen */
  zoom(factor: number, about?: number): void;
  pan(by: number): void;
  show(window: Stretch): void;
  point(at: number | null): void;
  /** What there is has grown; a window that showed the end goes on showing it. */
  grow(whole: Stretch): void;
}

/** Shorter than this nothing is told apart. */
const SHORTEST = 30 * 60_000;

export function createTimeWindow(): TimeWindow {
  const view = createStore<WindowView>(() => ({ window: { from: 0, to: SHORTEST }, whole: { from: 0, to: SHORTEST }, at: null }));
  function show({ from, to }: Stretch): void {
    const { whole, window } = view.getState();
    const longest = Math.max(SHORTEST, whole.to - whole.from);
    const length = Math.min(longest, Math.max(SHORTEST, to - from));
    const middle = (from + to) / 2;
    const begin = Math.min(whole.from + longest - length, Math.max(whole.from, middle - length / 2));
    if (begin !== window.from || begin + length !== window.to) view.setState({ window: { from: begin, to: begin + length } });
  }
  return {
    view, show,
    zoom(factor, about) {
      const { window: { from, to } } = view.getState();
      const fixed = about ?? (from + to) / 2;
      const length = Math.max(SHORTEST, (to - from) * factor);
      const share = (fixed - from) / (to - from);
      show({ from: fixed - share * length, to: fixed + (1 - share) * length });
    },
    pan(by) {
      const { window: { from, to } } = view.getState();
      show({ from: from + by, to: to + by });
    },
    point: (at) => view.setState({ at }),
    grow(whole) {
      const { window, whole: before } = view.getState();
      const isFirst = before.from === 0;
      const atEnd = window.to >= before.to;
      view.setState({ whole });
      if (isFirst) show(whole);
      else if (atEnd) show({ from: window.from <= before.from ? whole.from : window.from + whole.to - before.to, to: whole.to });
    },
  };
}
