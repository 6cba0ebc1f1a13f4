import fc from 'fast-check';
import { certainty, EMOTIONS, likeliest, UNIFORM, type FaceScores } from 'attune';
import { fakeFace, fakeNoFace, fakeVoice } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { hearBaseline, STRANGER } from '../../../../src/core/affect/baseline.ts';
import { readContext } from '../../../../src/core/affect/read-context.ts';
import { faceEvidence, readFace } from '../../../../src/core/affect/read-face.ts';
import { readVoice } from '../../../../src/core/affect/read-voice.ts';

describe('reading a face', () => {
  it('reads a smile as happiness and a resting face as mostly neutral', () => {
    expect(likeliest(readFace(fakeFace(0, { smile: 0.8 })).emotions)).toBe('happiness');
    expect(likeliest(readFace(fakeFace(0)).emotions)).toBe('neutral');
  });

  it.each([
    ['sadness', { smile: -0.9, browRaise: 0.2 }], ['anger', { browLower: 0.9 }], ['surprise', { browRaise: 0.9, eyeOpen: 0.8, mouthOpen: 0.7 }],
  ] as const)('leans to %s for its action units', (emotion, scores) => {
    expect(likeliest(readFace(fakeFace(0, scores)).emotions)).toBe(emotion);
  });

  it('answers "unknown" for no face, and leans to it as quality falls', () => {
    expect(readFace(fakeNoFace(0)).emotions).toBe(UNIFORM);
    const clear = readFace(fakeFace(0, { smile: 0.8 }, { quality: 1 }));
    const poor = readFace(fakeFace(0, { smile: 0.8 }, { quality: 0.2 }));
    expect(poor.emotions.happiness).toBeLessThan(clear.emotions.happiness);
    expect(certainty(poor.valence)).toBeLessThan(certainty(clear.valence));
  });

  it('grows happier with the smile, whatever the rest does', () => {
    const rest = fc.record({ browRaise: fc.double({ min: 0, max: 1, noNaN: true }), browLower: fc.double({ min: 0, max: 1, noNaN: true }), eyeOpen: fc.double({ min: -1, max: 1, noNaN: true }), mouthOpen: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(fc.property(rest, (scores: Omit<FaceScores, 'smile'>) => {
      const some = readFace(fakeFace(0, { ...scores, smile: 0.4 })).emotions.happiness;
      const more = readFace(fakeFace(0, { ...scores, smile: 0.9 })).emotions.happiness;
      expect(more).toBeGreaterThan(some);
    }));
  });

  it('names the movements it went by', () => {
    expect(faceEvidence(fakeFace(0, { smile: 0.7, browRaise: 0.4 })).map(({ cue }) => cue)).toEqual(['smile', 'brows-raised']);
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

  it('claims nothing about valence, and nothing at all in silence', () => {
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
