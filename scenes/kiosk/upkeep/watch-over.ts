import { feelPulse, FIRST_PULSE, standsStill } from 'attune/kiosk';
import type { Host } from '../host.ts';
import { keep, kept, session } from '../../shared/keep.ts';
import { offlineState, takeNewer } from '../offline/register.ts';
import { beginAnew } from './begin-anew.ts';
import { followParts } from './follow-parts.ts';

/** In milliseconds. */
const LOOK = 1000;
const MINUTE = 60_000;

/** Nobody touched it for so long, in seconds: a newer version may take over. */
const UNDISTURBED = 30;

/** So many errors in a minute, which nobody caught, and the page is not well. */
const MANY_ERRORS = 10;

/** Under this a page notes that it runs; one that finds it there was not ended in order, but by a crash or by somebody who ended it. */
const RUNNING = 'attune-kiosk-running';

/**
 * Watches over the page as long as it is there: counts, loads it again when it stands still or fails, and lets newer versions in. A page
 * whose script never comes to an end can't be helped by any other of its own: its process belongs to it.
 */
export function watchOver(host: Host): void {
  const { health } = host;
  if (kept(RUNNING, session) !== null) health.note({ kind: 'restarted', what: 'page', why: 'stalled' });
  keep(RUNNING, 'yes', session);
  addEventListener('pagehide', () => keep(RUNNING, null, session));

  followParts(host);

  let errors = 0;
  const count = (error: unknown): void => {
    health.note({ kind: 'error', error });
    errors += 1;
    if (errors >= MANY_ERRORS) beginAnew(health, 'failed');
  };
  addEventListener('error', ({ error }) => count(error));
  addEventListener('unhandledrejection', ({ reason }) => count(reason));

  let pulse = FIRST_PULSE;
  setInterval(() => {
    const now = performance.now() / 1000;
    const { kiosk } = host.view.getState();
    pulse = feelPulse(pulse, host.pictures, !document.hidden && kiosk.stage !== 'closed' && host.driver !== null, now);
    if (standsStill(pulse, now)) beginAnew(health, 'stalled');
    if (offlineState.getState().newer && (kiosk.stage === 'attract' || kiosk.stage === 'closed') && kiosk.present !== true && now - kiosk.since > UNDISTURBED) void takeNewer().then((taken) => taken && beginAnew(health, 'update'));
  }, LOOK);

  let before = { pictures: host.pictures, at: performance.now() };
  setInterval(() => {
    const seconds = (performance.now() - before.at) / 1000;
    const drawing = host.view.getState().kiosk.stage !== 'closed' && !document.hidden;
    health.note({ kind: 'ran', seconds: Math.round(seconds), pictures: drawing ? Math.round((host.pictures - before.pictures) / seconds) : null });
    before = { pictures: host.pictures, at: performance.now() };
    errors = 0;
  }, MINUTE);
}
