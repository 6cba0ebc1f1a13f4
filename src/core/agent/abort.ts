import type { AbortSignal } from '../ports/dialogue-provider.ts';

/** What ends a request whose answer nobody waits for any more. */
export interface Abort {
  readonly signal: AbortSignal;
  /** Tells everybody who listens, the first time. */
  abort(): void;
}

/** The web's AbortController, as far as the core needs it. */
export function createAbort(): Abort {
  const listeners = new Set<() => void>();
  let aborted = false;
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      addEventListener: (_, listener) => listeners.add(listener),
      removeEventListener: (_, listener) => listeners.delete(listener),
    },
    abort() {
      if (aborted) return;
      aborted = true;
      for (const listener of listeners) listener();
    },
  };
}
