import type { Seconds } from '../units.ts';

/** How often something that broke is started again, and how soon. */
export interface RestartPolicy {
  /** The pause before each restart in a row; there are no more of them than pauses. */
  readonly pauses: readonly Seconds[];
  /** After so long without breaking it was healthy, and its next trouble counts as the first. */
  readonly forgiven: Seconds;
}

/** What is usual for workers: with their loading, all pauses together stay well under ten seconds. */
export const USUAL_RESTARTS: RestartPolicy = { pauses: [0.5, 1, 2], forgiven: 60 };

/** Decides after every breakdown whether and when it is tried again. */
export interface Restarts {
  /**
   * It broke down.
   *
   * @param lived how long it had run since it was last started
   * @returns the pause before it is started again; null where it was tried often enough
   */
  broke(lived: Seconds): Seconds | null;
}

/** Begins with nothing that broke. */
export function createRestarts({ pauses, forgiven }: RestartPolicy = USUAL_RESTARTS): Restarts {
  let inARow = 0;
  return {
    broke(lived) {
      if (lived >= forgiven) inARow = 0;
      const pause = pauses[inARow] ?? null;
      inARow += 1;
      return pause;
    },
  };
}
