import type { AttuneError } from '../problem.ts';

/** What an agent is made of outside its core, each of which can break: devices, workers, and what it sounds and shows itself by. */
export const PARTS = ['camera', 'face', 'microphone', 'voice', 'hearing', 'text', 'speech', 'sound', 'picture'] as const;
/**
 * `camera`, `microphone`: the devices; `face`, `voice`: the workers that read them; `hearing`: what makes out spoken words; `text`: what
 * reads words; `speech`: the agent's voice; `sound`: the page's AudioContext; `picture`: the WebGL context.
 */
export type Part = (typeof PARTS)[number];

/**
 * `degraded`: it goes on with less, or waits for something that only a person can do. `failed`: it was tried as often as is worth it, or
 * can't be mended by trying.
 */
export const CONDITIONS = ['off', 'starting', 'running', 'restarting', 'degraded', 'failed'] as const;
/** How a part is doing, as one of {@link CONDITIONS}. */
export type Condition = (typeof CONDITIONS)[number];

/** How a part is doing. */
export interface Vitals {
  readonly condition: Condition;
  /** How often it was started again after it broke. */
  readonly restarts: number;
  /** What went wrong last, also when it is over; null where nothing has. */
  readonly problem: AttuneError | null;
}

/** A part as others watch it. */
export interface WatchedPart {
  readonly part: Part;
  /** A new object after every change. */
  readonly vitals: Vitals;
  /** Calls `listener` after every change; returns how to stop. */
  watch(listener: () => void): () => void;
}

/** A part as it is told of by whoever runs it. */
export interface ToldPart extends WatchedPart {
  /** `restarting` counts as one restart, however often it is told in a row. */
  tell(condition: Condition, problem?: AttuneError | null): void;
}

/** Whatever consists of parts that can be watched. */
export interface Supervised {
  readonly parts?: readonly WatchedPart[];
}

/** Makes a part that is off. */
export function createPart(part: Part): ToldPart {
  let vitals: Vitals = { condition: 'off', restarts: 0, problem: null };
  const listeners = new Set<() => void>();
  return {
    part,
    get vitals() {
      return vitals;
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(condition, problem = null) {
      if (condition === vitals.condition && (problem === null || problem === vitals.problem)) return;
      const again = condition === 'restarting' && vitals.condition !== 'restarting';
      vitals = { condition, restarts: vitals.restarts + (again ? 1 : 0), problem: problem ?? vitals.problem };
      for (const listener of listeners) listener();
    },
  };
}
