import type { Bucket } from '../bucket.ts';
import type { MonitorStore, StoredMention } from '../store/open-store.ts';
import type { Alert } from './alert.ts';
import { findAlerts } from './find-alerts.ts';
import { HOUR } from './hours.ts';

/** Documents that an alert names. */
const NAMED = 5;

/**
 * Brings buckets and alerts up to what documents there are, for the entities that something changed of.
 *
 * @param now in milliseconds since 1970; an hour that is not over is not looked at
 * @returns the entities that changed
 */
export async function settleAndAlert(store: MonitorStore, now: number): Promise<readonly string[]> {
  const changed = await store.settle();
  for (const entity of changed) {
    const extent = await store.extent(entity);
    const to = extent ? Math.min(Math.floor(now / HOUR) * HOUR, Math.ceil(extent.to / HOUR) * HOUR) : 0;
    const buckets: readonly Bucket[] = extent ? await store.series(entity, extent.from, to, 60) : [];
    const alerts: Alert[] = [];
    for (const alert of findAlerts(entity, buckets, to)) alerts.push({ ...alert, documents: await causesOf(store, alert) });
    await store.setAlerts(entity, alerts);
  }
  return changed;
}

/** The documents that speak for an alert: those that lean its way, where it is about that. */
async function causesOf(store: MonitorStore, { entity, kind, direction, onsetAt, noticedAt }: Alert): Promise<readonly string[]> {
  const mentions = await store.mentions(entity, onsetAt, noticedAt, kind === 'volume' ? NAMED : 10 * NAMED);
  const leans = ({ positive, negative }: StoredMention): boolean => direction * (positive - negative) > 0;
  return (kind === 'volume' ? mentions : mentions.filter(leans)).slice(0, NAMED).map(({ id }) => id);
}
