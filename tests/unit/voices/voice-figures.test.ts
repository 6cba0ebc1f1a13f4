import { describe, expect, it } from 'vitest';
import type { LabelledVoice, VoiceWord } from '../../../scripts/voices/labelled-voices.ts';
import { measureVoices } from '../../../scripts/voices/voice-figures.ts';
import type { VoiceReading } from '../../../src/browser/voice/voice-head.ts';
import { belief, byEmotion, type Emotion, UNKNOWN_VARIANCE } from '../../../src/core/index.ts';

const voice = (word: VoiceWord, emotion: Emotion, i: number): LabelledVoice => ({ path: `${i}`, file: `${i}`, word, emotion, speaker: `s${i % 2}` });
const reading = (emotion: Emotion, arousal: number): VoiceReading => ({
  emotions: byEmotion((each) => (each === emotion ? 0.65 : 0.05)), valence: belief(0, 0.1), arousal: belief(arousal, 0.2), dominance: belief(0, 0.3),
});

describe('figures of voices', () => {
  const voices = [voice('anger', 'anger', 0), voice('calm', 'neutral', 1), voice('boredom', 'neutral', 2), voice('fear', 'fear', 3), voice('sadness', 'sadness', 4), voice('disgust', 'disgust', 5)];

  it('take calm and boredom for neutral and for low arousal, and leave disgust out of both sides', () => {
    const metrics = measureVoices({ voices, readings: [reading('anger', 0.5), reading('neutral', -0.2), reading('sadness', -0.4), reading('fear', 0.4), reading('sadness', -0.3), reading('fear', -0.9)] });
    expect(metrics.arousalAuc).toBe(1);
    expect(metrics.accuracy).toBeCloseTo(4 / 6, 5);
    expect(metrics.fourClass).toMatchObject({ n: 4, perClass: { anger: { recall: 1 }, neutral: { recall: 0.5 }, sadness: { recall: 1 } } });
    expect(metrics.fourClass!.uar).toBeCloseTo((1 + 0.5 + 1) / 3, 5);
    expect(metrics.meanVariance).toBeCloseTo(0.2, 5);
  });

  it('answer the four with the likeliest of the four, whatever else was likelier', () => {
    const surprised: VoiceReading = { ...reading('surprise', 0.5), emotions: { ...reading('surprise', 0.5).emotions, anger: 0.2 } };
    expect(measureVoices({ voices: voices.slice(0, 1), readings: [surprised] }).fourClass!.uar).toBe(1);
  });

  it('count what was not answered as wrong, as the middle of arousal, and as unknown', () => {
    const metrics = measureVoices({ voices: voices.slice(0, 2), readings: [null, reading('neutral', 0.1)] });
    expect(metrics.answered).toBe(0.5);
    expect(metrics.fourClass!.uar).toBe(0.5);
    expect(metrics.arousalAuc).toBe(0);
    expect(metrics.meanVariance).toBeCloseTo((UNKNOWN_VARIANCE + 0.2) / 2, 5);
  });

  it('leave out what a corpus lacks', () => {
    const metrics = measureVoices({ voices: [voice('disgust', 'disgust', 0)], readings: [reading('disgust', 0)] });
    expect(metrics.fourClass).toBeUndefined();
    expect(metrics.arousalAuc).toBeUndefined();
  });
});
