import fc from 'fast-check';
import { type AffectState, type BothFeelings, byEmotion, type Emotion, type EmotionDistribution, EMOTIONS, normalise, type Signal, UNIFORM, UNKNOWN } from 'attune';
import { fakeFace, fakeVoice } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { affectOfEmotions } from '../../../../src/core/affect/affect-of-emotions.ts';
import { holdPairs, type MixedState, stepMixed, UNMIXED } from '../../../../src/core/affect/mixed.ts';
import { observeSignal, settleAffect, strangerMemory } from '../../../../src/core/affect/observe.ts';

const of = (shares: Partial<Record<Emotion, number>>): EmotionDistribution => {
  const left = 1 - Object.values(shares).reduce((sum, each) => sum + each, 0);
  return byEmotion((emotion) => shares[emotion] ?? left / (EMOTIONS.length - Object.keys(shares).length));
};
const look = (at: number, emotions: EmotionDistribution): Signal => fakeFace(at, {}, { quality: 1, expression: { whole: emotions, upper: emotions } });
const sound = (at: number, emotions: EmotionDistribution): Signal => fakeVoice(at, { quality: 1, expression: { ...affectOfEmotions(emotions), emotions } });
const words = (at: number, emotions: EmotionDistribution, both: BothFeelings | null = null, quality = 1): Signal =>
  ({ kind: 'text', at, latency: 0, source: 'test', quality, id: 'm', language: 'en', risk: null, reading: { ...affectOfEmotions(emotions), emotions, both, intent: 'feeling', domain: null, cues: 2 } });

/** What the state is after signals that come four times a second. */
function after(seconds: number, ...signalsAt: readonly ((at: number) => Signal | null)[]): AffectState[] {
  let memory = strangerMemory(0);
  const states: AffectState[] = [];
  for (let at = 0.25; at <= seconds; at += 0.25) {
    for (const signalAt of signalsAt) {
      const signal = signalAt(at);
      if (signal) memory = observeSignal(memory, signal, false);
    }
    memory = settleAffect(memory, at);
    states.push(memory.state);
  }
  return states;
}
const last = (states: readonly AffectState[]): AffectState => states.at(-1)!;

describe('mixed feelings', () => {
  it('are what one face shows at once, if one of the two is happiness', () => {
    expect(last(after(6, (at) => look(at, of({ happiness: 0.42, sadness: 0.4 })))).mixed?.emotions).toEqual(['happiness', 'sadness']);
    expect(last(after(6, (at) => look(at, of({ happiness: 0.45, surprise: 0.42 })))).mixed?.emotions).toEqual(['happiness', 'surprise']);
  });

  it('are not what a face is merely unsure of', () => {
    expect(last(after(6, (at) => look(at, of({ anger: 0.45, disgust: 0.45 })))).mixed).toBeNull();
    expect(last(after(6, (at) => look(at, of({ sadness: 0.45, fear: 0.45 })))).mixed).toBeNull();
  });

  it('are what words tell of, whichever two, for as long as they hold', () => {
    const said = after(60, (at) => (at === 1 ? words(at, of({ anger: 0.7, sadness: 0.25 }), { one: 'anger', other: 'sadness' }) : null));
    expect(said[19]?.mixed?.emotions).toEqual(['sadness', 'anger']);
    expect(last(said).mixed).toBeNull();
    expect(last(after(6, (at) => (at === 1 ? words(at, of({ anger: 0.45, sadness: 0.45 })) : null))).mixed).toBeNull();
    expect(last(after(6, (at) => (at === 1 ? words(at, of({ anger: 0.7, sadness: 0.25 }), { one: 'anger', other: 'sadness' }, 0.4) : null))).mixed).toBeNull();
    expect(last(after(6, (at) => (at === 1 ? words(at, of({ anger: 0.7 }), { one: 'anger', other: 'disgust' }) : null))).mixed).toBeNull();
  });

  it('end with the next message that tells of one', () => {
    const said = after(9, (at) => (at === 1 ? words(at, of({ anger: 0.7 }), { one: 'anger', other: 'sadness' }) : at === 5 ? words(at, of({ anger: 0.9 })) : null));
    expect(said[18]?.mixed).not.toBeNull();
    expect(last(said).mixed).toBeNull();
  });

  it('are what two senses hold, each its own, and not what only one of them is sure of', () => {
    const face = (at: number): Signal => look(at, of({ happiness: 0.7 }));
    const state = last(after(8, face, (at) => sound(at, of({ fear: 0.65 }))));
    expect(state.mixed?.emotions).toEqual(['happiness', 'fear']);
    expect(last(after(8, (at) => look(at, of({ sadness: 0.7 })), (at) => sound(at, of({ anger: 0.65 })))).mixed?.emotions).toEqual(['sadness', 'anger']);
    expect(last(after(8, (at) => look(at, of({ sadness: 0.7 })), (at) => sound(at, of({ anger: 0.2 })))).mixed).toBeNull();
  });

  it('outlast a flicker, and are none for a flicker', () => {
    const both = of({ happiness: 0.44, sadness: 0.42 });
    const alone = of({ happiness: 0.8 });
    const broken = after(8, (at) => look(at, at === 6 ? alone : both));
    expect(broken.slice(20).every(({ mixed }) => mixed !== null)).toBe(true);
    expect(after(8, (at) => look(at, at === 6 ? both : alone)).every(({ mixed }) => mixed === null)).toBe(true);
  });

  it('end when one of the two is gone, and when players say themselves how they feel', () => {
    const until = (at: number): Signal => look(at, of(at < 6 ? { happiness: 0.44, sadness: 0.42 } : { happiness: 0.85 }));
    const states = after(14, until);
    expect(states.some(({ mixed }) => mixed !== null)).toBe(true);
    expect(last(states).mixed).toBeNull();
    const report = (at: number): Signal | null => (at === 8 ? { kind: 'report', at, latency: 0, source: 'player', quality: 1, emotion: 'happiness' } : null);
    expect(last(after(12, (at) => look(at, of({ happiness: 0.44, sadness: 0.42 })), report)).mixed).toBeNull();
  });

  it('are tracked where two emotions are sure though neither alone is', () => {
    const emotions = of({ happiness: 0.36, fear: 0.36 });
    const nothingElse = { valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN, emotions, both: { one: 'happiness', other: 'fear' }, intent: 'feeling', domain: null, cues: 2 } as const;
    const state = last(after(8, (at) => (at === 1 ? { kind: 'text', at, latency: 0, source: 'test', quality: 1, id: 'm', language: 'en', risk: null, reading: nothingElse } : null)));
    expect(state.phase).toBe('tracking');
    expect(state.mixed?.emotions).toEqual(['happiness', 'fear']);
  });
});

describe('the fact that feelings are mixed', () => {
  const anyEmotions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: EMOTIONS.length, maxLength: EMOTIONS.length })
    .map((weights) => normalise(byEmotion((emotion) => weights[EMOTIONS.indexOf(emotion)]! ** 5)));

  it('holds two different feelings, only while tracking, and always where the category is mixed', () => {
    const moments = fc.array(fc.record({ face: fc.option(anyEmotions), voice: fc.option(anyEmotions), words: fc.option(anyEmotions, { freq: 1 }) }), { minLength: 8, maxLength: 40 });
    fc.assert(fc.property(moments, (given) => {
      const pick = (make: (at: number, emotions: EmotionDistribution) => Signal, sense: 'face' | 'voice' | 'words') => (at: number): Signal | null => {
        const emotions = given[Math.floor((at - 0.25) / 1)]?.[sense];
        return emotions ? make(at, emotions) : null;
      };
      for (const { mixed, phase, category, estimate } of after(given.length, pick(look, 'face'), pick(sound, 'voice'), pick(words, 'words'))) {
        if (category === 'mixed') expect(mixed).not.toBeNull();
        if (!mixed) continue;
        expect(phase).toBe('tracking');
        expect(mixed.emotions[0]).not.toBe(mixed.emotions[1]);
        expect(mixed.emotions).not.toContain('neutral');
        expect(mixed.since).toBeLessThanOrEqual(estimate.at);
      }
    }), { numRuns: 150 });
  });

  it('depends on time and not on the number of steps', () => {
    fc.assert(fc.property(anyEmotions, fc.integer({ min: 1, max: 40 }), (emotions, steps) => {
      const holds = holdPairs(emotions, [], null);
      const run = (count: number): MixedState => {
        let state = UNMIXED;
        for (let i = 0; i <= count; i += 1) state = stepMixed(state, 2 / count, (2 * i) / count, { tracking: true, torn: false }, holds);
        return state;
      };
      expect(run(8 * steps).mixed?.emotions).toEqual(run(160).mixed?.emotions);
    }));
  });

  it('is not what nobody knows', () => {
    expect(holdPairs(UNIFORM, [], null).every((hold) => hold < 1)).toBe(true);
  });
});
