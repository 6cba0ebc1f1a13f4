import type { Seconds } from '../../core/index.ts';

/**
 * Decides how many faces MediaPipe looks for. Looking for several while there is one doubles the cost
 * of every look, because the missing ones are sought in the whole picture each time; so while a face
 * is alone, only a look around now and then tells whether somebody came.
 */
export interface Company {
  /** Whether several faces are to be looked for. */
  readonly several: boolean;
  /** Takes in how many faces a look found. */
  seen(faces: number, at: Seconds): void;
  /** Whether a look around has fallen due. */
  due(at: Seconds): boolean;
  /** Takes in how many faces a look around found. */
  lookedAround(faces: number, at: Seconds): void;
}

/** After so long alone the player is taken to be alone. */
const ALONE: Seconds = 4;
/** After so long without any face, whoever comes next is chosen among all that come. */
const EMPTY: Seconds = 2;
/** How often one looks around. */
const PERIOD: Seconds = 2;
/** A face that only the look around finds (a poster, a shadow) is looked at less and less often. */
const LONGEST_PERIOD: Seconds = 32;

/** Begins with several, since the first look chooses whom to follow. */
export function createCompany(): Company {
  let several = true;
  let confirmed = true;
  let period = PERIOD;
  let next: Seconds = 0;
  /** Since when the looks have found what asks for a change. */
  let since: Seconds | null = null;
  return {
    get several() {
      return several;
    },
    seen(faces, at) {
      if (faces > 1) confirmed = true;
      const asksForChange = several ? faces === 1 : faces === 0;
      since = asksForChange ? since ?? at : null;
      if (since === null || at - since < (several ? ALONE : EMPTY)) return;
      if (several) period = confirmed ? PERIOD : Math.min(LONGEST_PERIOD, 2 * period);
      several = !several;
      next = at + period;
      since = null;
    },
    due: (at) => !several && at >= next,
    lookedAround(faces, at) {
      next = at + period;
      if (faces < 2) return;
      several = true;
      confirmed = false;
      since = null;
    },
  };
}
