import { type EmotionDistribution, EMOTIONS, type EmotionView, type FaceAndVoice, fuseBy, fuseEmotions, type Fusion, FUSION_METHODS, normalise } from 'attune';
import { describe, expect, it } from 'vitest';
import { byEmotion } from '../../../../src/core/affect/emotion.ts';

const leaning = (emotion: string): EmotionDistribution => normalise(byEmotion((each) => (each === emotion ? 0.7 : 0.3 / (EMOTIONS.length - 1))));
const face: EmotionView = { sense: 'face', emotions: leaning('anger'), quality: 0.9 };
const voice: EmotionView = { sense: 'voice', emotions: leaning('sadness'), quality: 0.6 };
const text: EmotionView = { sense: 'text', emotions: leaning('sadness'), quality: 1 };
const said: FaceAndVoice = { face: face.emotions, voice: voice.emotions, faceQuality: 0.9, voiceQuality: 0.6, speaking: true };
const byNet = (learned: Fusion['learned']) => (['learned', 'auto'] as const).map((method): Fusion => ({ method, learned }));
const knowing = (): EmotionDistribution => leaning('fear');

describe('choosing how to fuse', () => {
  it.each(FUSION_METHODS)('is weighted without a net, and with one sense alone, and says so: %s', (method) => {
    const instead = (reason: string) => (method === 'weighted' ? null : reason);
    expect(fuseBy({ method, learned: null }, [face, voice, text], said)).toEqual({ emotions: fuseEmotions([face, voice, text]), used: { by: 'weighted', instead: instead('no-net') } });
    expect(fuseBy({ method, learned: knowing }, [face, text], { ...said, voice: null })).toEqual({ emotions: fuseEmotions([face, text]), used: { by: 'weighted', instead: instead('one-sense') } });
  });

  it('asks the net what face and voice say, and no net where weights are wanted', () => {
    const asked: FaceAndVoice[] = [];
    const learned = (what: FaceAndVoice): null => (asked.push(what), null);
    for (const method of FUSION_METHODS) fuseBy({ method, learned }, [voice, text, face], said);
    expect(asked).toEqual([said, said]);
  });

  it.each(byNet(knowing))('lets the net\'s answer meet the words: $method', (fusion) => {
    const { emotions: alone, used } = fuseBy(fusion, [face, voice], said);
    expect(used).toEqual({ by: 'learned', instead: null });
    for (const emotion of EMOTIONS) expect(alone[emotion]).toBeCloseTo(leaning('fear')[emotion], 9);
    expect(fuseBy(fusion, [face, voice, text], said).emotions.sadness).toBeGreaterThan(alone.sadness);
  });

  it.each(byNet(knowing))('doubts the net\'s answer as far as face and voice are not heeded: $method', (fusion) => {
    const half = fuseBy(fusion, [face, voice], said, 0.5).emotions;
    expect(half.fear).toBeCloseTo((leaning('fear').fear + 1 / 8) / 2, 9);
    for (const emotion of EMOTIONS) expect(fuseBy(fusion, [face, voice, text], said, 0).emotions[emotion]).toBeCloseTo(text.emotions[emotion], 9);
  });

  it.each(byNet(() => null))('is weighted where the net has no answer, and says so: $method', (fusion) => {
    expect(fuseBy(fusion, [face, voice, text], said)).toEqual({ emotions: fuseEmotions([face, voice, text]), used: { by: 'weighted', instead: 'unlike' } });
  });
});
