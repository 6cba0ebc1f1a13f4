import { useEffect, useRef, useState } from 'react';
import { asProblem, type AttuneError } from '../core/index.ts';
import { createVrmDriver, loadAvatar, type VrmDriver, type VrmDriverOptions } from '../three/index.ts';

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
 */
export function useAvatar(url: string, options: VrmDriverOptions, events: AvatarEvents): VrmDriver | null {
  const [driver, setDriver] = useState<VrmDriver | null>(null);
  const [problem, setProblem] = useState<AttuneError | null>(null);
  const latest = useRef({ options, events });
  useEffect(() => {
    latest.current = { options, events };
  });

  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    async function load(): Promise<void> {
      const avatar = await loadAvatar(url, { signal, onProgress: (share) => latest.current.events.onProgress?.(share) });
      const loaded = createVrmDriver(avatar, latest.current.options);
      if (signal.aborted) return loaded.dispose();
      setDriver(loaded);
      latest.current.events.onLoad?.(loaded);
    }
    load().catch((thrown: unknown) => {
      if (signal.aborted) return;
      const failure = asProblem(thrown, 'avatar-unreadable', `The avatar at ${url} could not be shown`);
      if (latest.current.events.onError) latest.current.events.onError(failure);
      else setProblem(failure);
    });
    return () => abort.abort();
  }, [url]);
  useEffect(() => () => driver?.dispose(), [driver]);

  if (problem) throw problem;
  return driver;
}
