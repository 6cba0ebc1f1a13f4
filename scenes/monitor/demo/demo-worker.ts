import { createDemoView } from './demo-view.ts';

/** What the page asks of this worker: something of a `MonitorView`, by its name. */
export interface Question {
  readonly id: number;
  readonly name: 'overview' | 'series' | 'alerts' | 'texts';
  readonly values: readonly unknown[];
}

export interface Answer {
  readonly id: number;
  readonly value: unknown;
}

// The part of DedicatedWorkerGlobalScope used here, which TypeScript's DOM library lacks.
interface WorkerScope {
  addEventListener(type: 'message', listener: (message: MessageEvent<Question>) => void): void;
  postMessage(answer: Answer, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;

const view = createDemoView();

scope.addEventListener('message', ({ data: { id, name, values } }) => {
  const ask = view[name] as (...given: readonly unknown[]) => Promise<unknown>;
  void ask(...values).then((value) => scope.postMessage({ id, value }, []));
});
