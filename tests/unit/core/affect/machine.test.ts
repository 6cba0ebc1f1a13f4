import fc from 'fast-check';
import { byEmotion, type Emotion, type EmotionDistribution, EMOTIONS, normalise, UNIFORM } from 'attune';
import { describe, expect, it } from 'vitest';
import { type MachineInput, type MachineState, NOBODY, stepMachine, TRANSITIONS } from '../../../../src/core/affect/machine.ts';

function run(state: MachineState, from: number, to: number, input: MachineInput): MachineState {
  let next = state;
  for (let at = from; at < to - 1e-9; at += 0.1) next = stepMachine(next, at, input);
  return next;
}

const clear: MachineInput = { present: true, certainty: 0.8, emotions: UNIFORM };
const dim: MachineInput = { ...clear, certainty: 0.1 };
const between: MachineInput = { ...clear, certainty: 0.28 };
const gone: MachineInput = { ...clear, present: false, certainty: 0 };
const showing = (shares: Partial<Record<Emotion, number>>): MachineInput => {
  const left = 1 - Object.values(shares).reduce((sum, each) => sum + each, 0);
  const others = EMOTIONS.length - Object.keys(shares).length;
  return { ...clear, emotions: byEmotion((emotion) => shares[emotion] ?? left / others) };
};

describe('the phase', () => {
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
    const flicker = stepMachine(stepMachine(tracking, 3.1, dim), 3.2, clear);
    expect(flicker).toEqual({ ...tracking, at: 3.2 });
  });
});

describe('the category', () => {
  const tracking = run(NOBODY, 0, 3, clear);

  it('is nothing while nothing stands out, and an emotion that lasts', () => {
    expect(tracking.category).toBeNull();
    const happy = run(tracking, 3, 4, showing({ happiness: 0.6 }));
    expect(happy).toMatchObject({ category: 'happiness' });
    expect(run(happy, 4, 8, showing({ happiness: 0.28 })).category).toBe('happiness');
    expect(run(happy, 4, 9, showing({ happiness: 0.13 })).category).toBeNull();
  });

  it('outlives a moment that speaks against it', () => {
    const happy = run(tracking, 3, 6, showing({ happiness: 0.6 }));
    const doubted = stepMachine(happy, 6, showing({ happiness: 0.1 }));
    expect(run(stepMachine(doubted, 6.1, showing({ happiness: 0.6 })), 6.2, 8, showing({ happiness: 0.6 }))).toMatchObject({ category: 'happiness', felt: happy.felt });
  });

  it('changes to another emotion only when that leads', () => {
    const happy = run(tracking, 3, 4, showing({ happiness: 0.6 }));
    expect(run(happy, 4, 8, showing({ happiness: 0.42, surprise: 0.4 })).category).toBe('happiness');
    expect(run(happy, 4, 6, showing({ happiness: 0.3, surprise: 0.5 })).category).toBe('surprise');
    expect(run(happy, 4, 4.5, showing({ happiness: 0.1, surprise: 0.7 })).category).toBe('surprise');
  });

  it('counts strong evidence for more, and weighs what speaks against it', () => {
    const neutral = run(tracking, 3, 6, showing({ neutral: 0.6 }));
    const angry = showing({ neutral: 0.15, anger: 0.5 });
    const once = stepMachine(stepMachine(neutral, 6, angry), 6.15, angry);
    expect(once.category).toBe('neutral');
    expect(run(once, 6.2, 6.4, angry).category).toBe('anger');
    // As often for as against, no change is ever believed.
    let flickering = neutral;
    for (let at = 6; at < 60; at += 0.2) flickering = stepMachine(stepMachine(flickering, at, angry), at + 0.1, showing({ neutral: 0.5, anger: 0.15 }));
    expect(flickering).toMatchObject({ category: 'neutral', felt: neutral.felt });
  });

  it('keeps two feelings that are both there, and is nothing once nobody is followed', () => {
    const mixed = run(tracking, 3, 5, showing({ happiness: 0.4, sadness: 0.4 }));
    expect(mixed.category).toBe('mixed');
    expect(run(mixed, 5, 8, showing({ happiness: 0.22, sadness: 0.22 })).category).toBe('mixed');
    expect(run(mixed, 5, 8, showing({ happiness: 0.6, sadness: 0.1 })).category).toBe('happiness');
    expect(run(mixed, 5, 8, { ...showing({ happiness: 0.4, sadness: 0.4 }), present: false }).category).toBeNull();
  });
});

describe('the machine', () => {
  const emotions: fc.Arbitrary<EmotionDistribution> = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: EMOTIONS.length, maxLength: EMOTIONS.length })
    .map((weights) => normalise(byEmotion((emotion) => weights[EMOTIONS.indexOf(emotion)]! ** 4)));

  it('only ever takes transitions of its table, whatever the input', () => {
    const input = fc.record({ present: fc.boolean(), certainty: fc.double({ min: 0, max: 1, noNaN: true }), emotions, gap: fc.double({ min: -10, max: 4000, noNaN: true }) });
    fc.assert(fc.property(fc.array(input), (inputs) => {
      let state = NOBODY;
      let at = 0;
      for (const { gap, ...each } of inputs) {
        at = Math.max(0, at + gap);
        const next = stepMachine(state, at, each);
        if (next.phase !== state.phase) expect(TRANSITIONS.some(({ region, from, to }) => region === 'phase' && from === state.phase && to === next.phase)).toBe(true);
        if (next.category !== state.category) {
          expect(TRANSITIONS.some(({ region, to, speaks }) => region === 'category' && to === next.category && speaks(each, { ...state, phase: next.phase }) > 0)).toBe(true);
        }
        if (next.phase !== 'tracking') expect(next.category).toBeNull();
        state = next;
      }
    }));
  });
});
