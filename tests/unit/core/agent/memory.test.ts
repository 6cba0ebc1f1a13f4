import { createAgent, type DialogueRequest, type MemorableTurn, type PlayerMemory, type Remembered } from 'attune';
import { createFakeSource, createManualClock } from 'attune/testing';
import { describe, expect, it, vi } from 'vitest';

const ADA: Remembered = { id: 'name', kind: 'name', sentence: 'My name is Ada.', about: 'Ada', at: '2026-11-20T10:00:00.000Z', source: 'said' };

/** An agent whose memory notes what it is told. */
function meet() {
  const clock = createManualClock();
  const turns: MemorableTurn[] = [];
  const requests: DialogueRequest[] = [];
  const memory: PlayerMemory = { recall: () => [ADA], take: (turn) => void turns.push(turn), leave: vi.fn(), forget: vi.fn() };
  const agent = createAgent({ clock, compliance: { mode: 'emotion', consent: true, introduces: false }, memory, dialogue: { written: true, reply: async (request) => (requests.push(request), 'I see.') } });
  return { agent, clock, memory, turns, requests };
}

describe('an agent with a memory', () => {
  it('hands it what was said, with what is thought of the player, and asks it for each turn', async () => {
    const { agent, clock, turns, requests } = meet();
    agent.start();
    agent.say('I am so sad about my exam');
    for (let tick = 0; tick < 60; tick += 1) await clock.advance(0.1);
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([['player', 'I am so sad about my exam'], ['agent', 'I see.']]);
    expect(turns[0]?.affect.estimate.valence.mean).toBeLessThan(0);
    expect(turns[1]?.move?.act).toBe(requests[0]?.act);
    expect(requests[0]?.memory).toEqual([ADA]);
  });

  it('never hands it what calls for care, nor what was hardly made out', async () => {
    const { agent, turns } = meet();
    const ear = createFakeSource('voice');
    await agent.attach(ear);
    ear.hear({ id: 'mumbled', text: 'I like chess', stable: 12, final: true, confidence: 0.5, language: 'en', at: 0, source: 'fake' });
    expect(turns).toEqual([]);
    agent.say('hello');
    const signal = agent.state.signals.text;
    if (signal?.kind !== 'text') throw new Error('Expected the message to be read at once.');
    agent.dispatch({ type: 'signal', at: 0, signal: { ...signal, risk: 'self-harm' } });
    expect(turns.map(({ text }) => text)).toEqual(['hello']);
  });

  it('lets it forget the visit when somebody leaves, and everything when everything is erased', () => {
    const { agent, memory } = meet();
    agent.dispatch({ type: 'visitor', at: 0, change: 'left' });
    expect([vi.mocked(memory.leave).mock.calls.length, vi.mocked(memory.forget).mock.calls.length]).toEqual([1, 0]);
    agent.erase();
    expect(memory.forget).toHaveBeenCalledOnce();
  });
});
