import type { Cue } from '../core/index.ts';
import type { Exactness } from './trace.ts';

/** Compares what a replay does with what was recorded, as both come. */
interface CueComparison {
  recorded(cue: Cue): void;
  replayed(cue: Cue): void;
  /** Null where nothing was recorded. */
  result(): Exactness | null;
}

export function createCueComparison(): CueComparison {
  let recorded = 0;
  let replayed = 0;
  let differs: Exactness['differs'] = null;
  /** What one side is ahead of the other. */
  let ahead: Cue[] = [];

  function meet(cue: Cue, other: number, mine: number): void {
    if (mine > other) ahead.push(cue);
    else {
      const partner = ahead.shift()!;
      if (JSON.stringify(partner) === JSON.stringify(cue)) return;
      differs = { cue: mine, at: cue.at };
      ahead = [];
    }
  }

  return {
    recorded(cue) {
      recorded += 1;
      if (!differs) meet(cue, replayed, recorded);
    },
    replayed(cue) {
      replayed += 1;
      if (!differs) meet(cue, recorded, replayed);
    },
    result() {
      if (recorded === 0) return null;
      const first = ahead[0];
      return { recorded, replayed, differs: differs ?? (first ? { cue: Math.min(recorded, replayed) + 1, at: first.at } : null) };
    },
  };
}
