import type { Clock, SessionTime } from '../../core/index.ts';
import type { Trouble } from './fault.ts';

/** A clock that skips, doubles and delays what is due, goes back, stands still, or tells no time at all. */
export function faultyClock(clock: Clock, trouble: Trouble): Clock {
  /** What `now` tells instead, until then. */
  let wrong: { readonly now: (real: SessionTime) => SessionTime; readonly until: SessionTime } | null = null;
  let asked = 0;

  /** Asked by the thousand, so it goes wrong seldom, and then for a while. */
  function now(): SessionTime {
    const real = clock.now();
    if (wrong && real < wrong.until) return wrong.now(real);
    wrong = null;
    asked += 1;
    const fault = asked % 50 === 0 ? trouble.next('not-finite', 'stalls', 'out-of-order') : null;
    if (fault === null) return real;
    const back = trouble.between(0.1, 5);
    const lies = { 'not-finite': () => Number.NaN, stalls: () => real, 'out-of-order': (time: SessionTime) => Math.max(0, time - back) } as const;
    wrong = { now: lies[fault as keyof typeof lies], until: real + trouble.between(0.1, 3) };
    return wrong.now(real);
  }

  return {
    now,
    every(period, action) {
      let stopped = false;
      let [idleUntil, fired] = [-1, 0];
      const stop = clock.every(period, () => {
        if (clock.now() < idleUntil) return;
        fired += 1;
        const fault = fired % 20 === 0 ? trouble.next('slow', 'twice') : null;
        if (fault === 'slow') {
          idleUntil = clock.now() + trouble.between(0.2, 4);
          return;
        }
        action();
        if (fault === 'twice' && !stopped) action();
      });
      return () => {
        if (stopped) return;
        stopped = true;
        stop();
        // A call that was on its way already.
        if (trouble.next('after-stop')) action();
      };
    },
  };
}
