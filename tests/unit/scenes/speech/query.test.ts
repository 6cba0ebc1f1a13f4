import fc from 'fast-check';
import { AGENT_VOICES } from 'attune/browser';
import { describe, expect, it } from 'vitest';
import { linkTo, readQuery } from '../../../../scenes/speech/query.ts';
import { withoutStars, writtenIn } from '../../../../scenes/speech/wishes.ts';

describe('the address of the speech page', () => {
  it('brings back the wishes that it was made of', () => {
    const axis = fc.integer({ min: -100, max: 100 }).map((value) => value / 100);
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), axis, axis, fc.constantFrom(...AGENT_VOICES), (text, valence, arousal, voice) => {
      const wishes = { text, valence, arousal, voice };
      const link = new URL(linkTo('https://here.example/speech/?lang=zh&text=old#content', wishes));
      const read = readQuery(link.search).wishes;
      expect(read).toEqual(wishes);
      expect([link.searchParams.get('lang'), link.hash]).toEqual(['zh', '']);
    }));
  });

  it('makes something sensible of anything', () => {
    expect(readQuery('?valence=9&arousal=-7&voice=whale').wishes).toEqual({ text: null, valence: 1, arousal: -1, voice: 'feminine' });
    expect(readQuery('?valence=very&arousal=').wishes).toMatchObject({ valence: 0, arousal: 0 });
    expect(readQuery(`?text=${'a'.repeat(1000)}`).wishes.text).toHaveLength(300);
  });
});

describe('writtenIn', () => {
  it.each([['How are you?', 'en'], ['今天天气真好', 'zh'], ['I love 北京', 'en'], ['我喜欢 Mira', 'zh'], ['123', 'en'], ['', 'en']])('%j is %s', (text, language) => {
    expect(writtenIn(text)).toBe(language);
  });
});

describe('withoutStars', () => {
  it.each([['We *should* go', 'We should go'], ['**so** very *so so* much', 'so very so so much'], ['2 * 3 * 4', '2 * 3 * 4']])('%j is read %j', (text, read) => {
    expect(withoutStars(text)).toBe(read);
  });
});
