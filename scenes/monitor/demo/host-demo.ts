import type { MonitorView } from 'attune/monitor';
import type { Answer, Question } from './demo-worker.ts';

/** A year that is made up in a worker, so that the page stays free meanwhile. It lives as long as the page. */
export function hostDemo(): MonitorView {
  const worker = new Worker(new URL('./demo-worker.ts', import.meta.url), { type: 'module', name: 'attune-monitor-demo' });
  const waiting = new Map<number, { resolve(value: never): void; reject(reason: Error): void }>();
  let last = 0;
  worker.addEventListener('message', ({ data: { id, value } }: MessageEvent<Answer>) => {
    waiting.get(id)?.resolve(value as never);
    waiting.delete(id);
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('Expected a year to be made up, but the worker that does so ended.'));
    waiting.clear();
  });
  const ask = <Value>(name: Question['name'], ...values: readonly unknown[]): Promise<Value> => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, name, values } satisfies Question, []);
  });
  return {
    overview: () => ask('overview'),
    series: (...values) => ask('series', ...values),
    alerts: () => ask('alerts'),
    texts: (query) => ask('texts', query),
  };
}
