import fc from 'fast-check';
import { type AgentEffect, type AgentEvent, type AgentState, type Cue, createAvatarFrame, DEFAULT_CHARACTER, EMOTIONS, initialState, readText, step } from 'attune';
import { fakeFace, fakeNoFace } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { samplePerformance } from '../../../../src/core/perform/sample.ts';
import { anySession } from '../arbitraries.ts';

const settings = { seed: 7, language: 'en', character: DEFAULT_CHARACTER } as const;

interface Run {
  state: AgentState;
  effects: AgentEffect[];
}

function feed(state: AgentState, events: readonly AgentEvent[]): Run {
  const effects: AgentEffect[] = [];
  for (const event of events) {
    const [next, more] = step(state, event);
    state = next;
    effects.push(...more);
  }
  return { state, effects };
}

/** A camera at 15 Hz and time at 10 Hz, from one moment to another. */
function watch(from: number, to: number, face: (at: number) => AgentEvent): AgentEvent[] {
  const ticks = Array.from({ length: Math.round((to - from) * 10) }, (_, i): AgentEvent => ({ type: 'tick', at: from + i / 10 }));
  const frames = Array.from({ length: Math.round((to - from) * 15) }, (_, i) => face(from + i / 15));
  return [...ticks, ...frames].sort((a, b) => a.at - b.at);
}

const smiling = (at: number): AgentEvent => ({ type: 'signal', at, signal: fakeFace(at, { smile: 0.8 }) });
const resting = (at: number): AgentEvent => ({ type: 'signal', at, signal: fakeFace(at) });
const nobody = (at: number): AgentEvent => ({ type: 'signal', at, signal: fakeNoFace(at) });

function happyAt(state: AgentState, at: number): number {
  const frame = createAvatarFrame();
  samplePerformance(state.performance, at, 1, frame);
  return frame.emotions.happiness;
}

const message = (at: number, text: string, id = 'message-1'): AgentEvent =>
  ({ type: 'signal', at, signal: { kind: 'text', at, latency: 0, source: 'typed', quality: 1, id, language: 'en', reading: readText(text), risk: null } });

const cues = <K extends Cue['kind']>(effects: readonly AgentEffect[], kind: K): Extract<Cue, { kind: K }>[] =>
  effects.flatMap((effect) => (effect.type === 'perform' && effect.cue.kind === kind ? [effect.cue as Extract<Cue, { kind: K }>] : []));

describe('the agent', () => {
  it('answers a smile after about 0.7 s, softly, and keeps answering it', () => {
    const calm = feed(initialState(settings), watch(0, 5, resting));
    expect(happyAt(calm.state, 5)).toBeLessThan(0.15);
    const smiled = feed(calm.state, watch(5, 8, smiling));
    const first = cues(smiled.effects, 'expression').find(({ emotion, weight }) => emotion === 'happiness' && weight > 0.3);
    expect(first?.at).toBeGreaterThan(5.6);
    expect(first?.at).toBeLessThan(6.3);
    expect(happyAt(smiled.state, 8)).toBeGreaterThan(0.4);
    expect(happyAt(smiled.state, 8)).toBeLessThan(0.8);
    const later = feed(smiled.state, watch(8, 38, smiling));
    expect(happyAt(later.state, 38)).toBeGreaterThan(0.4);
    const sober = feed(later.state, watch(38, 42, resting));
    expect(happyAt(sober.state, 42)).toBeLessThan(0.15);
  });

  it('smiles within 3 s at a player who smiled from the first frame', () => {
    const { state } = feed(initialState(settings), watch(0, 3, smiling));
    expect(happyAt(state, 3)).toBeGreaterThan(0.4);
  });

  it('keeps up with a slow phone: two poor looks a second, each half a second old', () => {
    const looks = Array.from({ length: 40 }, (_, i): AgentEvent => ({ type: 'signal', at: 0.5 + i / 2, signal: fakeFace(i / 2, { smile: 0.9 }, { quality: 0.6, latency: 0.5 }) }));
    const ticks = Array.from({ length: 200 }, (_, i): AgentEvent => ({ type: 'tick', at: i / 10 }));
    let state = initialState(settings);
    let weakest = 1;
    for (const event of [...ticks, ...looks].sort((a, b) => a.at - b.at)) {
      [state] = step(state, event);
      if (state.at > 4) weakest = Math.min(weakest, happyAt(state, state.at));
    }
    expect(state.affect.phase).toBe('tracking');
    expect(weakest).toBeGreaterThan(0.4);
  });

  it('does not mirror a one-frame grimace', () => {
    const { effects } = feed(initialState(settings), watch(0, 8, (at) => (at > 5 && at < 5.05 ? smiling(at) : resting(at))));
    expect(cues(effects, 'expression').every(({ weight }) => weight < 0.15)).toBe(true);
  });

  it('greets whom it has got to know, once', () => {
    const { state, effects } = feed(initialState(settings), watch(0, 10, resting));
    expect(state.affect.phase).toBe('tracking');
    expect(cues(effects, 'speech').map(({ act }) => act)).toEqual(['greet']);
  });

  it('falls silent when the player speaks, but not at a cough', () => {
    const { state } = feed(initialState(settings), [message(1, 'I am sad')]);
    const id = state.conversation.utterance?.id ?? '';
    const speaking = feed(state, [{ type: 'utterance-start', at: 1.2, id, duration: 4 }]).state;
    const cough = feed(speaking, [{ type: 'speech-start', at: 2 }, { type: 'tick', at: 2.1 }, { type: 'speech-end', at: 2.2 }, { type: 'tick', at: 2.5 }]);
    expect(cough.effects.some(({ type }) => type === 'hush')).toBe(false);
    const barge = feed(speaking, [{ type: 'speech-start', at: 2 }, { type: 'tick', at: 2.2 }, { type: 'tick', at: 2.4 }]);
    expect(barge.effects).toContainEqual({ type: 'hush', id });
    expect(barge.state.conversation.utterance).toBeNull();
  });

  it.each([
    ['hello', 'greet'], ['thank you', 'welcome-thanks'], ['bye', 'farewell'], ['who are you', 'explain-self'], ['I am so sad and lonely', 'comfort'],
    ['I am really furious about this', 'calm'], ['I am very worried and anxious', 'reassure'], ['I am so happy, it was wonderful', 'share-joy'], ['The train leaves at nine', 'ask-more'],
  ])('answers "%s" with %s', (text, act) => {
    const { effects } = feed(initialState(settings), [...watch(0, 2, nobody), message(2, text)]);
    expect(cues(effects, 'speech').at(-1)).toMatchObject({ act, heard: 'message-1' });
  });

  it('names both gently where sad words are said with a smile, and sees the conflict', () => {
    const { state } = feed(initialState(settings), watch(0, 5, smiling));
    const told = feed(state, [message(5, 'Today was sad and I feel lonely')]);
    expect(told.state.plan).toMatchObject({ strategy: 'comfort', skill: 'reflection', reasons: ['mixed-feelings', 'seems-joyful'] });
    expect(cues(told.effects, 'speech').at(-1)?.act).toBe('name-both');
    expect(told.state.affect.conflict.degree).toBeGreaterThan(0.3);
  });

  it('never answers anger with an angry face', () => {
    const { effects } = feed(initialState(settings), watch(0, 10, (at) => ({ type: 'signal', at, signal: fakeFace(at, { browLower: 1 }) })));
    expect(cues(effects, 'expression').some(({ emotion }) => emotion === 'anger')).toBe(false);
  });

  it('says once that it hears no words, then only nods', () => {
    const turn = (at: number): AgentEvent[] => [{ type: 'speech-start', at }, { type: 'speech-end', at: at + 2 }];
    const { state, effects } = feed(initialState(settings), turn(1));
    expect(cues(effects, 'speech').map(({ act }) => act)).toEqual(['say-unheard']);
    const quiet = feed(state, [{ type: 'utterance-end', at: 8, id: 'utterance-1', outcome: 'finished' }, ...turn(10)]);
    expect(cues(quiet.effects, 'speech')).toEqual([]);
    expect(cues(quiet.effects, 'gesture').map(({ gesture }) => gesture)).toEqual(['nod']);
  });

  it('forgets a visitor who left', () => {
    const known = feed(initialState(settings), [...watch(0, 6, smiling), message(6, 'I am sad')]).state;
    const { state, effects } = feed(known, [{ type: 'visitor', at: 7, change: 'left' }]);
    expect(state.affect).toMatchObject({ phase: 'absent', senses: {}, because: [] });
    expect(state.signals).toEqual({});
    expect(effects).toEqual([{ type: 'hush', id: known.conversation.utterance?.id }]);
  });

  it('sounds as if it listens when it begins to hear, once, and as if it understood when players say how they feel', () => {
    const sense = (at: number, status: 'starting' | 'live'): AgentEvent => ({ type: 'sense', at, sense: 'voice', status, problem: null });
    const { state, effects } = feed(initialState(settings), [sense(1, 'starting'), sense(2, 'live'), sense(3, 'live')]);
    expect(cues(effects, 'sound')).toMatchObject([{ at: 2, earcon: 'listening' }]);
    const report: AgentEvent = { type: 'signal', at: 4, signal: { kind: 'report', at: 4, latency: 0, source: 'test', quality: 1, emotion: 'sadness' } };
    expect(cues(feed(state, [report]).effects, 'sound')).toMatchObject([{ earcon: 'understood' }]);
  });

  it('gives up an utterance that nobody heard of', () => {
    const { state } = feed(initialState(settings), [message(1, 'hello')]);
    const { state: later } = feed(state, [{ type: 'tick', at: 32 }]);
    expect(later.conversation.utterance).toBeNull();
  });

  it('keeps every number finite and every frame legal, whatever happens in whatever order', () => {
    const frame = createAvatarFrame();
    fc.assert(fc.property(anySession, (events) => {
      const { state } = feed(initialState(settings), events);
      expect(JSON.stringify(state)).not.toMatch(/:null(?=,"(mean|variance|at|slope))/);
      expect(EMOTIONS.reduce((sum, emotion) => sum + state.affect.estimate.emotions[emotion], 0)).toBeCloseTo(1, 6);
      for (const later of [0, 0.3, 5]) {
        samplePerformance(state.performance, state.at + later, 1, frame);
        const weights = EMOTIONS.map((emotion) => frame.emotions[emotion]);
        expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(1 + 1e-9);
        for (const value of [frame.blink, frame.gaze.yaw, frame.gaze.pitch, ...frame.body]) expect(Number.isFinite(value)).toBe(true);
      }
    }), { numRuns: 200 });
  });
});
