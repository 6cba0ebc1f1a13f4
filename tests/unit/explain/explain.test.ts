import fc from 'fast-check';
import { type AffectState, affectOfEmotions, byEmotion, EMOTIONS, initialState, DEFAULT_CHARACTER, type Emotion, type EmotionDistribution, type Language, LANGUAGES, normalise, SENSES, step } from 'attune';
import { explain, type Observed } from 'attune/explain';
import { describe, expect, it } from 'vitest';
import { anySession } from '../core/arbitraries.ts';
import { EXAMPLES } from './examples.ts';
import { of, stateOf, trend } from './states.ts';

const anyEmotions: fc.Arbitrary<EmotionDistribution> = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: EMOTIONS.length, maxLength: EMOTIONS.length })
  .map((weights) => normalise(byEmotion((emotion) => 0.001 + weights[EMOTIONS.indexOf(emotion)]! ** 6)));
const anyUnit = fc.double({ min: 0, max: 1, noNaN: true });
const aFeeling = fc.constantFrom(...EMOTIONS.filter((emotion) => emotion !== 'neutral'));
const anyStatus = fc.constantFrom('off', 'starting', 'live', 'refused', 'failed').map((status) => ({ status, problem: null }) as const);

const anyObserved: fc.Arbitrary<Observed> = fc.oneof(fc.constant({}), fc.record({ senses: fc.record({ face: anyStatus, voice: anyStatus, text: anyStatus, context: anyStatus, report: anyStatus, motion: anyStatus }) }));

const CUES = {
  face: ['smile', 'mouth-corners-down', 'brows-raised', 'brows-lowered', 'eyes-wide', 'mouth-open', 'nose-wrinkled', 'lips-pressed', 'lip-corner-one-sided'],
  voice: ['voice-loud', 'voice-soft', 'pitch-high', 'pitch-low'], text: ['kind-words', 'heavy-words'], context: ['won', 'lost', 'stuck', 'progress', 'waiting', 'alone', 'startled'], report: ['says-neutral'], motion: ['moves-more', 'moves-less'],
} as const;

/** Any state that the core could hold, in any combination. */
const anyState: fc.Arbitrary<AffectState> = fc.record({
  phase: fc.constantFrom('absent', 'calibrating', 'tracking', 'tracking', 'tracking', 'uncertain'),
  fused: anyEmotions, intensity: anyUnit, lasted: fc.oneof(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 120, noNaN: true })),
  category: fc.option(fc.constantFrom<Emotion | 'mixed'>(...EMOTIONS, 'mixed')), pair: fc.uniqueArray(aFeeling, { minLength: 2, maxLength: 2 }), mixes: fc.boolean(),
  senses: fc.record(Object.fromEntries(SENSES.map((sense) => [sense, fc.option(anyEmotions, { freq: 2, nil: undefined })]))),
  conflict: fc.option(fc.record({ degree: anyUnit, between: fc.shuffledSubarray([...SENSES], { minLength: 2, maxLength: 2 }) })),
  direction: fc.constantFrom('rising', 'steady', 'falling'), known: fc.boolean(),
  episode: fc.option(fc.record({ category: aFeeling, onset: fc.double({ min: 0, max: 60, noNaN: true }), peak: anyUnit, peakAt: fc.double({ min: 60, max: 120, noNaN: true }), recovered: fc.option(fc.double({ min: 90, max: 120, noNaN: true })) })),
  cues: fc.array(fc.constantFrom(...SENSES).chain((sense) => fc.record({ sense: fc.constant(sense), cue: fc.constantFrom(...CUES[sense]), strength: anyUnit })), { maxLength: 5 }),
}).map(({ phase, fused, intensity, lasted, category, pair, mixes, senses, conflict, direction, known, episode, cues }) => {
  const told = Object.fromEntries(Object.entries(senses).filter(([, emotions]) => emotions !== undefined)) as NonNullable<Parameters<typeof stateOf>[0]['senses']>;
  const [pleased, displeased] = conflict?.between ?? [];
  const mixed = phase === 'tracking' && (mixes || category === 'mixed') ? { emotions: [pair[0]!, pair[1]!] as const, since: 120 - lasted } : null;
  return stateOf({
    fused, senses: told,
    rest: {
      phase, intensity, felt: 120 - lasted, mixed, episode, category: phase === 'tracking' ? category : null, because: cues, trend: known ? trend(direction) : { ...trend('steady'), middle: null },
      ...(conflict && pleased && displeased && told[pleased] && told[displeased] ? { conflict: { degree: conflict.degree, between: [pleased, displeased] as const } } : {}),
    },
  });
});

const SURENESS = {
  en: { guess: 'hardly more than a guess', open: 'far from certain', fair: 'fairly sure', high: 'little doubt' },
  zh: { guess: '只是猜测', open: '还说不准', fair: '多半是这样', high: '没有多少疑问' },
} as const;
const NAMED = {
  en: { face: /your face/i, voice: /your voice/i, text: /your (last )?words/i, context: /happened/i, report: /yourself/i, motion: /the way you move/i },
  zh: { face: /脸/, voice: /声音/, text: /话/, context: /发生的事|合得上/, report: /你自己/, motion: /动作/ },
} as const;

function expectWellTold(state: AffectState, language: Language, observed: Observed): void {
  const { text, sentences, findings } = explain(state, language, observed);
  expect(text).not.toMatch(/undefined|null|NaN|object|\{|\}| {2}|\byou(?:'| a)re\b|你是|你正/i);
  for (const each of sentences) {
    expect(each.text).toMatch(language === 'en' ? /^[A-Z].*\.$/ : /。$/);
    for (const sense of each.senses) expect(each.text).toMatch(NAMED[language][sense]);
  }
  expect(sentences[0]?.about).toBe('feeling');
  const told = Object.entries(SURENESS[language]).filter(([, words]) => sentences[0]!.text.includes(words)).map(([name]) => name);
  expect(told).toEqual(findings.felt.length > 0 ? [findings.sureness] : []);
}

describe('an explanation', () => {
  it('is told in whole sentences, whatever the state', () => {
    fc.assert(fc.property(anyState, fc.constantFrom(...LANGUAGES), anyObserved, expectWellTold), { numRuns: 3000 });
  });

  it('is told of every state that an agent comes to, in whatever order things happen', () => {
    fc.assert(fc.property(anySession, fc.constantFrom(...LANGUAGES), (events, language) => {
      let state = initialState({ seed: 7, language, character: DEFAULT_CHARACTER });
      for (const event of events) {
        [state] = step(state, event);
        expectWellTold(state.affect, language, state);
      }
    }), { numRuns: 60 });
  });

  it('claims no certainty above what the state holds, and none where senses disagree', () => {
    fc.assert(fc.property(anyState, (state) => {
      const { sureness, felt } = explain(state, 'en').findings;
      const probability = felt.reduce((sum, { emotion }) => sum + state.estimate.emotions[emotion], 0);
      if (sureness === 'high') expect(probability).toBeGreaterThanOrEqual(0.8);
      if (sureness === 'high') expect(state.conflict.degree).toBeLessThan(0.3);
      if (sureness === 'fair') expect(probability).toBeGreaterThanOrEqual(0.6);
      if (sureness === 'open') expect(probability).toBeGreaterThanOrEqual(0.4);
    }), { numRuns: 2000 });
  });

  it('names a feeling only while somebody is tracked, and no stronger than it is', () => {
    fc.assert(fc.property(anyState, (state) => {
      const { findings, sentences: [feeling] } = explain(state, 'en');
      if (state.phase !== 'tracking') expect(findings.felt).toEqual([]);
      if (state.mixed) expect(findings.felt.map(({ emotion }) => emotion).sort()).toEqual([...state.mixed.emotions].sort());
      if (/\b(very|deeply|astonished)\b/.test(feeling!.text)) expect(state.intensity).toBeGreaterThanOrEqual(0.7);
      if (state.intensity < 0.35 && findings.felt.some(({ emotion }) => emotion !== 'neutral')) expect(feeling!.text).toContain('a little');
    }), { numRuns: 2000 });
  });

  it('names every sense that contradicts the others', () => {
    fc.assert(fc.property(anyState, fc.constantFrom(...LANGUAGES), (state, language) => {
      const { sentences, findings } = explain(state, language);
      const against = sentences.filter(({ about }) => about === 'against').flatMap(({ senses }) => senses);
      if (state.phase !== 'absent' && state.conflict.degree >= 0.3) expect(against).toEqual(expect.arrayContaining([...state.conflict.between!]));
      if (state.phase !== 'tracking') return;
      const felt = findings.felt.map(({ emotion }) => emotion);
      for (const sense of SENSES) {
        const emotions = state.senses[sense]?.emotions;
        const other = emotions && EMOTIONS.find((emotion) => emotions[emotion] > 0.6 && !felt.includes(emotion));
        if (other) expect(against).toContain(sense);
      }
    }), { numRuns: 2000 });
  });

  it('tells what is missing, and nothing of what is not', () => {
    fc.assert(fc.property(anyState, (state) => {
      const off = { status: 'off', problem: null } as const;
      const text = explain(state, 'en', { senses: { face: off, voice: off, text: off, context: off, report: off, motion: off } }).text;
      const silent = (sense: 'face' | 'voice'): boolean => state.phase !== 'absent' && !state.senses[sense];
      if (silent('face')) expect(text).toMatch(/camera/);
      if (silent('voice')) expect(text).toMatch(/microphone/);
    }));
    const heard = stateOf({ fused: of({ sadness: 0.8 }), senses: { face: of({ sadness: 0.8 }), voice: of({ sadness: 0.7 }) }, rest: { category: 'sadness', intensity: 0.7 } });
    expect(explain(heard, 'en').sentences.some(({ about }) => about === 'missing')).toBe(false);
  });

  it('tells the same things in every language', () => {
    fc.assert(fc.property(anyState, anyObserved, (state, observed) => {
      const [en, zh] = (['en', 'zh'] as const).map((language) => explain(state, language, observed).sentences.map(({ about, senses }) => ({ about, senses })));
      expect(zh).toEqual(en);
    }));
  });

  it('takes no growing old of words for a change of feeling', () => {
    const reading = { ...affectOfEmotions(of({ sadness: 0.85 })), emotions: of({ sadness: 0.85 }), intent: 'feeling', domain: null, cues: 2 } as const;
    let state = initialState({ seed: 7, language: 'en', character: DEFAULT_CHARACTER });
    [state] = step(state, { type: 'signal', at: 1, signal: { kind: 'text', at: 1, latency: 0, source: 'test', quality: 1, id: 'm', language: 'en', risk: null, reading } });
    const told: string[] = [];
    for (let at = 1; at < 90; at += 0.25) {
      [state] = step(state, { type: 'tick', at });
      told.push(explain(state.affect, 'en', state).text);
    }
    expect(told.some((text) => text.startsWith('You seem sad'))).toBe(true);
    expect(told.filter((text) => /brighter|eased|strongest|without much change/.test(text))).toEqual([]);
  });

  it('refuses a language that it does not speak', () => {
    expect(() => explain(stateOf({}), 'de' as Language)).toThrow('Expected a language of en, zh to explain in; got "de".');
  });

  it.each(LANGUAGES)('reads as written in golden-%s.md', async (language) => {
    const page = Object.entries(EXAMPLES).map(([name, { state, observed }]) => `## ${name}\n\n${explain(state, language, observed).sentences.map(({ text }) => text).join('\n')}\n`).join('\n');
    await expect(page).toMatchFileSnapshot(`golden-${language}.md`);
  });
});
