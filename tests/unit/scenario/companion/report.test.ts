import fc from 'fast-check';
import type { DiaryEntry } from 'attune/memory';
import { type CompanionMore, writeReport } from 'attune/scenario';
import { describe, expect, it } from 'vitest';
import file from '../../../../scenarios/companion/scenario.json';

const activities = (file.more as CompanionMore).activities;
const today = new Date(2026, 2, 28, 20);
const felt = (day: number, valence: number, more: object = {}): DiaryEntry => ({ id: `${day}`, at: new Date(2026, 2, day, 9).toISOString(), kind: 'check-in', valence, arousal: 0, words: ['tired'], note: 'about my boss', appears: { valence: { mean: -0.9, variance: 0.01 }, arousal: { mean: 0, variance: 0.1 } }, ...more });
const weeks = Array.from({ length: 20 }, (_, k) => felt(k + 5, -0.6 + 0.05 * k));

describe.each([['en', 'It is no diagnosis', 'more over these weeks', 'tired', 'too few to tell'], ['zh', '它不是诊断', '这几周在上升', '累', '看不出走向']] as const)('a report (%s)', (language, isNot, rising, tired, tooFew) => {
  const write = (diary: readonly DiaryEntry[], notes = false): string => writeReport({ diary, activities, language, today, notes });

  it('says what it is not, where it is heading, and what was said', () => {
    const report = write(weeks);
    for (const told of [isNot, rising, tired, '−0.60']) expect(report).toContain(told);
    expect(report).toContain(language === 'en' ? 'on 20 of 28 days' : '28 天中有 20 天');
    expect(write(weeks.slice(0, 3))).toContain(tooFew);
    expect(write([])).toContain(isNot);
  });

  it('leaves out how they looked, what lies before its days, and notes unless they are wanted', () => {
    const report = write([felt(-20, 0.99), ...weeks]);
    for (const untold of ['0.90', '+0.99', 'about my boss']) expect(report).not.toContain(untold);
    expect(write(weeks, true)).toContain('about my boss');
  });

  it('tells what helped, by the name that it has', () => {
    const tried = (helped: number | null, id: string): DiaryEntry => ({ id, at: new Date(2026, 2, 20).toISOString(), kind: 'tried', activity: 'walk', before: null, helped });
    const report = write([tried(1, 'a'), tried(0.5, 'b'), tried(null, 'c')]);
    expect(report).toContain(`<td>${activities.find(({ id }) => id === 'walk')!.title[language]}</td><td>3</td><td>75%</td>`);
  });
});

describe('a file that others open', () => {
  it('asks nothing of any server, and shows what was written as words, whatever it was', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60, unit: fc.constantFrom('<', '>', '"', "'", '&', 'script', '/', '=', 'on', ' ', 'a', ';') }), (note) => {
      const report = writeReport({ diary: [felt(20, 0, { note, words: [`x${note}`.slice(0, 60)] })], activities, language: 'en', today, notes: true });
      expect(report).not.toMatch(/<script|https?:|src=|<img|url\(|\son\w+=["']/i);
      const cells = [...report.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell]) => cell!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
      expect(cells).toContain(note);
    }));
  });
});
