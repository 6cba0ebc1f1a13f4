import { isCrisis } from 'attune';
import { describe, expect, it } from 'vitest';
import { fitFull, fitSlopes, probabilityOf, thresholdFor } from '../../models/safety/calibrate.ts';
import { readTrainingLines } from '../../models/safety/lessons.ts';
import { listenTo } from '../../models/safety/listen.ts';
import { readOwnSafetyLines } from '../../models/safety/read-lines.ts';
import { screen } from '../../src/core/safety/screen-words.ts';

describe('what hears danger', () => {
  it('hears what is said outright in every size, and nothing in plain talk', async () => {
    const danger = ['I want to kill myself', 'I am going to end my life tonight', 'my boyfriend hits me and I am scared to go home', 'I took too many of my pills', '我不想活了，今晚就去死', '他又打我，我不敢回家'];
    const plain = ['What a lovely morning', 'Can you help me with my homework?', 'I won the match today', '今天天气真好', '帮我查一下快递到哪儿了'];
    const [heard, none] = [await listenTo(danger), await listenTo(plain)];
    for (const ears of ['light', 'full'] as const) {
      expect(heard[ears].map((risk) => isCrisis(risk))).toEqual(danger.map(() => true));
      expect(none[ears]).toEqual(plain.map(() => null));
    }
  }, 60_000);

  it('hears more than the rules on the dev half, and alarms no more often', async () => {
    const lines = readOwnSafetyLines('dev');
    const heard = await listenTo(lines.map(({ text }) => text));
    const count = (ears: 'rules' | 'full', label: string): number => lines.filter((line, i) => line.label === label && isCrisis(heard[ears][i]!)).length;
    expect(count('full', 'crisis')).toBeGreaterThan(count('rules', 'crisis'));
    expect(count('full', 'harmless')).toBeLessThanOrEqual(Math.max(3, count('rules', 'harmless')));
  }, 60_000);
});

it('is taught no line of the sets that it is tested on', () => {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const tested = new Set([...readOwnSafetyLines('dev'), ...readOwnSafetyLines('test')].map(({ text }) => plain(text)));
  const taught = readTrainingLines();
  expect(taught.length).toBeGreaterThan(10_000);
  expect(taught.filter(({ text }) => tested.has(plain(text)))).toEqual([]);
});

it('is not asked only where the rules are nearly always right', () => {
  const outright = readTrainingLines().filter(({ text }, i) => i % 3 === 0 && screen(text).outright);
  expect(outright.length).toBeGreaterThan(100);
  expect(outright.filter(({ label }) => label === 'crisis').length / outright.length).toBeGreaterThan(0.95);
}, 120_000);

describe('its scale', () => {
  const told = [-2, -1, -0.5, 0.5, 1, 2].map((grams) => ({ scores: { grams, english: 0, meaning: grams / 2 }, length: 0, danger: grams > 0.4 || grams === -1 }));

  it('gives higher scores higher odds, and the middle even ones', () => {
    const slopes = fitSlopes(told);
    const odds = told.map((each) => probabilityOf(each, slopes));
    expect(odds).toEqual(odds.toSorted((a, b) => a - b));
    expect(fitSlopes(told, ['grams']).meaning).toEqual([0, 0]);
  });

  it('leaves half of the odds of the full size to grams', () => {
    const odds = (slopes: ReturnType<typeof fitFull>): number[] => told.map((each) => probabilityOf(each, slopes)).map((probability) => Math.log(probability / (1 - probability)));
    const [full, byGrams, byAll] = [odds(fitFull(told)), odds(fitSlopes(told, ['grams'])), odds(fitSlopes(told))];
    full.forEach((each, i) => expect(each).toBeCloseTo((byGrams[i]! + byAll[i]!) / 2, 6));
  });

  it('asks more of the score of a long message where long ones score high without danger', () => {
    const long = told.map(({ scores, danger }) => ({ scores: { ...scores, grams: scores.grams + 3 }, danger, length: 1 }));
    const slopes = fitSlopes([...told, ...long], ['grams']);
    told.forEach((each, i) => expect(probabilityOf(long[i]!, slopes)).toBeCloseTo(probabilityOf(each, slopes), 2));
    expect(probabilityOf({ ...told[4]!, length: 1 }, slopes)).toBeLessThan(probabilityOf(told[4]!, slopes));
  });

  it('finds the threshold that no more than a share reach', () => {
    const values = Array.from({ length: 100 }, (_, i) => i / 100);
    expect(values.filter((value) => value >= thresholdFor(values, 0.02))).toHaveLength(2);
    expect(values.filter((value) => value >= thresholdFor(values, 0))).toHaveLength(0);
    expect(values.filter((value) => value >= thresholdFor(values, 1))).toHaveLength(100);
  });
});
