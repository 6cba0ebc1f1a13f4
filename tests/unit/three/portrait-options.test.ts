import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTIONS, emotionsOfAffect } from '../../../src/core/index.ts';
import { type PortraitOptions, renderPortrait } from '../../../src/three/index.ts';
import { readOrder } from '../../../src/three/portrait/portrait-options.ts';

describe('a portrait', () => {
  const wrong: readonly [Omit<PortraitOptions, 'avatar'>, RegExp][] = [
    [{ emotion: 'joy' as 'happiness' }, /emotion as one of neutral, happiness.*but got "joy"/],
    [{ emotion: 'fear', affect: { valence: 0, arousal: 0 } }, /either emotion or affect, but got both/],
    [{ affect: { valence: 3, arousal: 0 } }, /affect\.valence in \[-1, 1\], but got 3/],
    [{ affect: { valence: 0, arousal: Number.NaN } }, /affect\.arousal in \[-1, 1\], but got NaN/],
    [{ intensity: 80 }, /intensity in \[0, 1\], but got 80/],
    [{ size: 8 }, /size as a whole number of pixels from 16 to 4096, but got 8/],
    [{ size: 99.5 }, /size as a whole number/],
    [{ background: 'sort of blue' }, /background as #rgb, #rrggbb, the name of a CSS colour, or transparent, but got "sort of blue"/],
    [{ view: 'back' as 'front' }, /view as one of front, three-quarter, but got "back"/],
  ];
  it.each(wrong)('refuses %o', async (options, sentence) => {
    await expect(renderPortrait({ avatar: 'nowhere.vrm', ...options })).rejects.toThrow(sentence);
  });

  it('says that Node has no canvas', async () => {
    await expect(renderPortrait({ avatar: 'nowhere.vrm' })).rejects.toThrow(/browser page or worker to draw a portrait in, but there is no canvas/);
  });

  it('shows as much of an emotion as was asked for', () => {
    expect(readOrder({ avatar: '', emotion: 'anger', intensity: 0.4 }).emotions).toMatchObject({ anger: 0.4, happiness: 0 });
    expect(readOrder({ avatar: '', background: 'tomato' }).background?.getHexString()).toBe('ff6347');
    expect(readOrder({ avatar: '' })).toMatchObject({ size: 512, view: 'front', background: null });
  });
});

describe('the face of a point of affect', () => {
  const strongest = (valence: number, arousal: number, dominance?: number): string => {
    const weights = emotionsOfAffect({ valence, arousal, ...(dominance === undefined ? {} : { dominance }) });
    return EMOTIONS.reduce((best, emotion) => (weights[emotion] > weights[best] ? emotion : best));
  };

  it('is the emotion that lies there', () => {
    expect(strongest(0.8, 0.5)).toBe('happiness');
    expect(strongest(0.7, -0.4)).toBe('happiness');
    expect(strongest(-0.7, -0.3)).toBe('sadness');
    expect(strongest(0.1, 1)).toBe('surprise');
    expect(strongest(-0.6, 0.6, 0.4)).toBe('anger');
    expect(strongest(-0.6, 0.6, -0.5)).toBe('fear');
    expect(emotionsOfAffect({ valence: 0, arousal: 0 })).toEqual(Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])));
  });

  it('sums to at most 1, and changes little when the point does', () => {
    const signed = fc.double({ min: -0.99, max: 0.99, noNaN: true });
    fc.assert(fc.property(signed, signed, signed, (valence, arousal, dominance) => {
      const weights = emotionsOfAffect({ valence, arousal, dominance });
      const near = emotionsOfAffect({ valence: valence + 1e-4, arousal: arousal - 1e-4, dominance });
      expect(EMOTIONS.reduce((sum, emotion) => sum + weights[emotion], 0)).toBeLessThanOrEqual(1 + 1e-9);
      for (const emotion of EMOTIONS) {
        expect(weights[emotion]).toBeGreaterThanOrEqual(0);
        expect(Math.abs(near[emotion] - weights[emotion])).toBeLessThan(0.02);
      }
    }));
  });
});
