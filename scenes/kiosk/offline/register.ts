import { createStore } from 'zustand/vanilla';

/** Whether the kiosk works without its server: not in this browser, not yet, from now on, no room was left for it, or it failed in another way. */
export interface OfflineState {
  readonly stage: 'unsupported' | 'coming' | 'ready' | 'full' | 'failed';
  /** Whether a newer version has been fetched and waits. */
  readonly newer: boolean;
}

export const offlineState = createStore<OfflineState>(() => ({ stage: 'coming', newer: false }));

/** A kiosk that is never loaded again asks this often for a newer version, in milliseconds. */
const LOOK_FOR_NEWER = 3_600_000;

/** With less room than this left, in bytes, a kiosk that could not be kept did not fit: it takes about 100 MB, and twice that while a newer version comes. */
const ROOM = 200e6;

let registration: ServiceWorkerRegistration | null = null;

/**
 * Keeps everything that a visit needs on this machine, with a service worker for the whole gallery that only this page registers:
 * workers of the page are its clients by their own addresses, which lie beside the scenes.
 *
 * @param settings what an operator may change; it is fetched once more, so that it is kept too
 */
export async function keepOffline(settings: readonly string[]): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return offlineState.setState({ stage: 'unsupported' });
  try {
    registration = await navigator.serviceWorker.register(new URL('../service-worker.js', location.href), { type: 'module', scope: new URL('../', location.href).href });
    const noticeNewer = (): void => offlineState.setState({ newer: registration?.waiting != null && navigator.serviceWorker.controller !== null });
    const follow = (): void => registration?.installing?.addEventListener('statechange', noticeNewer);
    registration.addEventListener('updatefound', follow);
    follow();
    noticeNewer();
    setInterval(() => void registration?.update().catch(() => undefined), LOOK_FOR_NEWER);
    await Promise.race([navigator.serviceWorker.ready, refused(registration)]);
    if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    await Promise.all(settings.map((each) => fetch(each)));
    offlineState.setState({ stage: 'ready' });
    // Otherwise a browser may take it away again when room runs out.
    await navigator.storage?.persist?.();
  } catch {
    // A full disk, or a server that went away while files were fetched: the kiosk goes on with the network.
    const { usage = 0, quota = Infinity } = await navigator.storage?.estimate().catch(() => null) ?? {};
    if (offlineState.getState().stage === 'coming') offlineState.setState({ stage: quota - usage < ROOM ? 'full' : 'failed' });
  }
}

/** Rejects when the first worker could not keep everything: then none is ever ready. */
function refused({ installing, active }: ServiceWorkerRegistration): Promise<never> {
  return new Promise((_, reject) => {
    if (active || !installing) return;
    installing.addEventListener('statechange', () => {
      if (installing.state === 'redundant') reject(new Error('The service worker could not be installed.'));
    });
  });
}

/** Lets a newer version take over, if one waits; resolves when it has. Call it while nobody visits, and load the page again. */
export async function takeNewer(): Promise<boolean> {
  const waiting = registration?.waiting;
  if (!waiting) return false;
  const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  waiting.postMessage('take-over', []);
  await taken;
  return true;
}
