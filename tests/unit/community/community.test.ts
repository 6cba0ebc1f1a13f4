import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChatMessage, createCommunity, type MessageReading } from '../../../src/community/index.ts';
import { giniOf, meanOf, shareOf } from '../../../src/community/estimates.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const START = Date.UTC(2026, 2, 2, 12);
const CALM: MessageReading = { known: 1, valence: 0.1, anger: 0.05 };
const ANGRY: MessageReading = { known: 1, valence: -0.6, anger: 0.9 };

type Line = readonly [minutes: number, author: string, text: string, reading?: MessageReading, answers?: string];

function chat(lines: readonly Line[], names = true) {
  const community = createCommunity();
  for (const [minutes, author, text, reading = CALM, answers = null] of lines) community.add({ at: START + minutes * MINUTE, author, text, answers }, reading);
  return community.report(names);
}

const QUARREL: readonly Line[] = [
  [0, 'Ann', 'who cleans the kitchen'], [1, 'Bo', 'I did'], [2, 'Ann', 'you never do', ANGRY], [3, 'Bo', 'you always say so', ANGRY], [4, 'Ann', 'enough', ANGRY],
  [5, 'Bo', 'sorry, you are right'], [6, 'Ann', 'thanks'], [7, 'Bo', 'fine'],
];

describe('a community', () => {
  it('tells who speaks how much and who answers whom, by letters unless names are wanted', () => {
    const { people, answers, reciprocity, gini } = chat([[0, 'Ann', 'a'], [1, 'Bo', 'b'], [2, 'Ann', 'c'], [3, 'Cem', 'd', CALM, 'Bo']], false);
    expect(people.map(({ name, messages }) => [name, messages])).toEqual([['A', 2], ['B', 1], ['C', 1]]);
    expect(answers).toEqual([{ who: 'B', whom: 'A', times: 1 }, { who: 'A', whom: 'B', times: 1 }, { who: 'C', whom: 'B', times: 1 }]);
    expect(reciprocity).toBeCloseTo(2 / 3);
    expect(gini).toBeCloseTo(1 / 6);
  });

  it('finds a quarrel with its sides, its topic and how it cooled, and one that nobody ended', () => {
    const { heat } = chat([...QUARREL, ...QUARREL.slice(0, 5).map(([minutes, author, text, reading = CALM]): Line => [minutes + 600, author, text, reading]), [900, 'Cem', 'hello']]);
    expect(heat.episodes).toHaveLength(2);
    expect(heat.episodes[0]).toMatchObject({ sides: expect.arrayContaining(['Ann', 'Bo']), ended: 'cooled', by: ['apology', 'agreement'] });
    expect(heat.episodes[1]).toMatchObject({ ended: 'broke-off' });
    expect(heat.share!.mean).toBeGreaterThan(0.2);
    expect(chat(QUARREL.map(([minutes, author, text]) => [minutes, author, text])).heat.episodes).toEqual([]);
  });

  it('tells what cools in warm exchanges, against the other ways of writing', () => {
    const lines: Line[] = [];
    for (let i = 0; i < 12; i += 1) {
      const at = i * 100;
      lines.push([at, 'Ann', 'that is bad', ANGRY], [at + 1, 'Bo', 'no', ANGRY], [at + 2, 'Ann', 'it is your fault', ANGRY], [at + 3, 'Bo', 'you always say that', ANGRY]);
      lines.push([at + 4, 'Ann', 'sorry', { ...CALM, anger: 0.2 + 0.01 * (i % 3) }], [at + 5, 'Bo', 'fine']);
    }
    const { moves } = chat(lines);
    const change = (wording: string) => moves.find((move) => move.wording === wording)?.change;
    expect(change('apology')!.high).toBeLessThan(0);
    expect(change('apology')!.count).toBe(12);
    expect(change('laughter')).toBeUndefined();
  });

  it('notices who is left without an answer, and who falls silent after writing often', () => {
    const lines: Line[] = [];
    for (let day = 0; day < 60; day += 1) {
      if (day < 20) lines.push([day * 1440, 'Ann', 'morning']);
      lines.push([day * 1440 + 10, 'Bo', 'hi'], [day * 1440 + 15, 'Cem', 'hi'], [day * 1440 + 300, 'Cem', 'nobody here?']);
    }
    const { people, from, to } = chat(lines);
    const of = (name: string) => people.find((person) => person.name === name)!;
    expect(of('Ann').silentSince).toBe(START + 19 * DAY);
    expect([of('Bo').silentSince, of('Cem').silentSince]).toEqual([null, null]);
    expect(of('Cem').unanswered).toMatchObject({ mean: 1, count: 60 });
    expect(of('Ann').unanswered!.mean).toBe(0);
    expect([from, to]).toEqual([START, START + 59 * DAY + 300 * MINUTE]);
  });

  it('keeps mood by day and by week from Monday on, with intervals, and unknown where words are not known', () => {
    const { days, weeks, unread } = chat([[0, 'Ann', 'good', { known: 1, valence: 0.8, anger: 0 }], [1, 'Bo', 'good', { known: 1, valence: 0.6, anger: 0 }], [2, 'Bo', 'heute nicht', { known: 0.1, valence: 0, anger: 0 }], [7 * 1440, 'Ann', '', CALM]]);
    expect(days.map(({ begins }) => begins)).toEqual(['2026-03-02', '2026-03-09']);
    expect(weeks.map(({ begins, messages }) => [begins, messages])).toEqual([['2026-03-02', 3], ['2026-03-09', 1]]);
    expect(weeks[0]!.valence!.mean).toBeCloseTo(0.7);
    expect(weeks[0]!.valence!.low).toBeLessThan(0.6);
    expect(weeks[1]!.valence).toBeNull();
    expect(unread).toBe(1);
  });

  it('has no word that was written in its report', () => {
    expect(JSON.stringify(chat(QUARREL))).not.toMatch(/never do|enough|kitchen/);
  });

  it('stands any order of times, and shares add up', () => {
    const message = fc.record({ at: fc.nat(10_000_000), author: fc.constantFrom('Ann', 'Bo', 'Cem'), text: fc.constantFrom('', 'a', 'sorry', 'you never'), answers: fc.constantFrom(null, 'Ann', 'Zoe') });
    fc.assert(fc.property(fc.array(message, { minLength: 1, maxLength: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (messages: ChatMessage[], anger) => {
      const community = createCommunity();
      for (const each of messages) community.add(each, { known: 1, valence: 0, anger });
      const { people, answers, reciprocity, heat } = community.report(false);
      expect(people.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
      expect(answers.every(({ who, whom }) => who !== whom)).toBe(true);
      expect(reciprocity ?? 0).toBeLessThanOrEqual(1);
      expect(heat.share === null || heat.share.mean <= 1).toBe(true);
    }));
  });
});

it('gives intervals that are wide with few, and shares that stay in [0, 1]', () => {
  expect(meanOf({ count: 1, total: 1, squares: 1 }, 0, 1)).toBeNull();
  expect(meanOf({ count: 2, total: 1, squares: 1 }, 0, 1)).toMatchObject({ mean: 0.5, low: 0, high: 1 });
  expect(shareOf(0, 0)).toBeNull();
  expect(shareOf(5, 5)).toMatchObject({ mean: 1, high: 1 });
  expect(shareOf(5, 5)!.low).toBeGreaterThan(0.5);
  expect(giniOf([1, 1, 1, 1])).toBeCloseTo(0);
  expect(giniOf([0, 0, 0, 8])).toBeCloseTo(0.75);
});
