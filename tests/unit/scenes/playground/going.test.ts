import { type AgentEvent, type AgentState, DEFAULT_CHARACTER, initialState, readText, step } from 'attune';
import { fakeFace } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { goingOf } from '../../../../scenes/playground/panel/going.ts';

/** What is told ten times a second for a minute and a half. */
function toldOver(eventsAt: (at: number) => readonly AgentEvent[]): string[] {
  let state: AgentState = initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER });
  return Array.from({ length: 900 }, (_, i) => {
    const at = i / 10;
    for (const event of [...eventsAt(at), { type: 'tick', at } as const]) [state] = step(state, event);
    return goingOf(state);
  });
}

const message = (at: number, words: string): AgentEvent =>
  ({ type: 'signal', at, signal: { kind: 'text', at, latency: 0, source: 'test', quality: 0.9, language: 'en', id: `message-${at}`, reading: readText(words, 'en'), risk: null } });
const face = (at: number, smile: number): AgentEvent => ({ type: 'signal', at, signal: fakeFace(at, { smile }) });

describe('where things are going', () => {
  it.each(['I am so happy, this is wonderful', 'I am so sad, everything hurts'])('is not known while "%s" only grows old', (words) => {
    expect(new Set(toldOver((at) => (at === 0.5 ? [message(at, words)] : [])))).toEqual(new Set(['unknown']));
    // Neither after several messages.
    expect(new Set(toldOver((at) => (at < 20 && at % 2 === 1 ? [message(at, words)] : [])).slice(200))).toEqual(new Set(['unknown']));
  });

  it('is told of what is seen: brighter, then steady, then heavier', () => {
    const told = toldOver((at) => [face(at, at > 2 && at < 30 ? 0.8 : 0)]);
    expect(told.indexOf('brighter')).toBeGreaterThan(20);
    expect(told.indexOf('brighter')).toBeLessThan(60);
    expect(told[290]).toMatch(/steady|peak/);
    expect(told.slice(300, 450)).toContain('heavier');
    expect(told[899]).toBe('steady');
  });

  it('is not known of somebody who left', () => {
    const told = toldOver((at) => (at < 20 ? [face(at, at > 2 ? 0.8 : 0)] : []));
    // As soon as they count as absent.
    expect(new Set(told.slice(240))).toEqual(new Set(['unknown']));
    expect(told.slice(150)).not.toContain('heavier');
  });
});
