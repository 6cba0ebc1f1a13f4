import fc from 'fast-check';
import { type AgentEffect, type AgentEvent, type AgentState, type Cue, DEFAULT_CHARACTER, type Intent, initialState, readText, type Risk, step } from 'attune';
import { describe, expect, it } from 'vitest';
import { anySession } from '../arbitraries.ts';

const settings = { seed: 7, language: 'en', character: DEFAULT_CHARACTER } as const;

function feed(state: AgentState, events: readonly AgentEvent[]): { state: AgentState; effects: AgentEffect[] } {
  const effects: AgentEffect[] = [];
  for (const event of events) {
    const [next, more] = step(state, event);
    state = next;
    effects.push(...more);
  }
  return { state, effects };
}

const ticks = (from: number, to: number): AgentEvent[] => Array.from({ length: Math.round((to - from) * 10) }, (_, i) => ({ type: 'tick', at: from + i / 10 }));

function message(at: number, text: string, more: { intent?: Intent; risk?: Risk | null } = {}): AgentEvent {
  const reading = readText(text);
  return {
    type: 'signal', at,
    signal: { kind: 'text', at, latency: 0, source: 'moonshine', quality: 1, id: `message-${at}`, language: 'en', reading: { ...reading, intent: more.intent ?? reading.intent }, risk: more.risk ?? null },
  };
}

const cues = <K extends Cue['kind']>(effects: readonly AgentEffect[], kind: K): Extract<Cue, { kind: K }>[] =>
  effects.flatMap((effect) => (effect.type === 'perform' && effect.cue.kind === kind ? [effect.cue as Extract<Cue, { kind: K }>] : []));
const nods = (effects: readonly AgentEffect[]): number => cues(effects, 'gesture').filter(({ gesture }) => gesture === 'nod').length;
const ofType = <T extends AgentEffect['type']>(effects: readonly AgentEffect[], type: T): Extract<AgentEffect, { type: T }>[] =>
  effects.filter((effect): effect is Extract<AgentEffect, { type: T }> => effect.type === type);

/** An agent in the midst of an answer that takes 4 s, from 1.2 on. */
function talking(): { state: AgentState; id: string } {
  const { state } = feed(initialState(settings), [message(1, 'I am sad and lonely')]);
  const id = state.conversation.utterance!.id;
  return { id, state: feed(state, [{ type: 'utterance-start', at: 1.2, id, duration: 4 }]).state };
}

const begins = (at: number): AgentEvent => ({ type: 'speech-start', at, confirms: true });

describe('barge-in', () => {
  it('softens the agent at once and stops it as soon as it is surely speech, without waiting for a tick', () => {
    const { state, id } = talking();
    const soft = feed(state, [begins(2)]);
    expect(soft.effects).toEqual([{ type: 'duck', id, level: 0.25 }]);
    const stopped = feed(soft.state, [{ type: 'speech-confirmed', at: 2.4 }]);
    expect(stopped.effects).toEqual([{ type: 'hush', id }]);
    expect(stopped.state.conversation.utterance).toBeNull();
  });

  it('goes on as loud as before when it was a cough, however long it was not known to be over', () => {
    const { state, id } = talking();
    const { state: later, effects } = feed(state, [begins(2), ...ticks(2.1, 2.5), { type: 'speech-pause', at: 2.2, patience: 0.6, open: null }, ...ticks(2.5, 2.8), { type: 'speech-end', at: 2.2, words: true }, { type: 'words-missed', at: 3 }]);
    expect(ofType(effects, 'hush')).toEqual([]);
    expect(ofType(effects, 'duck')).toEqual([{ type: 'duck', id, level: 0.25 }, { type: 'duck', id, level: 1 }]);
    expect(later.conversation.utterance?.id).toBe(id);
    expect(cues(effects, 'speech')).toEqual([]);
  });

  it('takes what lasts for speech where nobody confirms it', () => {
    const { state, id } = talking();
    const { effects } = feed(state, [{ type: 'speech-start', at: 2 }, ...ticks(2.1, 2.6)]);
    expect(ofType(effects, 'hush')).toEqual([{ type: 'hush', id }]);
  });

  it('takes up what it was cut off from when the player only laughed or agreed, but not when they speak of something', () => {
    const { state, id } = talking();
    const cut = feed(state, [begins(2), { type: 'speech-confirmed', at: 2.4 }, { type: 'speech-end', at: 2.6, words: true }]).state;
    for (const encouraging of [{ type: 'words-missed', at: 3 }, message(3, 'yes', { intent: 'yes' })] satisfies AgentEvent[]) {
      expect(cues(feed(cut, [encouraging]).effects, 'speech')).toMatchObject([{ act: 'comfort', resumes: id, id: 'utterance-2' }]);
    }
    const spoken = cues(feed(cut, [message(3, 'What time is it?', { intent: 'question' })]).effects, 'speech');
    expect(spoken).toMatchObject([{ resumes: null }]);
    // Nothing that calls for care is taken for a yes.
    expect(cues(feed(cut, [message(3, 'yes', { intent: 'yes', risk: 'self-harm' })]).effects, 'speech')).toMatchObject([{ resumes: null, heard: 'message-3' }]);
    const late = feed(cut, [message(20, 'yes', { intent: 'yes' })]);
    expect(cues(late.effects, 'speech')).toMatchObject([{ resumes: null }]);
  });

  it('does not take up again what was as good as said', () => {
    const { state } = talking();
    const { effects } = feed(state, [begins(4.5), { type: 'speech-confirmed', at: 4.9 }, { type: 'speech-end', at: 5, words: true }, { type: 'words-missed', at: 5.5 }]);
    expect(cues(effects, 'speech').filter(({ resumes }) => resumes !== null)).toEqual([]);
  });
});

describe('the floor', () => {
  it('is not taken while the player speaks: an answer waits, and is dropped for a newer one', () => {
    const speaking = feed(initialState(settings), [begins(1), { type: 'speech-confirmed', at: 1.4 }, message(2, 'I am sad and lonely')]);
    expect(cues(speaking.effects, 'speech')).toEqual([]);
    const ended = feed(speaking.state, [{ type: 'speech-end', at: 3, words: true }]);
    expect(cues(ended.effects, 'speech')).toEqual([]);
    expect(cues(feed(ended.state, [{ type: 'words-missed', at: 3.5 }]).effects, 'speech')).toMatchObject([{ act: 'comfort', heard: 'message-2', resumes: null }]);
    const newer = feed(ended.state, [message(3.5, 'thank you')]);
    expect(cues(newer.effects, 'speech')).toMatchObject([{ act: 'welcome-thanks', heard: 'message-3.5' }]);
  });

  it('never has the agent begin while the player speaks, whatever happens', () => {
    fc.assert(fc.property(anySession, (events) => {
      let state = initialState(settings);
      for (const event of events) {
        const [next, effects] = step(state, event);
        state = next;
        if (state.conversation.playerSpeaksSince !== null) expect(cues(effects, 'speech')).toEqual([]);
      }
    }));
  });
});

describe('a listener', () => {
  const spoken = (at: number): AgentEvent[] => [begins(at), { type: 'speech-confirmed', at: at + 0.4 }];

  it('nods 0.7 s after the pitch was low, though the player speaks on', () => {
    const { effects } = feed(initialState(settings), [...spoken(1), { type: 'pitch-low', at: 3 }, ...ticks(3.1, 5)]);
    const [nod] = cues(effects, 'gesture');
    expect(nod).toMatchObject({ gesture: 'nod' });
    expect(nod!.at).toBeGreaterThanOrEqual(3.7 - 1e-9);
    expect(nod!.at).toBeLessThan(3.9);
    expect(nods(effects)).toBe(1);
  });

  it('nods at once in a pause that is probably the end, and not again when it was', () => {
    const paused = feed(initialState(settings), [...spoken(1), ...ticks(2, 4), { type: 'speech-pause', at: 4, patience: 0.4, open: false }]);
    expect(nods(paused.effects)).toBe(1);
    expect(nods(feed(paused.state, [{ type: 'speech-end', at: 4, words: true }]).effects)).toBe(0);
  });

  it('does nothing in a pause of somebody who is looking for words, unless the pitch was low: then it hums, now and then', () => {
    const searching = (at: number): AgentEvent => ({ type: 'speech-pause', at, patience: 1.1, open: true });
    expect(nods(feed(initialState(settings), [...spoken(9), ...ticks(10, 12), searching(12)]).effects)).toBe(0);
    const low = feed(initialState(settings), [...spoken(9), ...ticks(10, 12), { type: 'pitch-low', at: 11.8 }, searching(12)]);
    expect(nods(low.effects)).toBe(1);
    expect(cues(low.effects, 'sound')).toMatchObject([{ earcon: 'hum' }]);
    const again = feed(low.state, [{ type: 'pitch-low', at: 14 }, searching(14.2)]);
    expect(nods(again.effects)).toBe(1);
    expect(cues(again.effects, 'sound')).toEqual([]);
  });

  it('only nods, and seldom, where something calls for care', () => {
    const careful = feed(initialState(settings), [message(1, 'I am sad', { risk: 'self-harm' }), { type: 'utterance-end', at: 8, id: 'utterance-1', outcome: 'finished' }]).state;
    const { effects } = feed(careful, [...spoken(9), ...[12, 14, 16].flatMap((at): AgentEvent[] => [{ type: 'pitch-low', at: at - 0.3 }, { type: 'speech-pause', at, patience: 1.1, open: true }])]);
    expect(cues(effects, 'sound')).toEqual([]);
    expect(nods(effects)).toBe(2);
  });

  it('gives no sign while it speaks, nor two within 0.8 s', () => {
    fc.assert(fc.property(anySession, (events) => {
      let state = initialState(settings);
      let last = Number.NEGATIVE_INFINITY;
      for (const event of events) {
        const before = state;
        const [next, effects] = step(state, event);
        state = next;
        const gave = state.listening.lastSign > before.listening.lastSign && event.type !== 'visitor';
        if (!gave) continue;
        expect(before.conversation.utterance).toBeNull();
        expect(state.at - last).toBeGreaterThanOrEqual(0.8 - 1e-9);
        expect(nods(effects)).toBeGreaterThan(0);
        last = state.at;
      }
    }));
  });
});
