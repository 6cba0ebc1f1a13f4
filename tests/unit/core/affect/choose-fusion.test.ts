import { type EmotionDistribution, EMOTIONS, type EmotionView, type FaceAndVoice, fuseBy, fuseEmotions, FUSION_METHODS, normalise, UNIFORM } from 'attune';
import { describe, expect, it } from 'vitest';
import { byEmotion } from '../../../../src/core/affect/emotion.ts';

const leaning = (emotion: string): EmotionDistribution => normalise(byEmotion((each) => (each === emotion ? 0.7 : 0.3 / (EMOTIONS.length - 1))));
const face: EmotionView = { sense: 'face', emotions: leaning('anger'), quality: 0.9 };
const voice: EmotionView = { sense: 'voice', emotions: leaning('sadness'), quality: 0.6 };
const text: EmotionView = { sense: 'text', emotions: leaning('sadness'), quality: 1 };
const knowing = (): EmotionDistribution => leaning('fear');
const ignorant = (): null => null;

describe('choosing how to fuse', () => {
  it.each(FUSION_METHODS)('is weighted without a net, and with one sense alone: %s', (method) => {
    expect(fuseBy(method, null, [face, voice, text], true)).toEqual(fuseEmotions([face, voice, text]));
    expect(fuseBy(method, knowing, [face, text], true)).toEqual(fuseEmotions([face, text]));
    expect(fuseBy(method, knowing, [], true)).toEqual(UNIFORM);
  });

  it('asks the net what face and voice say, and tells it whether the player speaks', () => {
    const asked: FaceAndVoice[] = [];
    fuseBy('auto', (said) => { asked.push(said); return null; }, [voice, text, face], true);
    expect(asked).toEqual([{ face: face.emotions, voice: voice.emotions, faceQuality: 0.9, voiceQuality: 0.6, speaking: true }]);
  });

  it('lets the net\'s answer meet the words', () => {
    for (const method of ['learned', 'auto'] as const) {
      const alone = fuseBy(method, knowing, [face, voice], false);
      for (const emotion of EMOTIONS) expect(alone[emotion]).toBeCloseTo(leaning('fear')[emotion], 9);
      expect(fuseBy(method, knowing, [face, voice, text], false).sadness).toBeGreaterThan(alone.sadness);
    }
    expect(fuseBy('weighted', knowing, [face, voice], false)).toEqual(fuseEmotions([face, voice]));
  });

  it('is weighted outside of the net\'s domain, or unknown where only the net is wanted', () => {
    expect(fuseBy('auto', ignorant, [face, voice, text], false)).toEqual(fuseEmotions([face, voice, text]));
    expect(fuseBy('learned', ignorant, [face, voice], false)).toEqual(UNIFORM);
  });
});
