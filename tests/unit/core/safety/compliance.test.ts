import { createAgent, type Compliance, type Signal, UNDECLARED } from 'attune';
import { parseLog, replay } from 'attune/record';
import { createFakeSource, createManualClock, fakeFace, fakeVoice } from 'attune/testing';
import { describe, expect, it } from 'vitest';

function meet(compliance?: Partial<Compliance>) {
  const lines: string[] = [];
  const clock = createManualClock();
  const agent = createAgent({ clock, record: (line) => lines.push(line), ...(compliance ? { compliance } : {}) });
  const take = (signal: Signal): void => agent.dispatch({ type: 'signal', at: signal.at, signal });
  return { agent, clock, lines, take };
}

describe('compliance', () => {
  it.each(['workplace', 'education'] as const)('reads no emotions in the context %s', (context) => {
    expect(() => meet({ mode: 'emotion', context, consent: true })).toThrow(/EU AI Act.*5\(1\)\(f\)/);
    expect(() => meet({ mode: 'expression-reactive', context })).not.toThrow();
  });

  it('refuses what is unknown', () => {
    expect(() => meet({ mode: 'spy' as never })).toThrow(/Expected compliance.mode to be one of/);
    expect(() => meet({ context: 'moon' as never })).toThrow(/Expected compliance.context to be one of/);
  });

  it('opens no camera and no microphone for text only, nor for emotions without a consent', async () => {
    for (const sense of ['face', 'voice'] as const) {
      await expect(meet({ mode: 'text-only' }).agent.attach(createFakeSource(sense))).rejects.toMatchObject({ code: 'permission-denied' });
      await expect(meet({ mode: 'emotion' }).agent.attach(createFakeSource(sense))).rejects.toMatchObject({ code: 'permission-denied' });
      await expect(meet({ mode: 'expression-reactive' }).agent.attach(createFakeSource(sense))).resolves.toBeUndefined();
      await expect(meet({ mode: 'emotion', consent: true }).agent.attach(createFakeSource(sense))).resolves.toBeUndefined();
    }
  });

  it('lets nothing of a face or a voice into the state for text only, nor into the log', () => {
    const { agent, lines, take } = meet({ mode: 'text-only' });
    take(fakeFace(1, { smile: 1 }));
    take(fakeVoice(1.1));
    expect(agent.state.signals).toEqual({});
    expect(lines).toHaveLength(1);
  });

  it('sees where a face is but not what it expresses, unless it may', () => {
    const { agent, lines, take, clock } = meet({ mode: 'expression-reactive' });
    for (let i = 1; i < 40; i += 1) {
      take(fakeFace(i / 10, { smile: 1 }));
      take(fakeVoice(i / 10));
    }
    clock.advance(4);
    expect(agent.state.signals.face).toMatchObject({ present: true, scores: null, blendshapes: null, expression: null });
    expect(agent.state.signals.voice).toMatchObject({ quality: 0, pitch: null, expression: null });
    const { emotions } = agent.state.affect.estimate;
    expect(Math.max(...Object.values(emotions)) - Math.min(...Object.values(emotions))).toBeLessThan(1e-6);
    expect(lines.join('\n')).not.toMatch(/"smile":1/);
    const free = meet({ mode: 'emotion', consent: true });
    for (let i = 1; i < 40; i += 1) free.take(fakeFace(i / 10, { smile: 1 }));
    expect(free.agent.state.affect.estimate.emotions.happiness).toBeGreaterThan(0.3);
  });

  it('stands in the head of the log', () => {
    const { lines } = meet({ mode: 'expression-reactive', context: 'workplace' });
    expect(parseLog(lines.join('\n')).settings.compliance).toEqual({ mode: 'expression-reactive', context: 'workplace', consent: false, introduces: true });
    const old = { ...JSON.parse(lines[0]!) as Record<string, unknown> };
    delete old['compliance'];
    expect(replay(parseLog(JSON.stringify(old))).state.compliance).toEqual(UNDECLARED);
  });
});
