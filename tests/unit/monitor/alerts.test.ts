import { describe, expect, it } from 'vitest';
import { createDice } from '../../../src/adapt/simulate/dice.ts';
import type { Alert } from '../../../src/monitor/alerts/alert.ts';
import { findAlerts } from '../../../src/monitor/alerts/find-alerts.ts';
import type { Bucket } from '../../../src/monitor/bucket.ts';

const HOUR = 3_600_000;
const BEGIN = Date.UTC(2026, 0, 5);
const DAYS = 90;

/** About six mentions an hour by day and one by night, of a mean tone of 0.1. */
function series(change: (hour: number) => { readonly volume?: number; readonly tone?: number } = () => ({}), seed = 1): Bucket[] {
  const dice = createDice(seed);
  return Array.from({ length: DAYS * 24 }, (_, hour): Bucket => {
    const { volume: factor = 1, tone = 0.1 } = change(hour);
    const usual = hour % 24 > 7 && hour % 24 < 20 ? 6 : 1;
    const volume = Math.max(0, Math.round(factor * usual + Math.sqrt(factor * usual) * dice.normal()));
    const values = Array.from({ length: volume }, () => Math.max(-1, Math.min(1, tone + 0.4 * dice.normal())));
    return { at: BEGIN + hour * HOUR, volume, fresh: volume, sentiment: values.reduce((sum, value) => sum + value, 0), squares: values.reduce((sum, value) => sum + value ** 2, 0), fear: 0, anger: 0, relief: 0, reliefVolume: 0 };
  }).filter(({ volume }) => volume > 0);
}
const END = BEGIN + DAYS * 24 * HOUR;
const hourOf = (at: number): number => (at - BEGIN) / HOUR;
const kinds = (alerts: readonly Alert[]): string[] => alerts.map(({ kind, direction }) => `${kind}${direction > 0 ? '+' : '-'}`);

describe('alerts', () => {
  it('are none where days are as days are', () => {
    for (let seed = 1; seed <= 5; seed += 1) expect(kinds(findAlerts('acme', series(undefined, seed), END)).length).toBeLessThan(2);
    expect(findAlerts('acme', [], END)).toEqual([]);
  });

  it('tell of a burst within hours, once, with what was expected', () => {
    const [alert, ...others] = findAlerts('acme', series((hour) => (hour >= 1690 && hour < 1702 ? { volume: 5 } : {})), END);
    expect(alert).toMatchObject({ kind: 'volume', direction: 1, entity: 'acme' });
    expect(hourOf(alert!.noticedAt)).toBeGreaterThan(1690);
    expect(hourOf(alert!.noticedAt)).toBeLessThanOrEqual(1693);
    expect(hourOf(alert!.untilAt)).toBeGreaterThan(1699);
    expect(alert!.value).toBeGreaterThan(3 * alert!.expected);
    expect(kinds(others).filter((kind) => kind === 'volume+')).toEqual([]);
  });

  it('tell of a turn of the tone in either direction, and of no burst then', () => {
    for (const [tone, kind] of [[-0.5, 'sentiment-'], [0.7, 'sentiment+']] as const) {
      const alerts = findAlerts('acme', series((hour) => (hour >= 1700 && hour < 1772 ? { tone } : {})), END);
      expect(kinds(alerts)[0]).toBe(kind);
      expect(hourOf(alerts[0]!.noticedAt)).toBeLessThan(1730);
      expect(kinds(alerts)).not.toContain('volume+');
    }
  });

  it('are the same when more comes later, up to where they were known', () => {
    const all = series((hour) => (hour >= 1690 && hour < 1702 ? { volume: 5, tone: -0.4 } : {}));
    const until = BEGIN + 1720 * HOUR;
    const early = findAlerts('acme', all.filter(({ at }) => at < until), until);
    expect(findAlerts('acme', all, END).filter(({ untilAt }) => untilAt < until)).toEqual(early.filter(({ untilAt }) => untilAt < until));
    expect(early.length).toBeGreaterThan(0);
  });
});
