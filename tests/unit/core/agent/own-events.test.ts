import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgentOptions, CONTEXT_EVENTS, createAgent } from '../../../../src/core/index.ts';
import { createManualClock } from '../../../../src/testing/index.ts';

const agentWith = (events: NonNullable<AgentOptions['events']>) => createAgent({ clock: createManualClock(), events });
const happened = (agent: ReturnType<typeof createAgent>): unknown => (agent.state.signals.context?.kind === 'context' ? agent.state.signals.context.event : null);

describe('a host’s own names for what happens', () => {
  it('mean what they were said to mean, whatever they are called', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.constantFrom(...CONTEXT_EVENTS), (name, event) => {
      const agent = agentWith(Object.fromEntries([[name, event]]));
      agent.observe({ event: name });
      expect(happened(agent)).toBe(event);
    }));
  });

  it('stand beside the core’s, in either form', () => {
    const agent = agentWith({ 'level-failed': 'lost' });
    agent.observe('won');
    expect(happened(agent)).toBe('won');
    agent.observe({ event: 'stuck' });
    expect(happened(agent)).toBe('stuck');
  });

  it('are listed beside the core’s where a name is unknown, and nothing happens', () => {
    const agent = agentWith({ 'level-failed': 'lost', 'boss-beaten': 'won' });
    expect(() => agent.observe({ event: 'toString' })).toThrow(/won, lost, stuck, progress, waiting, alone, startled, level-failed, boss-beaten, but got toString/);
    expect(happened(agent)).toBeNull();
  });

  it('are refused where they mean nothing that there is', () => {
    expect(() => agentWith({ 'level-failed': 'failed' as 'lost' })).toThrow(/events\["level-failed"\].*won, lost.*but got failed/);
  });
});
