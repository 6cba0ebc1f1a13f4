import fc from 'fast-check';
import { EMOTIONS, type EmotionDistribution, type EmotionView, fuseEmotions, type FusionTrust, likeliest, normalise, SENSES, UNIFORM } from 'attune';
import { describe, expect, it } from 'vitest';
import { byEmotion, mix } from '../../../../src/core/affect/emotion.ts';

const weight = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1e-300, 1));
const distribution: fc.Arbitrary<EmotionDistribution> = fc.tuple(...EMOTIONS.map(() => weight)).map((weights) => normalise(byEmotion((emotion) => weights[EMOTIONS.indexOf(emotion)]!)));
const quality = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
/** At most one view of each sense, in any order. */
const views: fc.Arbitrary<EmotionView[]> = fc.shuffledSubarray([...SENSES]).chain((senses) =>
  fc.tuple(...senses.map((sense) => fc.record({ sense: fc.constant(sense), emotions: distribution, quality }))).map((each) => each as EmotionView[]));

const leaning = (emotion: string, probability: number): EmotionDistribution =>
  normalise(byEmotion((each) => (each === emotion ? probability : (1 - probability) / (EMOTIONS.length - 1))));

function close(a: EmotionDistribution, b: EmotionDistribution, digits = 9): void {
  for (const emotion of EMOTIONS) expect(a[emotion]).toBeCloseTo(b[emotion], digits);
}

describe('fusing emotions', () => {
  it('gives a distribution, whatever comes', () => {
    const anything = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -1, 2));
    const broken = fc.record({
      sense: fc.constantFrom(...SENSES, 'fused' as const), quality: anything,
      emotions: fc.tuple(...EMOTIONS.map(() => anything)).map((each) => byEmotion((emotion) => each[EMOTIONS.indexOf(emotion)]!)),
    });
    fc.assert(fc.property(fc.array(fc.oneof(broken, fc.record({ sense: fc.constantFrom(...SENSES), emotions: distribution, quality })), { maxLength: 6 }), (any) => {
      const fused = fuseEmotions(any);
      let sum = 0;
      for (const emotion of EMOTIONS) {
        expect(fused[emotion]).toBeGreaterThanOrEqual(0);
        sum += fused[emotion];
      }
      expect(sum).toBeCloseTo(1, 9);
    }), { numRuns: 3000 });
  });

  it('does not mind the order of the views', () => {
    fc.assert(fc.property(views, (each) => close(fuseEmotions(each), fuseEmotions(each.toReversed()))), { numRuns: 1000 });
  });

  it('listens to no view that knows nothing, by its quality or by what it says', () => {
    fc.assert(fc.property(views, fc.constantFrom(...SENSES), distribution, quality, (each, sense, emotions, any) => {
      const others = each.filter((view) => view.sense !== sense);
      close(fuseEmotions([...others, { sense, emotions, quality: 0 }]), fuseEmotions(others));
      close(fuseEmotions([...others, { sense, emotions: UNIFORM, quality: any }]), fuseEmotions(others));
    }), { numRuns: 1000 });
  });

  it('gives one view alone as it is, as far as its quality goes', () => {
    fc.assert(fc.property(fc.constantFrom(...SENSES), distribution, quality, (sense, emotions, any) => {
      close(fuseEmotions([{ sense, emotions, quality: any }]), mix(UNIFORM, emotions, any));
    }), { numRuns: 1000 });
  });

  it('takes a doubted view and its quality for the same thing', () => {
    fc.assert(fc.property(views, (each) => {
      close(fuseEmotions(each.map((view) => ({ ...view, emotions: mix(UNIFORM, view.emotions, view.quality), quality: 1 }))), fuseEmotions(each));
    }), { numRuns: 1000 });
  });

  it('knows nothing when nobody says anything', () => {
    expect(fuseEmotions([])).toEqual(UNIFORM);
  });

  it('does not jump when a view begins to know something', () => {
    fc.assert(fc.property(distribution, distribution, fc.double({ min: 0, max: 1e-5, noNaN: true }), (face, voice, little) => {
      const alone = fuseEmotions([{ sense: 'face', emotions: face, quality: 1 }]);
      const fused = fuseEmotions([{ sense: 'face', emotions: face, quality: 1 }, { sense: 'voice', emotions: voice, quality: little }]);
      close(fused, alone, 2);
    }), { numRuns: 1000 });
  });

  it('is surer when words agree with a face, and trusts a face by its trust where a voice contradicts it', () => {
    const happy = { sense: 'face', emotions: leaning('happiness', 0.6), quality: 1 } as const;
    expect(fuseEmotions([happy, { sense: 'text', emotions: leaning('happiness', 0.6), quality: 1 }]).happiness).toBeGreaterThan(0.6);
    const angry = { sense: 'voice', emotions: leaning('anger', 0.6), quality: 1 } as const;
    const even = byEmotion(() => 1);
    const trust = (face: number, voice: number): FusionTrust => ({ face: byEmotion(() => face), voice: byEmotion(() => voice), bias: byEmotion(() => 0) });
    expect(likeliest(fuseEmotions([happy, angry], trust(1, 0.2)))).toBe('happiness');
    expect(likeliest(fuseEmotions([happy, angry], trust(0.2, 1)))).toBe('anger');
    expect(fuseEmotions([happy], { face: even, voice: even, bias: { ...byEmotion(() => 0), fear: 5 } }).happiness).toBeCloseTo(0.6, 9);
  });
});
