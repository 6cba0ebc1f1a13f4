import { type AgentEvent, type AgentState, certainty, type Compliance, DEFAULT_CHARACTER, initialState, type MotionSignal, PLAYER_GESTURES, step, UNDECLARED } from 'attune';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const SETTINGS = { seed: 7, language: 'en', character: DEFAULT_CHARACTER } as const;

const motion = (at: number, change: Partial<MotionSignal> = {}): AgentEvent => ({
  type: 'signal', at, signal: { kind: 'motion', at, latency: 0, source: 'headset', quality: 1, window: 0.5, speed: 0.1, stillness: 0.5, gesture: null, ...change },
});

/** Goes through events and keeps all that the agent was to perform. */
function live(events: readonly AgentEvent[], from: AgentState = initialState(SETTINGS)): { readonly state: AgentState; readonly said: readonly string[]; readonly gestures: readonly string[] } {
  let state = from;
  const said: string[] = [];
  const gestures: string[] = [];
  for (const event of events) {
    const [next, effects] = step(state, event);
    state = next;
    for (const effect of effects) {
      if (effect.type !== 'perform') continue;
      if (effect.cue.kind === 'speech') said.push(effect.cue.act);
      if (effect.cue.kind === 'gesture') gestures.push(effect.cue.gesture);
    }
  }
  return { state, said, gestures };
}

/** An agent that has asked something, and has said all of it by 3 s. */
function afterQuestion(): AgentState {
  const asked = live([
    { type: 'operator', at: 1, present: true },
    { type: 'operator-act', at: 1, strategy: 'act', act: 'suggest', skill: 'suggestion', words: null },
    { type: 'operator', at: 1.5, present: false },
    { type: 'utterance-start', at: 2, id: 'utterance-1', duration: 1 },
    { type: 'utterance-end', at: 3, id: 'utterance-1', outcome: 'finished' },
  ]);
  expect(asked.said).toEqual(['suggest']);
  return asked.state;
}

describe('movements of a player', () => {
  it('tell of arousal against how they usually move, never of valence or of an emotion', () => {
    fc.assert(fc.property(fc.double({ min: 0.03, max: 0.3, noNaN: true }), fc.double({ min: 3, max: 8, noNaN: true }), (usual, times) => {
      const calm = live(Array.from({ length: 80 }, (_, i) => motion(i / 4, { speed: usual }))).state;
      const lively = live(Array.from({ length: 12 }, (_, i) => motion(20 + i / 4, { speed: usual * times })), calm).state;
      const quiet = live(Array.from({ length: 12 }, (_, i) => motion(20 + i / 4, { speed: usual / times })), calm).state;
      expect(lively.affect.estimate.arousal.mean).toBeGreaterThan(calm.affect.estimate.arousal.mean + 0.03);
      expect(quiet.affect.estimate.arousal.mean).toBeLessThan(calm.affect.estimate.arousal.mean - 0.03);
      expect(certainty(lively.affect.estimate.valence)).toBe(0);
      expect(Math.max(...Object.values(lively.affect.estimate.emotions))).toBeLessThan(0.126);
      expect(lively.affect.because.map(({ cue }) => cue)).toEqual(['moves-more']);
    }), { numRuns: 30 });
  });

  it('are unsure: with nothing else the player is not followed as by a face', () => {
    const { state } = live(Array.from({ length: 100 }, (_, i) => motion(i / 4, { speed: i % 2 ? 0.05 : 0.4 })));
    expect(certainty(state.affect.estimate.arousal)).toBeLessThan(0.7);
    expect(state.affect.category).toBe(null);
  });

  it('are taken at most as movements where no emotions may be read, and not at all where only words may be', () => {
    const under = (compliance: Compliance): AgentState => live([motion(1, { speed: 0.5, gesture: 'wave' })], initialState({ ...SETTINGS, compliance })).state;
    const reactive = under({ ...UNDECLARED, mode: 'expression-reactive' });
    expect(reactive.signals.motion).toMatchObject({ speed: null, gesture: 'wave' });
    expect(certainty(reactive.affect.estimate.arousal)).toBe(0);
    expect(under({ ...UNDECLARED, mode: 'text-only' }).signals.motion).toBeUndefined();
  });
});

describe('what a player tells by hand and head', () => {
  it('is greeted by whom they wave to first, and waved back to later', () => {
    const first = live([motion(1, { gesture: 'wave' })]);
    expect(first.said).toEqual(['greet']);
    expect(first.gestures).toContain('wave');
    const later = live([{ type: 'utterance-end', at: 3, id: 'utterance-1', outcome: 'finished' }, motion(9, { gesture: 'wave' })], first.state);
    expect(later.said).toEqual([]);
    expect(later.gestures).toEqual(['wave']);
  });

  it('takes a hand that is offered, and meets one that is held up', () => {
    expect(live([motion(1, { gesture: 'reach' })])).toMatchObject({ said: [], gestures: ['handshake'] });
    expect(live([motion(1, { gesture: 'high-five' })])).toMatchObject({ said: [], gestures: ['high-five'] });
  });

  it('answers yes and no after a question, and nothing otherwise', () => {
    const asked = afterQuestion();
    const yes = live([motion(4, { gesture: 'nod' })], asked);
    expect(yes.state.plan?.reasons).toContain('agreed');
    expect(yes.said).toEqual(['encourage']);
    const no = live([motion(4, { gesture: 'shake' })], asked);
    expect(no.state.plan?.reasons).toContain('declined');
    expect(no.state.course.refused).toBe(true);
    expect(live([motion(30, { gesture: 'nod' })], asked).said).toEqual([]);
    expect(live([motion(1, { gesture: 'nod' }), motion(2, { gesture: 'shake' })]).said).toEqual([]);
  });

  it('greets whoever puts a headset on, once', () => {
    const on = { type: 'sense', sense: 'motion', status: 'live', problem: null } as const;
    const { said } = live([{ ...on, at: 1 }, { type: 'utterance-end', at: 3, id: 'utterance-1', outcome: 'finished' }, { ...on, status: 'off', at: 4 }, { ...on, at: 9 }]);
    expect(said).toEqual(['greet']);
  });

  it('never makes the agent speak over anybody, whatever comes', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...PLAYER_GESTURES), { maxLength: 20 }), (gestures) => {
      const { said } = live([{ type: 'speech-start', at: 0.5 }, ...gestures.map((gesture, i) => motion(1 + i, { gesture }))], afterQuestion());
      expect(said).toEqual([]);
    }));
  });
});
