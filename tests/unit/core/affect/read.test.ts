import fc from 'fast-check';
import { affectOfEmotions, BLENDSHAPES, byEmotion, certainty, type Emotion, type EmotionDistribution, EMOTIONS, type FaceScores, likeliest, normalise, UNIFORM, UNKNOWN } from 'attune';
import { fakeFace, fakeNoFace, fakeVoice } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { hearBaseline, STRANGER } from '../../../../src/core/affect/baseline.ts';
import { type AffectMemory, observeSignal, strangerMemory } from '../../../../src/core/affect/observe.ts';
import { readContext } from '../../../../src/core/affect/read-context.ts';
import { faceEvidence, readFace } from '../../../../src/core/affect/read-face.ts';
import { readVoice } from '../../../../src/core/affect/read-voice.ts';

describe('reading a face', () => {
  it('reads a smile as happiness and a resting face as mostly neutral', () => {
    expect(likeliest(readFace(fakeFace(0, { smile: 0.8 }), 0).emotions)).toBe('happiness');
    expect(likeliest(readFace(fakeFace(0), 0).emotions)).toBe('neutral');
  });

  it.each([
    ['sadness', { smile: -0.9, browRaise: 0.2 }], ['anger', { browLower: 0.9 }], ['surprise', { browRaise: 0.9, eyeOpen: 0.8, mouthOpen: 0.7 }],
  ] as const)('leans to %s for its action units', (emotion, scores) => {
    expect(likeliest(readFace(fakeFace(0, scores), 0).emotions)).toBe(emotion);
  });

  it('answers "unknown" for no face, and leans to it as quality falls', () => {
    expect(readFace(fakeNoFace(0), 0).emotions).toBe(UNIFORM);
    const clear = readFace(fakeFace(0, { smile: 0.8 }, { quality: 1 }), 0);
    const poor = readFace(fakeFace(0, { smile: 0.8 }, { quality: 0.2 }), 0);
    expect(poor.emotions.happiness).toBeLessThan(clear.emotions.happiness);
    expect(certainty(poor.valence)).toBeLessThan(certainty(clear.valence));
  });

  it('grows happier with the smile, whatever the rest does', () => {
    const rest = fc.record({ browRaise: fc.double({ min: 0, max: 1, noNaN: true }), browLower: fc.double({ min: 0, max: 1, noNaN: true }), eyeOpen: fc.double({ min: -1, max: 1, noNaN: true }), mouthOpen: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(fc.property(rest, (scores: Omit<FaceScores, 'smile'>) => {
      const some = readFace(fakeFace(0, { ...scores, smile: 0.4 }), 0).emotions.happiness;
      const more = readFace(fakeFace(0, { ...scores, smile: 0.9 }), 0).emotions.happiness;
      expect(more).toBeGreaterThan(some);
    }));
  });

  it('names the movements it went by', () => {
    expect(faceEvidence(fakeFace(0, { smile: 0.7, browRaise: 0.4 }), 0).map(({ cue }) => cue)).toEqual(['smile', 'brows-raised']);
  });
});

const mostly = (emotion: Emotion, share = 0.86): EmotionDistribution => byEmotion((each) => (each === emotion ? share : (1 - share) / (EMOTIONS.length - 1)));
const anyDistribution = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: EMOTIONS.length, maxLength: EMOTIONS.length })
  .map((weights) => normalise(byEmotion((emotion) => weights[EMOTIONS.indexOf(emotion)] ?? 0)));

describe('the affect of a distribution over emotions', () => {
  it('is unknown for the uniform one, and never surer of a mixture than of its parts', () => {
    const { valence, arousal, dominance } = affectOfEmotions(UNIFORM);
    for (const { mean, variance } of [valence, arousal, dominance]) {
      expect(mean).toBeCloseTo(0, 12);
      expect(variance).toBeCloseTo(UNKNOWN.variance, 12);
    }
    const torn = affectOfEmotions(byEmotion((emotion) => (emotion === 'happiness' || emotion === 'anger' ? 0.5 : 0))).valence;
    expect(torn.variance).toBeGreaterThan(affectOfEmotions(mostly('happiness', 1)).valence.variance);
    expect(certainty(torn)).toBe(0);
  });

  it('has the sign of its emotion, and stays legal for any', () => {
    expect(affectOfEmotions(mostly('happiness')).valence.mean).toBeGreaterThan(0.4);
    for (const emotion of ['sadness', 'anger', 'disgust', 'fear', 'contempt'] as const) expect(affectOfEmotions(mostly(emotion)).valence.mean).toBeLessThan(-0.3);
    expect(affectOfEmotions(mostly('sadness')).arousal.mean).toBeLessThan(affectOfEmotions(mostly('anger')).arousal.mean);
    expect(Math.abs(affectOfEmotions(mostly('neutral')).valence.mean)).toBeLessThan(0.05);
    fc.assert(fc.property(anyDistribution, (emotions) => {
      for (const { mean, variance } of Object.values(affectOfEmotions(emotions))) {
        expect(Math.abs(mean)).toBeLessThanOrEqual(1);
        expect(variance > 0 && variance <= UNKNOWN.variance).toBe(true);
      }
    }));
  });
});

describe('reading a face that a model judged', () => {
  const sad = { whole: mostly('sadness'), upper: mostly('sadness', 0.5) };
  const torn = { whole: mostly('happiness'), upper: mostly('anger', 0.5) };

  it('goes by the model, whatever the geometry says', () => {
    expect(likeliest(readFace(fakeFace(0, { smile: 0.8 }, { expression: sad }), 0).emotions)).toBe('sadness');
  });

  it('goes by brows and eyes alone while the mouth speaks or is hidden, and is less sure', () => {
    const open = readFace(fakeFace(0, {}, { expression: torn }), 0);
    const speaking = readFace(fakeFace(0, {}, { expression: torn }), 1);
    const hidden = readFace(fakeFace(0, {}, { expression: torn, mouth: 0 }), 0);
    expect(likeliest(open.emotions)).toBe('happiness');
    expect(likeliest(speaking.emotions)).toBe('anger');
    expect(hidden).toEqual(speaking);
    const same = { whole: sad.whole, upper: sad.whole };
    expect(readFace(fakeFace(0, {}, { expression: same, mouth: 0 }), 0).valence.variance).toBeGreaterThan(readFace(fakeFace(0, {}, { expression: same }), 0).valence.variance);
  });

  it('mixes the two by how far the mouth counts', () => {
    const half = readFace(fakeFace(0, {}, { expression: torn, quality: 1, mouth: 0.5 }), 0).emotions;
    expect(half.happiness).toBeCloseTo((torn.whole.happiness + torn.upper.happiness) / 2, 9);
  });
});

describe('the geometry of a mouth that speaks or is hidden', () => {
  it('is neither a smile nor the absence of one', () => {
    const smiling = readFace(fakeFace(0, { smile: 1, mouthOpen: 1 }), 1);
    const resting = readFace(fakeFace(0), 1);
    expect(smiling).toEqual(resting);
    expect(readFace(fakeFace(0, {}, { mouth: 0 }), 0)).toEqual(resting);
    expect(certainty(resting.valence)).toBeLessThan(0.3);
    expect(resting.emotions.neutral).toBeLessThan(0.3);
  });

  it('leaves no cue of the mouth, and those of brows and eyes as they are', () => {
    const cues = (speech: number): string[] => faceEvidence(fakeFace(0, { smile: 0.9, browRaise: 0.5, mouthOpen: 0.8 }), speech).map(({ cue }) => cue);
    expect(cues(0)).toEqual(['smile', 'mouth-open', 'brows-raised']);
    expect(cues(1)).toEqual(['brows-raised']);
  });

  it('names movements that only blendshapes tell', () => {
    const shapes = (strong: readonly string[]): number[] => BLENDSHAPES.map((name) => (strong.includes(name) ? 0.6 : 0));
    const cues = (...strong: string[]): string[] => faceEvidence(fakeFace(0, {}, { blendshapes: shapes(strong) }), 0).map(({ cue }) => cue);
    expect(cues('noseSneerLeft', 'noseSneerRight')).toEqual(['nose-wrinkled']);
    expect(cues('mouthPressLeft', 'mouthPressRight')).toEqual(['lips-pressed']);
    expect(cues('mouthDimpleRight')).toEqual(['lip-corner-one-sided']);
    expect(cues('mouthSmileLeft', 'mouthSmileRight')).toEqual([]);
  });
});

describe('observing a face while somebody speaks', () => {
  const smiling = (at: number) => fakeFace(at, { smile: 0.9 });
  const valence = (memory: AffectMemory): number => memory.channels.face?.view.valence.mean ?? Number.NaN;

  it('lets the mouth count again once the speech has ended', () => {
    const stranger = strangerMemory(0);
    expect(valence(observeSignal(stranger, smiling(1), true))).toBeCloseTo(0, 1);
    expect(valence(observeSignal(stranger, smiling(1), false))).toBeGreaterThan(0.6);
    const heard = observeSignal(stranger, fakeVoice(1), false);
    expect(valence(observeSignal(heard, smiling(1.1), false))).toBeCloseTo(0, 1);
    expect(valence(observeSignal(heard, smiling(3), false))).toBeGreaterThan(0.6);
  });

  it('takes silence for no speech', () => {
    const heard = observeSignal(strangerMemory(0), fakeVoice(1, { speaking: false }), false);
    expect(valence(observeSignal(heard, smiling(1.1), false))).toBeGreaterThan(0.6);
  });
});

describe('reading a voice', () => {
  it('hears arousal against what is usual for this speaker', () => {
    let baseline = STRANGER;
    for (let at = 0; at < 60; at += 0.25) baseline = hearBaseline(baseline, fakeVoice(at, { loudness: -24, pitch: 220 }));
    expect(readVoice(fakeVoice(60, { loudness: -24, pitch: 220 }), baseline).arousal.mean).toBeCloseTo(0, 1);
    expect(readVoice(fakeVoice(60, { loudness: -14, pitch: 300 }), baseline).arousal.mean).toBeGreaterThan(0.4);
    expect(readVoice(fakeVoice(60, { loudness: -36, pitch: 180 }), baseline).arousal.mean).toBeLessThan(-0.4);
  });

  it('takes the word of a model where there is one, as far as the sound can be trusted', () => {
    const glad = mostly('happiness', 0.9);
    const expression = { ...affectOfEmotions(glad), emotions: glad };
    const [clear, noisy] = [1, 0.3].map((quality) => readVoice(fakeVoice(0, { expression, quality }), STRANGER));
    expect(clear!.valence.mean).toBeCloseTo(expression.valence.mean, 9);
    expect(likeliest(clear!.emotions)).toBe('happiness');
    expect(noisy!.emotions.happiness).toBeLessThan(clear!.emotions.happiness);
    expect(noisy!.valence.variance).toBeGreaterThan(clear!.valence.variance);
  });

  it('claims nothing about valence without a model, and nothing at all in silence', () => {
    expect(certainty(readVoice(fakeVoice(0, { loudness: -10 }), STRANGER).valence)).toBe(0);
    expect(readVoice(fakeVoice(0, { speaking: false, pitch: null }), STRANGER).emotions).toBe(UNIFORM);
  });

  it('stays finite without a pitch and at any level', () => {
    fc.assert(fc.property(fc.double({ min: -200, max: 0, noNaN: true }), fc.option(fc.double({ min: 20, max: 2000, noNaN: true })), (loudness, pitch) => {
      const estimate = readVoice(fakeVoice(0, { loudness, pitch }), hearBaseline(STRANGER, fakeVoice(0, { loudness, pitch })));
      expect(Number.isFinite(estimate.arousal.mean + estimate.arousal.variance)).toBe(true);
      expect(EMOTIONS.reduce((sum, emotion) => sum + estimate.emotions[emotion], 0)).toBeCloseTo(1, 9);
    }));
  });
});

describe('reading an event of the game', () => {
  it('suggests without being certain', () => {
    const won = readContext({ kind: 'context', at: 0, latency: 0, source: 'host', quality: 1, event: 'won' });
    expect(won.valence.mean).toBeGreaterThan(0);
    expect(likeliest(won.emotions)).toBe('happiness');
    expect(certainty(won.valence)).toBeLessThan(0.5);
  });
});
