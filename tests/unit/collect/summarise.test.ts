import { BLENDSHAPES, byEmotion, EMOTIONS, type FaceSignal, readText, UNIFORM, UNKNOWN, type VoiceSignal } from 'attune';
import { readEpisode, summariseFace, summariseVoice, summariseWords, TRAITS } from 'attune/collect';
import { describe, expect, it } from 'vitest';
import { someEpisode } from './episodes.ts';

const joy = byEmotion((emotion) => (emotion === 'happiness' ? 0.93 : 0.01));
const look = (at: number, smile: number | null): FaceSignal => ({
  kind: 'face', at, latency: 0, source: 'test', quality: 0.9, present: smile !== null, scores: null, pose: null, place: null, mouth: 1, neutral: 1, others: 0,
  blendshapes: smile === null ? null : BLENDSHAPES.map((name) => (name === 'mouthSmileLeft' ? smile : 0)), expression: smile === null ? null : { whole: joy, upper: UNIFORM },
});
const word = (at: number, given: Partial<VoiceSignal>): VoiceSignal => ({ kind: 'voice', at, latency: 0, source: 'test', quality: 0.7, window: 0.5, speaking: true, loudness: -20, pitch: 200, pitchRange: null, voicedRatio: 0.5, expression: null, ...given });

describe('an episode is summed up', () => {
  it('from looks at a face, of which those that could not be judged only count as such', () => {
    const seen = summariseFace([look(1, 0.2), look(1.5, 0.4), look(2, null)]);
    expect(seen).toMatchObject({ sense: 'face', seconds: 1, looks: 3, quality: 0.9 });
    expect(seen.seen).toBeCloseTo(2 / 3);
    expect(seen.traits[TRAITS.face.indexOf('mouthSmileLeft mean')]).toBeCloseTo(0.3);
    expect(seen.traits[TRAITS.face.indexOf('mouthSmileLeft spread')]).toBeCloseTo(0.1);
    expect(seen.head![EMOTIONS.indexOf('happiness')]).toBeCloseTo(0.93);
    expect(() => readEpisode({ ...someEpisode(), ...seen })).not.toThrow();
  });

  it('as nothing where nobody was there', () => {
    const seen = summariseFace([look(1, null)]);
    expect(seen).toMatchObject({ seen: 0, head: null });
    expect(new Set(seen.traits)).toEqual(new Set([null]));
    expect(() => readEpisode({ ...someEpisode(), ...seen })).not.toThrow();
    expect(summariseVoice([])).toMatchObject({ head: null, seconds: 0 });
  });

  it('from what was heard, by the last that the head said', () => {
    const said = { emotions: joy, valence: { mean: 0.4, variance: 0.1 }, arousal: UNKNOWN, dominance: UNKNOWN };
    const heard = summariseVoice([word(1, {}), word(2, { pitch: null, expression: said }), word(3, { speaking: false, pitch: null })]);
    expect(heard).toMatchObject({ seconds: 1.5, looks: 2, seen: 0.5, traits: [-20, 200, null, 0.5, 0.4, 0, 0] });
    expect(() => readEpisode({ ...someEpisode({ sense: 'voice' }), ...heard })).not.toThrow();
  });

  it('from a message, of which no word is left', () => {
    const told = summariseWords('I am so happy, happy!', readText('I am so happy, happy!', 'en'));
    expect(told.traits.slice(4).reduce<number>((sum, count) => sum + count!, 0)).toBe(5);
    expect(JSON.stringify(told)).not.toContain('appy');
    expect(() => readEpisode({ ...someEpisode({ sense: 'text' }), ...told })).not.toThrow();
  });
});
