import { isLifeSign, type LifeSign, locks } from './life-signs.ts';

// The part of DedicatedWorkerGlobalScope used here, which TypeScript's DOM library lacks.
interface WorkerScope {
  addEventListener(type: 'message', listener: (message: MessageEvent<unknown>) => void): void;
  postMessage(sign: LifeSign, transfer: Transferable[]): void;
}

/**
 * Lets the page see that this worker lives. Call it first in a worker's script: it answers pings before other listeners hear of
 * them, and holds a lock which the browser gives to the page when the worker ends, whatever ended it.
 */
export function showLife(): void {
  const scope = globalThis as unknown as WorkerScope;
  const say = (sign: LifeSign): void => scope.postMessage(sign, []);
  scope.addEventListener('message', (message) => {
    if (!isLifeSign(message.data)) return;
    message.stopImmediatePropagation();
    say({ attune: 'alive' });
  });
  const manager = locks();
  if (!manager) return say({ attune: 'born', lock: null });
  const lock = `attune ${crypto.randomUUID()}`;
  void manager.request(lock, () => {
    say({ attune: 'born', lock });
    return new Promise(() => undefined);
  });
}
