import type { Clock, Seconds } from '../../core/index.ts';

/** Watches something that should keep coming, such as looks at pictures. */
export interface WatchedFlow {
  /** Something came. */
  came(): void;
  stop(): void;
}

const BEAT: Seconds = 1;

/**
 * Calls `stalled` once when nothing has come for `patience` while it should. Beats are counted, not seconds, so that a page that slept is
 * not taken for a device that does.
 *
 * @param flows whether something should come now
 */
export function watchFlow(clock: Clock, patience: Seconds, flows: () => boolean, stalled: () => void): WatchedFlow {
  let missed = 0;
  const stop = clock.every(BEAT, () => {
    missed = flows() ? missed + 1 : 0;
    if (missed * BEAT <= patience) return;
    stop();
    stalled();
  });
  return {
    came() {
      missed = 0;
    },
    stop,
  };
}
