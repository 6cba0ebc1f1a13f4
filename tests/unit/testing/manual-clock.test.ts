import { createManualClock } from 'attune/testing';
import { describe, expect, it } from 'vitest';

describe('the manual clock', () => {
  it('calls what is due in order of time, and no more after it was stopped', () => {
    const clock = createManualClock();
    const calls: string[] = [];
    const stop = clock.every(0.3, () => calls.push(`slow ${clock.now()}`));
    clock.every(0.2, () => calls.push(`fast ${clock.now()}`));
    clock.advance(0.45);
    stop();
    clock.advance(0.25);
    expect(calls).toEqual(['fast 0.2', 'slow 0.3', 'fast 0.4', 'fast 0.6']);
    expect(clock.now()).toBeCloseTo(0.7);
  });

  it('refuses to go back', () => {
    expect(() => createManualClock().advance(-1)).toThrow(/0 seconds or more, but got -1/);
  });
});
