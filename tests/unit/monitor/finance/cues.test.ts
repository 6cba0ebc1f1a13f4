import { describe, expect, it } from 'vitest';
import * as english from '../../../../src/monitor/finance/cues-en.ts';
import * as chinese from '../../../../src/monitor/finance/cues-zh.ts';
import { type CueLists, expand } from '../../../../src/monitor/finance/phrases.ts';

const phrases = (lists: string | Readonly<Record<string, string>>): string[] => (typeof lists === 'string' ? [lists] : Object.values(lists)).flatMap((list) => list.split('|').flatMap(expand));

describe.each([['English', english], ['Chinese', chinese]] as readonly (readonly [string, CueLists])[])('lists of cues, %s', (_, lists) => {
  it.each([['GOOD_EVENTS', 'BAD_EVENTS'], ['GOOD_MEASURES', 'BAD_MEASURES'], ['GOOD_MEASURES', 'PLAIN_MEASURES'], ['UPS', 'DOWNS'], ['UPS', 'DOWN_WORDS'], ['UP_WORDS', 'DOWN_WORDS'], ['UP_WORDS', 'DOWNS'], ['RAISES', 'CUTS'], ['RAISES', 'DOWNS'], ['CUTS', 'UPS'], ['BETTERS', 'WORSENS']] as const)('%s and %s do not contradict each other', (one, other) => {
    const others = new Set(phrases(lists[other]));
    expect(phrases(lists[one]).filter((phrase) => others.has(phrase))).toEqual([]);
  });

  it('have no empty phrase and none twice in a list', () => {
    for (const list of Object.values(lists).flatMap((each: string | Readonly<Record<string, string>>) => (typeof each === 'string' ? [each] : Object.values(each)))) {
      const all = list.split('|');
      expect(all.filter((phrase, at) => phrase === '' || all.indexOf(phrase) !== at)).toEqual([]);
    }
  });
});
