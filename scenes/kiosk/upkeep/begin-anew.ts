import { recentReloads, reloadIn, type Reloads, type RestartReason } from 'attune/kiosk';
import * as v from 'valibot';
import { keep, kept, session } from '../../shared/keep.ts';
import type { Health } from '../health/health.ts';

/** Times of reloads, under this; they must outlive the page. */
const KEPT = 'attune-kiosk-reloads';

let begun = false;

/** Loads the page again: at once the first time, later and later where that did not help. With it goes everything of a visit. */
export function beginAnew(health: Pick<Health, 'note'>, why: RestartReason): void {
  if (begun) return;
  begun = true;
  const reloads = why === 'failed' || why === 'stalled' ? keptReloads() : [];
  const wait = reloadIn(reloads, Date.now() / 1000);
  setTimeout(() => {
    health.note({ kind: 'restarted', what: 'page', why });
    if (why === 'failed' || why === 'stalled') {
      const text = JSON.stringify([...recentReloads(reloads, Date.now() / 1000), Date.now() / 1000]);
      // Where there is no room left, the window remembers it, or the page would be loaded again without end.
      if (!keep(KEPT, text)) keep(KEPT, text, session);
    }
    location.reload();
  }, wait * 1000);
}

function keptReloads(): Reloads {
  try {
    const result = v.safeParse(v.array(v.number()), JSON.parse(kept(KEPT, session) ?? kept(KEPT) ?? '[]'));
    return result.success ? result.output : [];
  } catch {
    return [];
  }
}
