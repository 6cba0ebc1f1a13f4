import { asProblem, type AttuneError } from '../problem.ts';

/**
 * What somebody holds that must end when they do, whichever way that comes about: stopped, unmounted, failed half-way, or left with the page.
 */
export interface Release {
  /** Whether all was told to end. */
  readonly ended: boolean;
  /**
   * Ends this, too, when all ends, and at once where all has ended already, as when something arrives late. What it throws is told and keeps
   * nothing else from ending.
   *
   * @param what at the beginning of a sentence that tells why it did not end
   * @returns how to end it before the others; nothing is ended twice
   */
  hold(what: string, end: () => unknown): () => Promise<void>;
  /**
   * Ends all that is held, the newest first. Every end is begun before any is waited for, since a page that is left waits for nothing. Resolves when
   * all have come to their end; safe to call twice.
   */
  end(): Promise<void>;
}

/** Makes one that holds nothing yet. @param tell hears of what could not be ended */
export function createRelease(tell: (problem: AttuneError) => void = () => undefined): Release {
  /** The newest first. */
  let held: readonly (() => Promise<void>)[] = [];
  let ended = false;
  let allDone = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    allDone = resolve;
  });
  return {
    get ended() {
      return ended;
    },
    hold(what, end) {
      let ending: Promise<void> | null = null;
      const endThis = (): Promise<void> => {
        held = held.filter((each) => each !== endThis);
        return (ending ??= attempt(end).catch((thrown: unknown) => tell(asProblem(thrown, 'device-busy', `${what} did not end`))));
      };
      if (ended) void endThis();
      else held = [endThis, ...held];
      return endThis;
    },
    end() {
      if (!ended) {
        ended = true;
        void Promise.all(held.map((endThis) => endThis())).then(allDone);
      }
      return done;
    },
  };
}

/** Begins at once, also what throws. */
async function attempt(end: () => unknown): Promise<void> {
  await end();
}
