import { AttuneError, type Clock, type Seconds, type SessionTime } from '../core/index.ts';

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  /** Moves on by `seconds`, calling on the way whatever is due, in order. */
  advance(seconds: Seconds): void;
  /** Like {@link advance}, but lets promises settle after every thing that was due. */
  advanceAsync(seconds: Seconds): Promise<void>;
}

interface Timer {
  due: SessionTime;
  readonly period: Seconds;
  readonly action: () => void;
}

/** Makes a clock at `start`. */
export function createManualClock(start: SessionTime = 0): ManualClock {
  let time = start;
  const timers = new Set<Timer>();

  function nextDue(until: SessionTime): Timer | null {
    let earliest: Timer | null = null;
    for (const timer of timers) if (timer.due <= until && (!earliest || timer.due < earliest.due)) earliest = timer;
    return earliest;
  }

  /** Rounded, so that ten steps of 0.1 s are one second and the same test gives the same times. */
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;

  function fire(timer: Timer): void {
    time = timer.due;
    timer.due = round(timer.due + timer.period);
    timer.action();
  }

  function check(seconds: Seconds): SessionTime {
    if (!(seconds >= 0)) throw new AttuneError('bad-input', `Expected to advance by 0 seconds or more, but got ${seconds}.`);
    return round(time + seconds);
  }

  return {
    now: () => time,
    every(period, action) {
      if (!(period > 0)) throw new AttuneError('bad-input', `Expected a period above 0 seconds, but got ${period}.`);
      const timer: Timer = { due: round(time + period), period, action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(seconds) {
      const until = check(seconds);
      for (let timer = nextDue(until); timer; timer = nextDue(until)) fire(timer);
      time = until;
    },
    async advanceAsync(seconds) {
      const until = check(seconds);
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        fire(timer);
        for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
      }
      time = until;
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    },
  };
}
