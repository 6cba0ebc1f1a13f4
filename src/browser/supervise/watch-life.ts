import type { Clock, Seconds } from '../../core/index.ts';
import { isLifeSign, type LifeSign, locks } from './life-signs.ts';

const BEAT: Seconds = 1;

/**
 * Watches a worker that shows its life.
 *
 * Beats are counted, not seconds: after a page was frozen or asleep its first beat comes late but is one, and the answers that
 * waited meanwhile are heard before the next.
 *
 * @param patience after so many seconds without any message the worker hangs
 * @param lost called once, with what happened, when it ended or hangs
 * @returns how to stop
 */
export function watchLife(worker: Worker, clock: Clock, patience: () => Seconds, lost: (detail: string) => void): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  let missed = 0;

  const lose = (detail: string): void => {
    if (signal.aborted) return;
    watching.abort();
    lost(detail);
  };
  const beat = (): void => {
    if (missed * BEAT >= patience()) return lose(`it did not answer for ${missed * BEAT} s`);
    missed += 1;
    worker.postMessage({ attune: 'ping' } satisfies LifeSign, []);
  };
  const begin = (lock: string | null): void => {
    signal.addEventListener('abort', clock.every(BEAT, beat), { once: true });
    // It is granted when the worker is no more.
    if (lock !== null) locks()?.request(lock, { signal }, () => lose('it ended by itself')).catch(() => undefined);
  };
  worker.addEventListener('message', (message: MessageEvent<unknown>) => {
    if (signal.aborted) return;
    missed = 0;
    if (!isLifeSign(message.data)) return;
    message.stopImmediatePropagation();
    if (message.data.attune === 'born') begin(message.data.lock);
  }, { signal });
  return () => watching.abort();
}
