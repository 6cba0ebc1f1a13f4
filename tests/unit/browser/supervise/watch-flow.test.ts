import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../../../src/testing/index.ts';
import { watchFlow } from '../../../../src/browser/supervise/watch-flow.ts';

function bench() {
  const clock = createManualClock();
  const state = { flows: true, stalls: 0 };
  const flow = watchFlow(clock, 5, () => state.flows, () => (state.stalls += 1));
  return { clock, state, flow };
}

describe('a flow that is watched', () => {
  it('is told once, when nothing has come for longer than its patience', () => {
    const { clock, state, flow } = bench();
    clock.advance(4);
    flow.came();
    clock.advance(5);
    expect(state.stalls).toBe(0);
    clock.advance(1);
    expect(state.stalls).toBe(1);
    clock.advance(60);
    expect(state.stalls).toBe(1);
  });

  it('is not missed while it need not come, nor after it was stopped', () => {
    const { clock, state, flow } = bench();
    state.flows = false;
    clock.advance(100);
    state.flows = true;
    clock.advance(5);
    expect(state.stalls).toBe(0);
    flow.stop();
    clock.advance(100);
    expect(state.stalls).toBe(0);
  });
});
