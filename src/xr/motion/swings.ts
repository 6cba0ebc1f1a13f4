import type { Seconds, SessionTime } from '../../core/index.ts';

/** What counts as swinging to and fro. */
export interface SwingRules {
  /** How far a value goes at least from one turning point to the next, in its own unit. */
  readonly least: number;
  /** How long that takes. */
  readonly shortest: Seconds;
  readonly longest: Seconds;
  /** So many ways to or fro in a row. */
  readonly ways: number;
}

export interface Swings {
  /** Takes a value in; tells whether it has just swung so many ways. */
  take(at: SessionTime, value: number): boolean;
  /** When the present row of ways began. */
  readonly since: SessionTime;
  /** Forgets everything, as after a gap. */
  reset(): void;
}

interface Turning {
  readonly at: SessionTime;
  readonly value: number;
}

/**
 * Finds swings to and fro at any rate of samples: a value turns where it has come back by half of the least swing, so noise that is smaller
 * turns nothing.
 */
export function createSwings({ least, shortest, longest, ways }: SwingRules): Swings {
  /** The turning point before, and the farthest since. */
  let from: Turning | null = null;
  let farthest: Turning | null = null;
  let heading = 0;
  let count = 0;
  let since = 0;

  /** The way that ended at `farthest` counts where it was far and quick enough. */
  function turn(to: Turning): boolean {
    const [begin, end] = [from!, farthest!];
    const took = end.at - begin.at;
    const counts = Math.abs(end.value - begin.value) >= least && took >= shortest && took <= longest;
    if (!counts) count = 0;
    else {
      if (count === 0) since = begin.at;
      count += 1;
    }
    from = end;
    farthest = to;
    heading = -heading;
    return counts;
  }

  return {
    get since() {
      return since;
    },
    take(at, value) {
      const now = { at, value };
      if (!from || !farthest) {
        from = farthest = now;
        return false;
      }
      if (heading === 0) {
        // A rest before the first way is no part of it.
        if (Math.abs(value - from.value) < least / 2) {
          if (at - from.at > longest / 2) from = farthest = now;
          return false;
        }
        heading = Math.sign(value - from.value);
      }
      if (heading * (value - farthest.value) >= 0) farthest = now;
      else if (Math.abs(value - farthest.value) >= least / 2 && turn(now) && count >= ways) {
        count = 0;
        return true;
      }
      // Who rests at the end of a way has swung no further.
      if (at - farthest.at > longest) {
        from = farthest = now;
        heading = count = 0;
      }
      return false;
    },
    reset() {
      from = farthest = null;
      heading = count = 0;
    },
  };
}
