import fc from 'fast-check';
import { type AgentEvent, type AgentState, createAvatarFrame, type Cue, DEFAULT_CHARACTER, type Gesture, initialState, readText, step } from 'attune';
import { replay } from 'attune/record';
import { fakeFace } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { samplePerformance } from '../../../../src/core/perform/sample.ts';
import { anySession } from '../arbitraries.ts';
import { between, turnOf } from './skeleton.ts';

const settings = { seed: 7, language: 'en', character: DEFAULT_CHARACTER } as const;

const message = (at: number, text: string): AgentEvent =>
  ({ type: 'signal', at, signal: { kind: 'text', at, latency: 0, source: 'typed', quality: 1, id: 'message-1', language: 'en', reading: readText(text), risk: null } });
const happening = (at: number, event: 'won' | 'lost' | 'startled'): AgentEvent =>
  ({ type: 'signal', at, signal: { kind: 'context', at, latency: 0, source: 'host', quality: 1, event } });
const ticks = (from: number, to: number): AgentEvent[] => Array.from({ length: Math.round((to - from) * 10) }, (_, i) => ({ type: 'tick', at: from + i / 10 }));

function feed(events: readonly AgentEvent[], state: AgentState = initialState(settings)): { state: AgentState; cues: Cue[] } {
  const cues: Cue[] = [];
  for (const event of events) {
    const [next, effects] = step(state, event);
    state = next;
    for (const effect of effects) if (effect.type === 'perform') cues.push(effect.cue);
  }
  return { state, cues };
}

const gesturesIn = (cues: readonly Cue[]): Gesture[] => cues.flatMap((cue) => (cue.kind === 'gesture' ? [cue.gesture] : []));

describe('the agent’s body', () => {
  it.each<[string, Gesture[]]>([
    ['hello', ['wave']], ['bye', ['wave']], ['thank you', ['nod']], ['who are you', ['open-palms']], ['I am so sad and lonely', ['hand-to-heart', 'lean-in']],
    ['I am really furious about this', ['nod', 'open-palms']], ['I am very worried and anxious', ['hand-to-heart', 'nod']],
    ['I am so happy, it was wonderful', ['clap']], ['The train leaves at nine', ['tilt']],
  ])('answers "%s" with %j', (text, gestures) => {
    expect(gesturesIn(feed([message(1, text)]).cues)).toEqual(gestures);
  });

  it('claps for what went well, leans in to what did not, and calms a fright', () => {
    expect(gesturesIn(feed([happening(1, 'won')]).cues)).toEqual(['clap']);
    expect(gesturesIn(feed([happening(1, 'lost')]).cues)).toEqual(['lean-in']);
    expect(gesturesIn(feed([happening(1, 'startled')]).cues)).toEqual(['hand-to-heart', 'nod']);
  });

  it('shrugs when it could not make out what was said', () => {
    expect(gesturesIn(feed([{ type: 'speech-start', at: 1 }, { type: 'speech-end', at: 3 }]).cues)).toEqual(['shrug']);
  });

  it('turns towards a sad player once the sadness lasts', () => {
    const { cues } = feed([message(1, 'I am so sad and lonely'), ...ticks(1, 5)]);
    const turned = cues.find((cue) => cue.kind === 'posture');
    expect(turned).toMatchObject({ posture: 'leaning-in' });
    expect(turned?.at).toBeGreaterThan(2);
  });

  it('opens up to a player who smiles', () => {
    const smiles = Array.from({ length: 90 }, (_, i): AgentEvent => ({ type: 'signal', at: i / 15, signal: fakeFace(i / 15, { smile: 0.8 }) }));
    const { state } = feed([...smiles, ...ticks(0, 6)].sort((a, b) => a.at - b.at));
    expect(state.performance.posture).toBe('open');
  });

  it('takes its hands down when the player cuts in, and only its hands', () => {
    const asked = feed([message(1, 'I am so sad and lonely')]).state;
    const { state } = feed([{ type: 'utterance-start', at: 1.2, id: 'utterance-1', duration: 4 }, ...ticks(1.2, 2), { type: 'speech-start', at: 2 }, ...ticks(2, 3)], asked);
    expect(state.performance.gestures.map(({ gesture, dropped }) => [gesture, dropped !== null])).toEqual([['lean-in', false]]);
  });

  it('is the same in every replay of the same log, frame by frame', () => {
    fc.assert(fc.property(anySession, (events) => {
      const film = (): number[][] => {
        const frame = createAvatarFrame();
        const frames: number[][] = [];
        replay({ settings, events }, { onStep: (state) => {
          samplePerformance(state.performance, state.at + 0.05, 1, frame);
          frames.push([...frame.body, ...Object.values(frame.emotions), frame.gaze.yaw, frame.blink]);
        } });
        return frames;
      };
      expect(film()).toEqual(film());
    }), { numRuns: 20 });
  });

  it('differs from a neighbour’s with another seed', () => {
    const [one, other] = [1, 2].map((seed) => {
      const frame = createAvatarFrame();
      samplePerformance(initialState({ ...settings, seed }).performance, 3, 1, frame);
      return turnOf(frame, 'head');
    });
    expect(between(one!, other!)).toBeGreaterThan(0.002);
  });
});
