import type { Note } from './notes/notes.ts';
import type { Replaying } from './replaying.ts';
import type { SessionState } from './session/session.ts';
import type { TimelineView } from './timeline/timeline.ts';

/** A handle on what is shown, for the console and for tests. The library itself makes no global. */
export interface ReplayHandle {
  readonly first: SessionState;
  readonly second: SessionState;
  readonly timeline: TimelineView;
  readonly playing: boolean;
  /** How much later the second session is drawn, in seconds. */
  readonly shift: number;
  readonly notes: readonly Note[];
  /** How many events the first session holds, each with a fused estimate. */
  readonly updates: number;
}

declare global {
  interface Window {
    /** There while the replay page is. */
    attuneReplay?: ReplayHandle;
  }
}

export function handOut({ first, second, timeline, player, comparison, notes }: Replaying): void {
  window.attuneReplay = {
    get first() {
      return first.view.getState().state;
    },
    get second() {
      return second.view.getState().state;
    },
    get timeline() {
      return timeline.view.getState();
    },
    get playing() {
      return player.view.getState().playing;
    },
    get shift() {
      return comparison.shift.getState();
    },
    get notes() {
      return notes.list.getState();
    },
    get updates() {
      return first.view.getState().trace?.at.length ?? 0;
    },
  };
}
