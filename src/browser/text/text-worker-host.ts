import { asProblem, AttuneError, type Language, type Seconds, type ToldPart, type Unit } from '../../core/index.ts';
import { keepWorker } from '../supervise/keep-worker.ts';
import type { TextAnalysis } from './text-analysis.ts';
import type { IntentExamples } from './intent/fit-intents.ts';
import type { ReadText, TextAssets, TextCommand, TextReply } from './text-protocol.ts';

interface TextWorkerEvents {
  readonly progress: (size: TextAnalysis['size'], share: Unit) => void;
  readonly ready: (size: TextAnalysis['size']) => void;
  /** @param of what is missing; null for the worker itself */
  readonly problem: (problem: AttuneError, of: 'full' | 'danger' | 'boundaries' | null) => void;
}

/** The text worker, seen from the page. */
export interface TextWorkerHost {
  /** Resolves when texts are read; rejects with an {@link AttuneError} when they never will be. Another promise after a breakdown. */
  readonly ready: Promise<void>;
  /**
   * @param language null to find it out
   * @param listen whether for danger and boundaries as well
   */
  read(texts: readonly string[], language: Language | null, listen: boolean): Promise<readonly ReadText[]>;
  setIntents(intents: readonly IntentExamples[]): Promise<void>;
  end(): void;
}

interface Waiting {
  readonly resolve: (texts: readonly ReadText[]) => void;
  readonly reject: (reason: AttuneError) => void;
}

/** A hundred long texts take a busy machine so long. */
const PATIENCE: Seconds = 30;

/** Starts the worker, and keeps it. What is being read when it breaks down is rejected. */
export function hostTextWorker(part: ToldPart, assets: TextAssets, events: TextWorkerEvents): TextWorkerHost {
  const waiting = new Map<number, Waiting>();
  let requests = 0;
  let intents: readonly IntentExamples[] = [];
  /** Whether there is a worker to ask, and whether it reads. */
  let [alive, reads] = [false, false];
  let settle: { readonly resolve: () => void; readonly reject: (problem: AttuneError) => void };

  function awaitReady(): Promise<void> {
    const ready = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    ready.catch(() => undefined);
    return ready;
  }

  function giveUp(problem: AttuneError): void {
    for (const { reject } of waiting.values()) reject(problem);
    waiting.clear();
  }

  function take(data: TextReply): void {
    if (data.type === 'progress') events.progress(data.size, data.share);
    else if (data.type === 'ready') {
      reads = true;
      kept.running(lacks);
      events.ready(data.size);
      settle.resolve();
    } else if (data.type === 'problem') {
      const problem = new AttuneError(data.code, data.message);
      if (data.of === 'light') {
        alive = false;
        kept.fail(problem);
        giveUp(problem);
        settle.reject(problem);
      } else {
        lacks = problem;
        if (reads) kept.running(lacks);
        events.problem(problem, data.of);
      }
    } else {
      const waited = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.type === 'failed') waited?.reject(new AttuneError(data.code, data.message));
      else waited?.resolve(data.type === 'texts' ? data.texts : []);
    }
  }

  /** A model that could not be had; words are read without it. */
  let lacks: AttuneError | null = null;
  const kept = keepWorker({
    part, name: 'The worker that reads words', patience: PATIENCE,
    start: () => new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module', name: 'attune-text' }),
    begin(worker) {
      lacks = null;
      alive = true;
      worker.addEventListener('message', ({ data }: MessageEvent<TextReply>) => take(data));
      kept.send({ type: 'load', assets } satisfies TextCommand);
      if (intents.length > 0) void setIntents(intents).catch((thrown: unknown) => events.problem(asProblem(thrown, 'bad-input', 'The intents could not be learnt again'), null));
    },
    broke(problem, pause) {
      giveUp(problem);
      if (reads) host.ready = awaitReady();
      [alive, reads] = [false, false];
      if (pause !== null) return;
      settle.reject(problem);
      events.problem(problem, null);
    },
  });

  function request(make: (id: number) => Exclude<TextCommand, { type: 'load' }>): Promise<readonly ReadText[]> {
    return new Promise((resolve, reject) => {
      if (!alive) return reject(new AttuneError('worker-failed', 'Expected the text reader to be open, but it is not. Make a new one.'));
      requests += 1;
      waiting.set(requests, { resolve, reject });
      kept.send(make(requests));
    });
  }

  async function setIntents(next: readonly IntentExamples[]): Promise<void> {
    await request((id) => ({ type: 'intents', id, intents: next }));
    intents = next;
  }

  const host: { -readonly [Key in keyof TextWorkerHost]: TextWorkerHost[Key] } = {
    ready: awaitReady(),
    read: (texts, language, listen) => request((id) => ({ type: 'read', id, texts, language, listen })),
    setIntents,
    end() {
      [alive, reads] = [false, false];
      kept.end();
      giveUp(new AttuneError('worker-failed', 'The text reader was closed.'));
      settle.reject(new AttuneError('model-missing', 'The text reader was closed before it was ready.'));
    },
  };
  kept.start();
  return host;
}
