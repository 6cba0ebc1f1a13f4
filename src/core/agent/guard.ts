import type { Clock } from '../ports/clock.ts';
import type { DialogueProvider } from '../ports/dialogue-provider.ts';
import { asProblem, AttuneError, type ProblemCode } from '../problem.ts';
import type { Seconds, SessionTime } from '../units.ts';

/** Between the agent and what its host gave it: whatever breaks there is told, and nothing else stops for it. */
export interface Guard {
  readonly tell: (problem: AttuneError) => void;
  /** Tells the first problem with something alone: what is asked for every picture would tell sixty a second. */
  readonly tellOnce: (of: object, problem: AttuneError) => void;
  /** Calls something of the host's. What it throws is told as `code`, and `otherwise` stands in. */
  readonly call: <T>(code: ProblemCode, what: string, call: () => T, otherwise: T) => T;
  /** Waits for something of the host's, but for no longer than this; whatever comes of it. */
  readonly wait: (code: ProblemCode, what: string, call: () => Promise<void> | undefined, patience: Seconds) => Promise<void>;
}

export function createGuard(clock: Clock, onProblem: (problem: AttuneError) => void): Guard {
  function tell(problem: AttuneError): void {
    try {
      onProblem(problem);
    } catch {
      // Whoever throws at being told of a problem can't be told of that.
    }
  }

  const told = new WeakSet<object>();
  return {
    tell,
    tellOnce(of, problem) {
      if (!told.has(of)) tell(problem);
      told.add(of);
    },
    call(code, what, call, otherwise) {
      try {
        return call();
      } catch (thrown) {
        tell(asProblem(thrown, code, what));
        return otherwise;
      }
    },
    wait: (code, what, call, patience) => new Promise((resolve) => {
      const done = (problem: AttuneError | null): void => {
        stopWaiting();
        if (problem) tell(problem);
        resolve();
      };
      const until = clock.now() + patience;
      const stopWaiting = clock.every(patience / 10, () => {
        if (clock.now() >= until) done(new AttuneError(code, `${what}: expected it within ${patience} s, but it has not ended.`));
      });
      const failed = (thrown: unknown): void => done(asProblem(thrown, code, what));
      try {
        Promise.resolve(call()).then(() => done(null), failed);
      } catch (thrown) {
        failed(thrown);
      }
    }),
  };
}

/**
 * A clock as the port promises it: it never goes back, always tells a time, and calls nobody who has stopped. One that is wrong for a
 * while only seems to stand still.
 */
export function steadyClock(clock: Clock): Clock {
  let last: SessionTime = 0;
  return {
    now() {
      const told = clock.now();
      if (told > last && Number.isFinite(told)) last = told;
      return last;
    },
    every(period, action) {
      let stopped = false;
      const stop = clock.every(period, () => {
        if (!stopped) action();
      });
      return () => {
        stopped = true;
        stop();
      };
    },
  };
}

/** Words as a promise or in pieces; whatever else a provider gives is a failure. @throws {AttuneError} `dialogue-failed` */
export function expectReply(reply: unknown): ReturnType<DialogueProvider['reply']> {
  if (typeof reply === 'object' && reply !== null && ('then' in reply || Symbol.asyncIterator in reply)) return reply as ReturnType<DialogueProvider['reply']>;
  throw new AttuneError('dialogue-failed', `Expected a promise of words, or words in pieces, from the dialogue provider, but got ${reply === null ? 'null' : typeof reply}. Look at what reply() returns.`);
}
