import { loadFusionNet } from 'attune/browser';
import { createSessionTracer } from 'attune/record';
import type { SessionFormat } from './formats.ts';
import { writeTrace } from './write-trace.ts';

export interface SessionQuestion {
  readonly log: Blob;
  readonly format: Exclude<SessionFormat, 'jsonl'>;
  /** Absolute: where the fusion net lies, without which a session that was fused by it can't be replayed. */
  readonly assets: string;
}

export type SessionAnswer = { readonly blob: Blob } | { readonly failure: string };

// The part of DedicatedWorkerGlobalScope used here, which TypeScript's DOM library lacks.
interface WorkerScope {
  addEventListener(type: 'message', listener: (message: MessageEvent<SessionQuestion>) => void): void;
  postMessage(answer: SessionAnswer, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;

async function answer({ log, format, assets }: SessionQuestion): Promise<SessionAnswer> {
  const tracer = createSessionTracer({ fuser: await loadFusionNet({ assets }).catch(() => null) });
  const reader = log.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) tracer.write(part.value);
  return { blob: writeTrace(tracer.finish(), format) };
}

scope.addEventListener('message', ({ data }) => {
  void answer(data).catch((thrown: unknown): SessionAnswer => ({ failure: (thrown as Error).message })).then((each) => scope.postMessage(each, []));
});
