import type { Clock } from '../ports/clock.ts';
import type { AttuneError } from '../problem.ts';
import type { SessionTime } from '../units.ts';
import { type Condition, PARTS, type Part, type Supervised, type Vitals, type WatchedPart } from './part.ts';

/** How one part is doing, and since when. */
export interface PartHealth extends Vitals {
  /** When it came into its condition. */
  readonly since: SessionTime;
}

/** How everything that an agent depends on is doing. */
export type Health = Readonly<Record<Part, PartHealth>>;

/** Brings together what parts tell of themselves. */
export interface HealthBoard {
  /** A new object after every change. */
  readonly health: Health;
  /** Watches all parts of something from now on; returns how to stop, after which they count as off. */
  supervise(supervised: Supervised): () => void;
}

/** Makes a board that calls `changed` after every change. */
export function createHealthBoard(clock: Clock, changed: () => void): HealthBoard {
  /** How many watch each part: one AudioContext may be told of by the voice, the microphone and the page. */
  const watched = new Map<WatchedPart, { times: number; readonly stop: () => void }>();
  let health = Object.fromEntries(PARTS.map((part) => [part, { condition: 'off', restarts: 0, problem: null, since: clock.now() }])) as unknown as Health;

  function look(part: Part): void {
    const before = health[part];
    const next = together([...watched.keys()].filter((each) => each.part === part).map(({ vitals }) => vitals));
    if (next.condition === before.condition && next.restarts === before.restarts && next.problem === before.problem) return;
    health = { ...health, [part]: { ...next, since: next.condition === before.condition ? before.since : clock.now() } };
    changed();
  }

  return {
    get health() {
      return health;
    },
    supervise({ parts = [] }) {
      const mine = new Set(parts);
      for (const each of mine) {
        const known = watched.get(each);
        if (known) known.times += 1;
        else watched.set(each, { times: 1, stop: each.watch(() => look(each.part)) });
        look(each.part);
      }
      return () => {
        for (const each of mine) {
          mine.delete(each);
          const known = watched.get(each);
          if (!known || (known.times -= 1) > 0) continue;
          known.stop();
          watched.delete(each);
          look(each.part);
        }
      };
    },
  };
}

const TROUBLES: readonly Condition[] = ['failed', 'degraded', 'restarting', 'starting'];

/** One part that several take care of, such as two voices: while one of them runs, another's trouble is a loss, not a failure. */
function together(all: readonly Vitals[]): Vitals {
  const on = all.filter(({ condition }) => condition !== 'off').map(({ condition }) => condition);
  const worst = TROUBLES.find((trouble) => on.includes(trouble));
  return {
    condition: on.length === 0 ? 'off' : worst === undefined ? 'running' : worst === 'failed' && on.includes('running') ? 'degraded' : worst,
    restarts: all.reduce((sum, { restarts }) => sum + restarts, 0),
    problem: all.reduce<AttuneError | null>((last, { problem }) => problem ?? last, null),
  };
}
