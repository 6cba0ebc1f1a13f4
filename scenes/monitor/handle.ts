import type { MonitoringState, Monitoring } from './monitoring.ts';
import type { Stretch } from './chart/time-window.ts';

/** A handle on what is shown, for the console and for tests. The library itself makes no global. */
export interface MonitorHandle {
  readonly state: MonitoringState;
  readonly window: Stretch;
}

declare global {
  interface Window {
    /** There while the monitor page is. */
    attuneMonitor?: MonitorHandle;
  }
}

export function handOut({ state, time }: Monitoring): void {
  window.attuneMonitor = {
    get state() {
      return state.getState();
    },
    get window() {
      return time.view.getState().window;
    },
  };
}
