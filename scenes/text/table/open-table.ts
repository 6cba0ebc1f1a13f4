import { LARGEST, type TableOutcome } from './parse-table.ts';

/** Takes a file apart in a worker of its own, since a large one would hold the page up. */
export function openTable(file: File, signal: AbortSignal): Promise<TableOutcome> {
  if (file.size > LARGEST) return Promise.resolve({ table: null, failure: { reason: 'too-large' } });
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module', name: 'attune-table' });
    const end = (outcome: TableOutcome): void => {
      worker.terminate();
      resolve(outcome);
    };
    const fail = (): void => end({ table: null, failure: { reason: 'unreadable' } });
    worker.addEventListener('message', ({ data }: MessageEvent<TableOutcome>) => end(data));
    worker.addEventListener('error', fail);
    signal.addEventListener('abort', fail, { once: true });
    worker.postMessage(file, []);
  });
}
