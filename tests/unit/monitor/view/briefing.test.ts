import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/monitor/alerts/alert.ts';
import { type BriefingFacts, briefingOf } from '../../../../src/monitor/view/index.ts';
import type { ViewSeries } from '../../../../src/monitor/view/monitor-view.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 2, 20);
const ENTITIES = ['acme', 'bolt', 'corvid', 'dune'].map((id) => ({ id, name: `${id[0]!.toUpperCase()}${id.slice(1)}`, aliases: [], tickers: [] }));

const alert = (entity: string, change: Partial<Alert> = {}): Alert => ({
  id: `${entity}-${change.kind ?? 'sentiment'}`, entity, kind: 'sentiment', direction: -1, onsetAt: NOW - 2 * DAY - 6 * HOUR, noticedAt: NOW - 2 * DAY, untilAt: NOW - DAY, score: 6, value: -0.5, expected: 0.1, hours: 6, documents: [], ...change,
});

/** Forty days of ten mentions each, with one mean before and another in the last three days. */
const series = (entity: string, before: number, last: number): ViewSeries => {
  const at = Array.from({ length: 40 }, (_, day) => NOW - (40 - day) * DAY);
  const of = (value: number): number[] => at.map(() => value);
  return { entity, at, volume: of(10), fresh: of(10), mean: at.map((moment) => (moment >= NOW - 3 * DAY ? last : before)), deviation: of(0.3), lowest: of(-1), highest: of(1) };
};

const brief = (alerts: readonly Alert[], change: Partial<BriefingFacts> = {}) => briefingOf({ entities: ENTITIES, alerts, series: ENTITIES.map(({ id }) => series(id, 0.1, 0.1)), since: NOW - 7 * DAY, now: NOW, away: false, ...change });

describe('a briefing', () => {
  it('is calm and tells of whom most is said where nothing stood out', () => {
    const { tone, lines } = brief([], { series: [series('acme', 0.1, 0.1), { ...series('bolt', 0.5, 0.5), volume: Array.from({ length: 40 }, () => 30) }] });
    expect(tone).toBe('calm');
    expect(lines.map(({ words }) => words.en)).toEqual(['In the last 7 days, nothing stood out from what is usual.', 'Most is said of Bolt, 210 mentions; what is said looks clearly good.']);
    expect(lines[1]!.words.zh).toContain('Bolt');
  });

  it('meets bad news with concern and good news gladly, the strongest first', () => {
    const { tone, lines } = brief([alert('acme', { score: 5 }), alert('bolt', { direction: 1, score: 9, value: 0.6 })]);
    expect(tone).toBe('glad');
    expect(lines.map((line) => [line.entity, line.tone])).toEqual([[null, 'calm'], ['bolt', 'glad'], ['acme', 'concerned'], [null, 'calm']]);
    expect(lines[3]!.words.en).toBe('Of Corvid and Dune there is nothing unusual.');
  });

  it('takes the tone of a burst from what was said in it', () => {
    const burst = alert('acme', { kind: 'volume', direction: 1, value: 80, expected: 12, hours: 3 });
    const toneWith = (last: number): string => brief([burst], { series: [series('acme', 0.1, last)] }).tone;
    expect(['calm', 'concerned', 'glad']).toEqual([toneWith(0.1), toneWith(-0.4), toneWith(0.5)]);
    expect(brief([burst], { series: [] })).toMatchObject({ tone: 'calm' });
    expect(brief([burst]).lines[1]!.words.en).toBe('Acme is spoken of far more than usual: 80 mentions within 3 hours, where about 12 would be usual. Its tone appears much as usual.');
  });

  it('tells only what is new since the last visit, each entity once and no more than three', () => {
    const old = alert('acme', { noticedAt: NOW - 20 * DAY, untilAt: NOW - 19 * DAY });
    expect(brief([old]).lines[0]!.words.en).toContain('nothing stood out');
    const many = [...ENTITIES.map(({ id }) => alert(id)), alert('acme', { id: 'acme-2', kind: 'volume', direction: 1 })];
    const { lines } = brief(many, { away: true, since: NOW - 3 * DAY });
    expect(lines[0]!.words.en).toBe('In the 3 days since you last looked, 3 of those you watch stood out. There are 5 alerts; here are the strongest.');
    expect(lines.filter(({ alert: id }) => id !== null)).toHaveLength(3);
    expect(brief([alert('stranger')]).lines[0]!.words.en).toContain('nothing stood out');
  });

  it('advises nothing and claims nothing to be so', () => {
    const all = [alert('acme'), alert('bolt', { direction: 1 }), alert('corvid', { kind: 'volume', direction: 1, value: 30, expected: 2 })];
    const { lines } = brief(all);
    expect(lines.map(({ words }) => words.en).join(' ')).not.toMatch(/\b(?:buy|sell|should|recommend|invest)\b/i);
    expect(lines.map(({ words }) => words.zh).join('')).not.toMatch(/买入|卖出|建议|应该/);
    expect(lines[1]!.words.en).toContain('appears to have turned');
  });
});
