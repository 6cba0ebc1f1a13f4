import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY, PHASE_TRANSITIONS, type PhaseInput, type PhaseState, stepPhase } from '../../../../src/core/affect/phase.ts';

function run(state: PhaseState, from: number, to: number, input: PhaseInput): PhaseState {
  let next = state;
  for (let at = from; at < to - 1e-9; at += 0.1) next = stepPhase(next, at, input);
  return next;
}

const clear: PhaseInput = { present: true, certainty: 0.8 };
const dim: PhaseInput = { present: true, certainty: 0.1 };
const between: PhaseInput = { present: true, certainty: 0.38 };
const gone: PhaseInput = { present: false, certainty: 0 };

describe('phase', () => {
  it('goes from absent through calibrating to tracking, and to absent again', () => {
    const calibrating = run(NOBODY, 0, 0.6, clear);
    expect(calibrating.phase).toBe('calibrating');
    const tracking = run(calibrating, 0.6, 3, clear);
    expect(tracking.phase).toBe('tracking');
    expect(run(tracking, 3, 4.5, gone).phase).toBe('tracking');
    expect(run(tracking, 3, 6, gone).phase).toBe('absent');
  });

  it('has hysteresis: what is not enough to be found is enough not to be lost', () => {
    const tracking = run(NOBODY, 0, 3, clear);
    expect(run(tracking, 3, 20, between).phase).toBe('tracking');
    const uncertain = run(tracking, 3, 6, dim);
    expect(uncertain.phase).toBe('uncertain');
    expect(run(uncertain, 6, 20, between).phase).toBe('uncertain');
    expect(run(uncertain, 6, 8, clear).phase).toBe('tracking');
  });

  it('resists one bad moment', () => {
    const tracking = run(NOBODY, 0, 3, clear);
    const flicker = stepPhase(stepPhase(tracking, 3.1, dim), 3.2, clear);
    expect(flicker).toEqual({ ...tracking, wanted: null });
  });

  it('only ever takes transitions of its table, whatever the input', () => {
    const input = fc.record({ present: fc.boolean(), certainty: fc.double({ min: 0, max: 1, noNaN: true }), gap: fc.double({ min: -10, max: 4000, noNaN: true }) });
    fc.assert(fc.property(fc.array(input), (inputs) => {
      let state = NOBODY;
      let at = 0;
      for (const { gap, ...each } of inputs) {
        at = Math.max(0, at + gap);
        const next = stepPhase(state, at, each);
        if (next.phase !== state.phase) expect(PHASE_TRANSITIONS.some(({ from, to }) => from === state.phase && to === next.phase)).toBe(true);
        state = next;
      }
    }));
  });
});
