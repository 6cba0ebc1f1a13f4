import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from 'attune';
import { loadReplyRanker } from 'attune/browser';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseNet } from '../../../../src/browser/nets/net-file.ts';
import { countWords, readReply, REPLY_FEATURES } from '../../../../src/browser/replies/reply-features.ts';
import { createReplyRanker } from '../../../../src/browser/replies/reply-ranker.ts';

const weights = readFileSync(fileURLToPath(new URL('../../../../models/replies/net.json', import.meta.url)), 'utf8');
const ranker = createReplyRanker(parseNet(weights, 'replies'));
const language = fc.constantFrom(...LANGUAGES);
const reply = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('I am sorry. Would you like to tell me more?', 'Press the button.', '听起来很不容易。', '...', ''));
const best = (of: 'en' | 'zh', ...candidates: readonly string[]): string => ranker.rank({ language: of }, candidates)[0]!.text;

afterEach(() => vi.unstubAllGlobals());

describe('a ranker of replies', () => {
  it('gives back all candidates, the highest tone first, ratings in their range, and what says no word last', () => {
    fc.assert(fc.property(language, fc.array(reply, { maxLength: 8 }), (spoken, candidates) => {
      const ranked = ranker.rank({ language: spoken }, candidates);
      expect(ranked.map(({ text }) => text).sort()).toEqual(candidates.toSorted());
      const tones = ranked.map(({ tone }) => tone ?? -1e9);
      tones.slice(1).forEach((tone, i) => expect(tone).toBeLessThanOrEqual(tones[i]!));
      for (const { text, rating } of ranked) {
        expect(rating === null).toBe(countWords(text, spoken) === 0);
        if (rating !== null) expect(rating >= 0 && rating <= 2).toBe(true);
      }
    }));
  });

  it('keeps the order of equals', () => {
    expect(ranker.rank({ language: 'en' }, ['?', 'One.', 'Two.', '!']).map(({ text }) => text)).toEqual(['One.', 'Two.', '?', '!']);
  });

  it('prefers what does something for somebody', () => {
    expect(best('en', 'What happened at work?', 'I am sorry work was like that. Would you mind telling me what happened?')).toMatch(/^I am sorry/);
    expect(best('en', 'Try breathing slowly.', 'It makes sense that this is hard. Perhaps a slow breath would help?')).toMatch(/^It makes sense/);
    expect(best('zh', '工作上发生了什么？', '很遗憾工作是这样的。你愿意说说发生了什么吗？')).toMatch(/^很遗憾/);
  });

  it('finds no merit in more words for the same', () => {
    const [a, b] = ranker.rank({ language: 'en' }, ['What happened at work', 'What happened at work on that particular day in the middle of the week']);
    expect(a!.tone).toBeCloseTo(b!.tone!, 6);
    expect(b!.rating! - a!.rating!).toBeGreaterThan(0.1);
  });

  it('refuses a language that it was not taught', () => {
    expect(() => ranker.rank({ language: 'de' as 'en' }, ['Ja.'])).toThrow('Expected a language of en or zh to rank replies in, but got "de"');
  });

  it('is fetched from among the assets, or from where it is told', async () => {
    const asked: string[] = [];
    vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      return new Response(url.includes('other') ? weights.replace('"replies"', '"voice"') : weights);
    });
    const loaded = await loadReplyRanker();
    await loadReplyRanker({ url: '../own.json' });
    expect(asked).toEqual(['https://here.test/page/attune/models/replies.json', 'https://here.test/own.json']);
    expect(loaded.rank({ language: 'en' }, ['Hello there.'])).toEqual(ranker.rank({ language: 'en' }, ['Hello there.']));
    await expect(loadReplyRanker({ url: 'other.json' })).rejects.toMatchObject({ code: 'asset-wrong' });
  });
});

describe('the features of a reply', () => {
  const found = (text: string, of: 'en' | 'zh', name: string): number => readReply(text, of)[REPLY_FEATURES.indexOf(name)]!;

  it('are a number that is not negative for each name, whatever is said', () => {
    fc.assert(fc.property(language, fc.string({ unit: 'binary', maxLength: 400 }), (spoken, text) => {
      const features = readReply(text, spoken);
      expect(features).toHaveLength(REPLY_FEATURES.length);
      expect(features.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    }));
  });

  it.each([
    ['I’m so sorry.', 'en', 'regret', 1], ['That is understandable.', 'en', 'understanding', 0], ['That is understandable.', 'en', 'normality', 1],
    ['Would you mind telling me?', 'en', 'asking leave', 1], ['One. Two! Three? Four.', 'en', 'sentences', 3], ['Is it so?', 'en', 'ends asking', 1], ['Is it so? Well.', 'en', 'ends asking', 0],
    ['我们可以聊聊', 'zh', 'I', 0], ['我们可以聊聊', 'zh', 'we', 1], ['是这样吗？', 'zh', 'ends asking', 1], ['你不是一个人，这很正常。', 'zh', 'normality', 2],
  ] as const)('are found in %s (%s, %s)', (text, of, name, count) => expect(found(text, of, name)).toBe(count));

  it('count words, and characters of Chinese', () => {
    expect(countWords('It\'s 3 o’clock.', 'en')).toBe(3);
    expect(countWords('我很OK。', 'zh')).toBe(3);
    expect(countWords('…', 'en')).toBe(0);
  });
});
