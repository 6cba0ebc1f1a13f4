import { asProblem, AttuneError, type Language, type Seconds, type Unit } from '../../core/index.ts';
import type { TextAnalysis } from './text-analysis.ts';
import type { IntentExamples } from './intent/fit-intents.ts';
import type { ReadText, TextAssets, TextCommand, TextReply } from './text-protocol.ts';

interface TextWorkerEvents {
  readonly progress: (size: TextAnalysis['size'], share: Unit) => void;
  readonly ready: (size: TextAnalysis['size']) => void;
  /** @param of what is missing; null for the worker itself */
  readonly problem: (problem: AttuneError, of: 'full' | 'danger' | null) => void;
}

/** The text worker, seen from the page. */
export interface TextWorkerHost {
  /** Resolves when texts are read; rejects with an {@link AttuneError} when they never will be. */
  readonly ready: Promise<void>;
  /**
   * @param language null to find it out
   * @param listen whether for danger as well
   */
  read(texts: readonly string[], language: Language | null, listen: boolean): Promise<readonly ReadText[]>;
  setIntents(intents: readonly IntentExamples[]): Promise<void>;
  end(): void;
}

interface Waiting {
  readonly resolve: (texts: readonly ReadText[]) => void;
  readonly reject: (reason: AttuneError) => void;
}

/** A worker that ran this long was healthy, and another is started after its crash. */
const HEALTHY: Seconds = 60;

/** Starts the worker, and another one after a crash unless that came too soon. */
export function hostTextWorker(assets: TextAssets, events: TextWorkerEvents): TextWorkerHost {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let requests = 0;
  let intents: readonly IntentExamples[] = [];
  let abandon = (): void => undefined;

  function giveUp(problem: AttuneError): void {
    for (const { reject } of waiting.values()) reject(problem);
    waiting.clear();
  }

  function launch(): Promise<void> {
    const launched = new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module', name: 'attune-text' });
    const began = performance.now();
    worker = launched;
    const loaded = new Promise<void>((resolve, reject) => {
      abandon = () => reject(new AttuneError('model-missing', 'The text reader was closed before it was ready.'));
      launched.addEventListener('message', ({ data }: MessageEvent<TextReply>) => {
        if (data.type === 'progress') events.progress(data.size, data.share);
        else if (data.type === 'ready') {
          events.ready(data.size);
          resolve();
        } else if (data.type === 'problem') {
          const problem = new AttuneError(data.code, data.message);
          if (data.of !== 'light') events.problem(problem, data.of);
          else reject(problem);
        } else {
          const waited = waiting.get(data.id);
          waiting.delete(data.id);
          if (data.type === 'failed') waited?.reject(new AttuneError(data.code, data.message));
          else waited?.resolve(data.type === 'texts' ? data.texts : []);
        }
      });
      launched.addEventListener('error', (event) => {
        event.preventDefault();
        const detail = event.message || 'its script did not load';
        launched.terminate();
        worker = null;
        const again = (performance.now() - began) / 1000 >= HEALTHY;
        const problem = new AttuneError('worker-failed', `The worker that reads words crashed (${detail}). ${again ? 'It starts again; send the text once more.' : 'Reload the page, and report this if it returns.'}`);
        giveUp(problem);
        reject(problem);
        if (again) events.problem(problem, null);
        host.ready = again ? launch() : loaded.then(() => Promise.reject(problem));
        host.ready.catch(() => undefined);
      });
    });
    launched.postMessage({ type: 'load', assets } satisfies TextCommand, []);
    if (intents.length > 0) void setIntents(intents).catch((thrown: unknown) => events.problem(asProblem(thrown, 'bad-input', 'The intents could not be learnt again'), null));
    loaded.catch(() => undefined);
    return loaded;
  }

  function request(make: (id: number) => Exclude<TextCommand, { type: 'load' }>): Promise<readonly ReadText[]> {
    return new Promise((resolve, reject) => {
      if (!worker) return reject(new AttuneError('worker-failed', 'Expected the text reader to be open, but it is closed. Make a new one.'));
      requests += 1;
      waiting.set(requests, { resolve, reject });
      worker.postMessage(make(requests), []);
    });
  }

  async function setIntents(next: readonly IntentExamples[]): Promise<void> {
    await request((id) => ({ type: 'intents', id, intents: next }));
    intents = next;
  }

  const host: { -readonly [Key in keyof TextWorkerHost]: TextWorkerHost[Key] } = {
    ready: Promise.resolve(),
    read: (texts, language, listen) => request((id) => ({ type: 'read', id, texts, language, listen })),
    setIntents,
    end() {
      worker?.terminate();
      worker = null;
      giveUp(new AttuneError('worker-failed', 'The text reader was closed.'));
      abandon();
    },
  };
  host.ready = launch();
  return host;
}
