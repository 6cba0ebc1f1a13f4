import { use } from 'react';
import { asProblem, type AttuneError } from '../core/index.ts';
import { createVrmDriver, loadAvatar, type VrmDriver, type VrmDriverOptions } from '../three/index.ts';
import { useLoaded } from './use-loaded.ts';

/** What a component is told of its avatar. */
export interface AvatarEvents {
  /** The avatar is in the scene. */
  readonly onLoad?: ((driver: VrmDriver) => void) | undefined;
  /** The share of the file that has arrived, in [0, 1]. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** The avatar could not be loaded, in one sentence; the one before it stays. Without a listener the error is thrown while rendering. */
  readonly onError?: ((problem: AttuneError) => void) | undefined;
}

/**
 * Loads an avatar for as long as the component lives, and disposes of it afterwards.
 *
 * null until one is there. A new URL replaces the avatar once its own has loaded.
 *
 * @param suspend whether the component suspends instead while there is none, and the nearest `<Suspense>` shows its fallback
 */
export function useAvatar(url: string, options: VrmDriverOptions, events: AvatarEvents, suspend = false): VrmDriver | null {
  const { thing: driver, coming } = useLoaded<string, VrmDriver>(url, {
    load: async (place, signal, onProgress) => createVrmDriver(await loadAvatar(place, { signal, onProgress }), options),
    release: (loaded) => loaded.dispose(),
    onLoad: events.onLoad,
    onProgress: events.onProgress,
    problemOf: (thrown) => asProblem(thrown, 'avatar-unreadable', `The avatar at ${url} could not be shown`),
    onError: events.onError,
  });
  if (suspend && !driver && coming) use(coming);
  return driver;
}
