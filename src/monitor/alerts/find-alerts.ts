import type { Bucket } from '../bucket.ts';
import type { Alert } from './alert.ts';
import { HOUR, hoursOf } from './hours.ts';
import { scoreSentiment } from './score-sentiment.ts';
import { type HourScore, scoreVolume } from './score-volume.ts';

/** So unusual it must be; chosen on simulated years of other seeds than those that are reported (`npm run evaluate -- alerts --dev`). */
export const LIMITS = { volume: 5, sentiment: 4 } as const;
/** It goes on while it is this share as unusual, and is over after so many hours without. */
const GOES_ON = 0.6;
const OVER_AFTER = 24;

/**
 * Finds what is unusual in the hours of an entity, from the first to the last: a pure function of the buckets, whose findings for an hour depend
 * on the 60 days before alone, so that what was found is found again.
 *
 * @param to one after the last moment that is complete
 * @returns alerts in their order, whose documents are not filled in
 */
export function findAlerts(entity: string, buckets: readonly Bucket[], to: number): readonly Alert[] {
  const hours = hoursOf(buckets, to);
  const sentiment = scoreSentiment(hours);
  return [
    ...follow(entity, 'volume', 1, hours.from, scoreVolume(hours)),
    ...follow(entity, 'sentiment', 1, hours.from, sentiment),
    ...follow(entity, 'sentiment', -1, hours.from, sentiment),
  ].toSorted((a, b) => a.noticedAt - b.noticedAt || (a.id < b.id ? -1 : 1));
}

function follow(entity: string, kind: Alert['kind'], direction: 1 | -1, from: number, scores: readonly HourScore[]): Alert[] {
  const alerts: Alert[] = [];
  let last = Number.NEGATIVE_INFINITY;
  scores.forEach(({ score, hours, value, expected }, hour) => {
    const strength = direction * score;
    const open = hour - last <= OVER_AFTER ? alerts.at(-1) : undefined;
    if (open && strength >= GOES_ON * LIMITS[kind]) {
      last = hour;
      alerts[alerts.length - 1] = { ...open, untilAt: from + (hour + 1) * HOUR, score: Math.max(open.score, strength) };
    } else if (strength >= LIMITS[kind]) {
      last = hour;
      const noticedAt = from + (hour + 1) * HOUR;
      alerts.push({ id: `${entity}/${kind}${direction > 0 ? '+' : '-'}/${new Date(noticedAt).toISOString().slice(0, 13)}`, entity, kind, direction, onsetAt: noticedAt - hours * HOUR, noticedAt, untilAt: noticedAt, score: strength, value, expected, hours, documents: [] });
    }
  });
  return alerts;
}
