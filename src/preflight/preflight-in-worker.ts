import { AttuneError } from '../core/index.ts';
import { trustOwnWorkers } from '../trusted-types.ts';
import { concludeWith, concludeWithout, tooSlow } from './conclude.ts';
import { fillLimits, type PreflightLimits } from './limits.ts';
import { preflight, type PreflightReport } from './preflight.ts';
import type { FromPreflightWorker, ToPreflightWorker } from './worker-messages.ts';

/** What a file may hold, and how long the worker may take. */
export interface PreflightInWorkerOptions {
  readonly limits?: Partial<PreflightLimits>;
  /** Milliseconds for the file, once the worker is there. By default 2000: a person who dropped a file is told within about what they wait without asking. */
  readonly deadline?: number;
  /** Gives up when aborted; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

const DEADLINE = 2000;

/**
 * Judges a file as {@link preflight} does and by Khronos' glTF validator, in a worker of its own that is ended in any case, at the latest at the deadline.
 *
 * Where there are no workers, as in Node, preflight alone judges, at once.
 *
 * @param bytes are copied, and stay the caller's
 * @throws {AttuneError} `worker-failed` when the worker can't be started; `bad-input` for limits that are none
 */
export function preflightInWorker(bytes: ArrayBuffer, { limits = {}, deadline = DEADLINE, signal }: PreflightInWorkerOptions = {}): Promise<PreflightReport> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // What is too large for the worker's limit need not be copied to it.
    if (typeof Worker === 'undefined' || bytes.byteLength > fillLimits(limits).fileBytes) return resolve(preflight(new Uint8Array(bytes), { limits }));
    trustOwnWorkers();
    const worker = new Worker(new URL('./preflight-worker.ts', import.meta.url), { type: 'module', name: 'attune-preflight' });
    let ready = false;
    let report: PreflightReport | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.terminate();
    };
    const finish = (concluded: PreflightReport): void => {
      end();
      resolve(concluded);
    };
    const abort = (): void => {
      end();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      const detail = event.message || 'its script did not load';
      if (ready) return finish(concludeWithout(report, { code: 'failed', at: '', message: `The worker that looked at it ended (${detail}).` }));
      end();
      reject(new AttuneError('worker-failed', `Expected a worker to judge the file before it is shown, but it could not be started (${detail}). Reload the page.`));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromPreflightWorker>) => {
      if (data.type === 'ready') {
        ready = true;
        timer = setTimeout(() => finish(concludeWithout(report, tooSlow(deadline))), deadline);
        worker.postMessage({ bytes, limits } satisfies ToPreflightWorker, []);
      } else if (data.type === 'conformance') {
        if (report) finish(concludeWith(report, data.conformance));
      } else if (data.report.verdict === 'refused') finish(data.report);
      else report = data.report;
    });
  });
}
