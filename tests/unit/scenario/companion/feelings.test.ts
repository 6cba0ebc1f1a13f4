import { FEELINGS, reportIn } from 'attune/scenario';
import { describe, expect, it } from 'vitest';

describe('a report in words', () => {
  it.each([
    ['en', 'I feel tired and a bit sad today', ['tired', 'sad'], [-1, 0], [-1, 0]],
    ['en', 'pretty relaxed, thanks', ['calm'], [0, 1], [-1, 0]],
    ['en', "I'm so angry about this", ['angry'], [-1, -0.6], [0.6, 1]],
    ['en', 'I am not happy', [], [-0.5, 0], [0, 0]],
    ['en', "it's not bad at all", [], [0, 0.5], [0, 0]],
    ['en', 'nervous, on edge', ['anxious'], [-1, 0], [0, 1]],
    ['zh', '我今天很累，有点难过', ['tired', 'sad'], [-1, 0], [-1, 0]],
    ['zh', '挺平静的', ['calm'], [0, 1], [-1, 0]],
    ['zh', '我不开心', [], [-0.5, 0], [0, 0]],
    ['zh', '压力很大，静不下来', ['stressed', 'restless'], [-1, 0], [0.3, 1]],
  ] as const)('%s: %s', (language, text, words, valence, arousal) => {
    const report = reportIn(text, language)!;
    expect(report.words).toEqual(words);
    for (const [value, [low, high]] of [[report.valence, valence], [report.arousal, arousal]] as const) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
  });

  it.each([['en', 'What is the weather like?'], ['zh', '这个问题很困难'], ['en', ''], ['zh', '今天去了超市']] as const)('hears none in %s: %s', (language, text) => {
    expect(reportIn(text, language)).toBeNull();
  });

  it('hears every feeling by the name that its button has', () => {
    for (const [word, { name }] of Object.entries(FEELINGS)) {
      expect(reportIn(name.en, 'en')?.words).toContain(word);
      expect(reportIn(name.zh, 'zh')?.words).toContain(word);
    }
  });
});
