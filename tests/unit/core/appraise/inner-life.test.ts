import fc from 'fast-check';
import { type AgentEvent, type AgentState, type Character, DEFAULT_CHARACTER, type Emotion, FEELINGS, initialState, readText, step } from 'attune';
import { fakeFace } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { usualMood } from '../../../../src/core/appraise/mood.ts';
import { anyCharacter, anySession } from '../arbitraries.ts';

const settingsOf = (character: Character) => ({ seed: 7, language: 'en', character }) as const;

function live(events: readonly AgentEvent[], character: Character = DEFAULT_CHARACTER, from: AgentState = initialState(settingsOf(character))): AgentState {
  return events.reduce((state, event) => step(state, event)[0], from);
}

const ticks = (from: number, to: number, every = 0.1): AgentEvent[] => Array.from({ length: Math.round((to - from) / every) }, (_, i) => ({ type: 'tick', at: from + (i + 1) * every }));
const message = (at: number, text: string): AgentEvent =>
  ({ type: 'signal', at, signal: { kind: 'text', at, latency: 0, source: 'typed', quality: 1, id: `message-${at}`, language: 'en', reading: readText(text), risk: null } });
const happening = (at: number, event: 'won' | 'lost' | 'stuck' | 'startled' | 'alone'): AgentEvent =>
  ({ type: 'signal', at, signal: { kind: 'context', at, latency: 0, source: 'host', quality: 1, event } });
const report = (at: number, emotion: Emotion): AgentEvent => ({ type: 'signal', at, signal: { kind: 'report', at, latency: 0, source: 'player', quality: 1, emotion } });

/** What the player says, with a few seconds to sink in. */
const told = (text: string, character?: Character): AgentState => live([...ticks(0, 1), message(1, text), ...ticks(1, 3)], character);
const resting = (character: Character): AgentState => live(ticks(0, 3), character);

describe('the agent’s inner life', () => {
  it('stays finite and within its bounds, for any character, whatever happens', () => {
    fc.assert(fc.property(anySession, anyCharacter, (events, character) => {
      let state = initialState(settingsOf(character));
      for (const event of events) {
        [state] = step(state, event);
        const { inner, appraisal } = state;
        for (const feeling of FEELINGS) {
          expect(inner.felt[feeling]).toBeGreaterThanOrEqual(inner.stirred[feeling]);
          expect(inner.felt[feeling]).toBeLessThanOrEqual(1);
          expect(inner.stirred[feeling]).toBeGreaterThanOrEqual(0);
        }
        for (const number of [...Object.values(inner.mood), appraisal.feeling.valence, appraisal.feeling.arousal]) expect(Math.abs(number)).toBeLessThanOrEqual(1);
        expect(appraisal.needs.length).toBeGreaterThan(0);
        for (const { strength, certainty } of appraisal.needs) expect(Math.min(strength, certainty, 1 - strength, 1 - certainty)).toBeGreaterThanOrEqual(0);
        expect(appraisal.needs.map(({ strength }) => strength)).toEqual(appraisal.needs.map(({ strength }) => strength).sort((a, b) => b - a));
        expect(['neutral', 'happiness', 'sadness']).toContain(appraisal.display.emotion);
        expect(Math.min(appraisal.display.weight, 1 - appraisal.display.weight)).toBeGreaterThanOrEqual(0);
      }
    }), { numRuns: 100 });
  });

  it('comes to rest when nothing more happens', () => {
    fc.assert(fc.property(anySession, anyCharacter, (events, character) => {
      const stirred = live(events, character);
      const { inner } = live(ticks(stirred.at, stirred.at + 7200, 60), character, stirred);
      const usual = usualMood(character.traits);
      for (const feeling of FEELINGS) expect(inner.felt[feeling]).toBeLessThan(0.01);
      expect(inner.risen).toEqual({});
      for (const axis of ['pleasure', 'arousal', 'dominance'] as const) expect(inner.mood[axis]).toBeCloseTo(usual[axis], 2);
    }), { numRuns: 50 });
  });

  it('meets anger without a trace of anger: it shows none, and is no more excited and no merrier than by plain words', () => {
    fc.assert(fc.property(anyCharacter, (character) => {
      const plain = told('The train leaves at nine', character).appraisal;
      const { appraisal, inner } = told('I am really furious, this is so unfair and I hate it', character);
      expect(appraisal.needs.map(({ need }) => need)).toContain('calm');
      expect(['happiness', 'sadness']).toContain(appraisal.display.emotion);
      if (appraisal.display.emotion === 'happiness') expect(appraisal.display.weight).toBeLessThanOrEqual(Math.max(2 * character.warmth, 0.4) + 1e-9);
      expect(appraisal.feeling.arousal).toBeLessThanOrEqual(plain.feeling.arousal + 0.01);
      expect(inner.felt['happy-for']).toBe(0);
    }), { numRuns: 60 });
    const calmed = told('I am really furious, this is so unfair and I hate it').appraisal;
    expect(calmed.feeling.arousal).toBeLessThan(resting(DEFAULT_CHARACTER).appraisal.feeling.arousal - 0.15);
  });

  it('is sorry for the sad, and less than they are', () => {
    const { inner, appraisal } = told('I am so sad and lonely, I cried all day');
    expect(appraisal).toMatchObject({ need: 'comfort', display: { emotion: 'sadness' } });
    expect(inner.felt['sorry-for']).toBeGreaterThan(0.3);
    expect(inner.felt['sorry-for']).toBeLessThan(appraisal.strength);
    expect(appraisal.display.weight).toBeLessThan(inner.felt['sorry-for']);
    expect(appraisal.feeling.valence).toBeLessThan(resting(DEFAULT_CHARACTER).appraisal.feeling.valence);
  });

  it('meets fear with a quiet, warm face, not with fear', () => {
    const { inner, appraisal } = told('I am very worried and anxious, I panic');
    expect(appraisal.need).toBe('reassurance');
    expect(inner.felt['fear-for']).toBeGreaterThan(0.1);
    expect(appraisal.display.emotion).toBe('happiness');
    expect(appraisal.feeling.arousal).toBeLessThan(resting(DEFAULT_CHARACTER).appraisal.feeling.arousal - 0.1);
  });

  it('shares joy as far as the character does', () => {
    const shown = [0.1, 0.4, 0.9].map((joy) => told('I am so happy, it was wonderful', { ...DEFAULT_CHARACTER, empathy: { ...DEFAULT_CHARACTER.empathy, joy } }).appraisal.display.weight);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(shown[2]! - shown[0]!).toBeGreaterThan(0.5);
  });

  it('does not mirror the smile over sad words as if it were joy', () => {
    const smiling = live(Array.from({ length: 75 }, (_, i): AgentEvent => ({ type: 'signal', at: i / 15, signal: fakeFace(i / 15, { smile: 0.8 }) })));
    const before = smiling.inner.felt['happy-for'];
    const after = live([message(5, 'Today was sad and I feel lonely')], DEFAULT_CHARACTER, smiling);
    expect(after.appraisal.needs.map(({ need }) => need)).toContain('acknowledgement');
    expect(after.inner.felt['happy-for']).toBeLessThan(0.7 * before);
  });

  it('masks, dampens and shares by the character’s rules', () => {
    const rules = (rule: 'share' | 'dampen' | 'mask', amount: number) => told('I am so sad and lonely, I cried all day', { ...DEFAULT_CHARACTER, display: { ...DEFAULT_CHARACTER.display, 'sorry-for': { rule, amount } } }).appraisal.display;
    expect(rules('mask', 1).emotion).toBe('happiness');
    expect(rules('share', 1).weight).toBeCloseTo(rules('dampen', 0).weight, 9);
    expect(rules('dampen', 0.6).weight).toBeLessThan(rules('dampen', 0.3).weight);
  });

  it.each<[string, AgentEvent[], string]>([
    ['a victory', [happening(1, 'won')], 'happy-for'], ['a victory of the player’s own', [happening(1, 'won')], 'pride'], ['a defeat', [happening(1, 'lost')], 'sorry-for'],
    ['something that can still be done', [happening(1, 'stuck')], 'hope'], ['a fright', [happening(1, 'startled')], 'fear-for'], ['thanks', [message(1, 'thank you')], 'gratitude'],
    ['any message', [message(1, 'The train leaves at nine')], 'interest'], ['victory after defeat', [happening(1, 'lost'), happening(3, 'won')], 'relief'],
    ['a mistake of its own', [message(1, 'I am so sad and lonely'), report(2, 'happiness')], 'regret'],
  ])('%s makes it feel %#', (_, events, feeling) => {
    const { inner } = live(events);
    expect(inner.stirred[feeling as 'hope']).toBeGreaterThan(0.04);
    expect(resting(DEFAULT_CHARACTER).inner.stirred[feeling as 'hope']).toBe(0);
  });

  it('regrets nothing where it was right, or where it believed nothing', () => {
    expect(live([report(2, 'happiness')]).inner.stirred.regret).toBe(0);
    expect(live([message(1, 'I am so sad and lonely'), report(2, 'sadness')]).inner.stirred.regret).toBe(0);
  });

  it('is relieved when a heavy feeling has passed', () => {
    const sad = live([message(1, 'I am so sad and lonely, I cried all day'), ...ticks(1, 12)]);
    expect(sad.affect.category).toBe('sadness');
    let most = 0;
    let state = sad;
    for (const event of [report(12, 'neutral'), ...ticks(12, 60)]) {
      [state] = step(state, event);
      most = Math.max(most, state.inner.felt.relief);
    }
    expect(most).toBeGreaterThan(0.1);
  });

  it('changes its mood over minutes, and the same in few steps as in many', () => {
    const events = Array.from({ length: 12 }, (_, i) => happening(5 + 20 * i, 'lost'));
    const [few, many] = [1, 0.1].map((every) => live([...events, ...ticks(0, 245, every)].sort((a, b) => a.at - b.at)).inner.mood);
    const usual = usualMood(DEFAULT_CHARACTER.traits);
    expect(many!.pleasure).toBeLessThan(usual.pleasure - 0.15);
    expect(live([happening(1, 'lost'), ...ticks(1, 2)]).inner.mood.pleasure).toBeGreaterThan(usual.pleasure - 0.02);
    expect(few!.pleasure).toBeCloseTo(many!.pleasure, 1);
  });

  it('lets a wish to be left in peace rise and end with the next that is told', () => {
    const refused = live([message(1, 'I don’t want to talk about it')]);
    expect(refused.appraisal.need).toBe('space');
    expect(live([message(9, 'Can you help me?')], DEFAULT_CHARACTER, refused).appraisal.needs.map(({ need }) => need)).not.toContain('space');
  });
});
