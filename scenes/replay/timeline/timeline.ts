import { createStore, type StoreApi } from 'zustand/vanilla';
import { holding, panned, type Window, within, zoomed } from './window.ts';

export interface TimelineView {
  /** All that can be shown. */
  readonly whole: Window;
  /** What is shown. */
  readonly window: Window;
  /** The moment that is looked at: chosen by a click or a key, or carried along while the session plays. */
  readonly cursor: number;
  /** The moment under the pointer; null while it is elsewhere. */
  readonly pointer: number | null;
}

/** Which stretch of the session is shown, and which moment of it is looked at. Everything that draws listens to it. */
export interface Timeline {
  readonly view: StoreApi<TimelineView>;
  /** Shows all of a session from its beginning. */
  begin(whole: Window): void;
  /** Changes what can be shown, and leaves what is shown. */
  extend(whole: Window): void;
  show(window: Window): void;
  /** Moves on by some seconds. */
  pan(by: number): void;
  /** Shows `factor` times as much around a moment. */
  zoom(factor: number, around: number): void;
  /** Looks at a moment, and brings it into view. */
  look(at: number): void;
  point(at: number | null): void;
}

export function createTimeline(): Timeline {
  const nothing = { from: 0, to: 1 };
  const view = createStore<TimelineView>(() => ({ whole: nothing, window: nothing, cursor: 0, pointer: null }));
  const show = (window: Window): void => view.setState({ window });
  return {
    view, show: (window) => show(within(window, view.getState().whole)),
    begin: (whole) => view.setState({ whole, window: whole, cursor: whole.from, pointer: null }),
    extend(whole) {
      view.setState(({ window, cursor }) => ({ whole, window: within(window, whole), cursor: Math.min(whole.to, Math.max(whole.from, cursor)) }));
    },
    pan(by) {
      const { window, whole } = view.getState();
      show(panned(window, by, whole));
    },
    zoom(factor, around) {
      const { window, whole } = view.getState();
      show(zoomed(window, factor, around, whole));
    },
    look(at) {
      const { window, whole } = view.getState();
      const cursor = Math.min(whole.to, Math.max(whole.from, at));
      view.setState({ cursor, window: holding(window, cursor, whole) });
    },
    point: (pointer) => view.setState({ pointer }),
  };
}

/** The moment whose values are told. */
export const momentOf = ({ pointer, cursor }: TimelineView): number => pointer ?? cursor;
