import { precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';

declare global {
  interface Window {
    /** What is kept for offline use: written by scripts/vite/offline-files.ts when the gallery is built. */
    readonly offlineFiles: readonly PrecacheEntry[];
  }
}

/** The part of a service worker's scope that is used here; the types of the DOM, which the scenes are checked with, have none. */
interface Scope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const scope = self as unknown as Scope;

// The kiosk, and everything that a visit needs. Its address may ask for another configuration or language.
precacheAndRoute([...self.offlineFiles], { ignoreURLParametersMatching: [/.*/] });

// What an operator may change at any time: the configuration, and dialogue of their own.
registerRoute(({ url, sameOrigin }) => sameOrigin && /\/kiosk\/[^?]*\.json$/.test(url.pathname), new NetworkFirst({ cacheName: 'attune-kiosk-settings', networkTimeoutSeconds: 3 }));

scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

// A new version waits until the page says that nobody visits.
scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting();
});
