import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGlosses } from '../../../../../src/browser/text/encoder/glosses.ts';

const list = readFileSync(fileURLToPath(new URL('../../../../../models/glosses/glosses-zh.tsv', import.meta.url)), 'utf8');
const few = parseGlosses('我\tI\n想\twant\n想不开\twanting to end it all\n的\t-\nzs\tkill myself\n自s\tkill myself\n吃\teat\n');

describe('glosses of Chinese', () => {
  it('puts the longest word that is known in English, and leaves out what has no English word', () => {
    expect(few('我想不开')).toBe('I wanting to end it all');
    expect(few('我的想')).toBe('I want');
  });

  it('leaves out characters that it does not know, and keeps what is English', () => {
    expect(few('我想吃龘龘')).toBe('I want eat');
    expect(few('我想吃 ice cream。我想')).toBe('I want eat ice cream. I want');
    expect(few('龘龘')).toBe('');
  });

  it('knows Latin letters only as words of their own, and within Chinese ones', () => {
    expect(few('我想zs')).toBe('I want kill myself');
    expect(few('我想自s')).toBe('I want kill myself');
    expect(few('我想pzsp')).toBe('I want pzsp');
    expect(few('zsx')).toBe('zsx');
  });

  it('says the same of traditional characters, and of letters in any case', () => {
    const gloss = parseGlosses(list);
    expect(gloss('我把安眠藥都吃了')).toBe(gloss('我把安眠药都吃了'));
    expect(few('我想ZS')).toBe('I want kill myself');
  });

  it('is a list of English by Chinese, each word once', () => {
    const rows = list.trimEnd().split('\n').map((line) => line.split('\t'));
    expect(new Set(rows.map(([word]) => word)).size).toBe(rows.length);
    for (const [word, gloss, ...more] of rows) {
      expect(more).toEqual([]);
      expect(word).toMatch(/^[\p{Script=Han}a-z0-9]+$/u);
      expect(gloss).toMatch(/^[A-Za-z0-9 '.,!?/-]+$/);
    }
  });

  it('takes any text, without Chinese in what it gives', () => {
    const gloss = parseGlosses(list);
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom('我不想', '自s', '𠮷野').map((each) => each.repeat(300))), (text) => {
      expect(gloss(text)).not.toMatch(/\p{Script=Han}/u);
    }), { numRuns: 100 });
  });

  it('refuses a list that is none, and says where', () => {
    expect(() => parseGlosses('我\tI\n想 want\n')).toThrow('line 2 is "想 want"');
    expect(() => parseGlosses('')).toThrow('Expected a list of glosses');
    expect(() => parseGlosses('<!doctype html>\n')).toThrow('line 1');
  });
});
