import type { Language, Unit } from 'attune';
import type { SessionTrace } from 'attune/record';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, ExportFormat, Question } from './session-worker.ts';

export type SessionState = 'empty' | 'reading' | 'shown' | 'failed';

export interface SessionView {
  readonly state: SessionState;
  /** Of the file; empty for a session that was made up. */
  readonly name: string;
  /** How much of it has been read. */
  readonly progress: Unit;
  readonly trace: SessionTrace | null;
  /** Why it can't be shown: the line that is wrong where one is, and the technical sentence. */
  readonly failure: { readonly line: number | null; readonly message: string } | null;
}

/** One recorded session: read and replayed in a worker, which also writes its exports. */
export interface Session {
  readonly view: StoreApi<SessionView>;
  open(file: File): Promise<void>;
  /** Makes a session up, of so many minutes. */
  sample(minutes: number, language: Language, seed?: number): Promise<void>;
  /** Writes the session in another format. Rejects when the worker fails. */
  export(format: ExportFormat): Promise<Blob>;
  /** Stops reading, or forgets what was read. */
  clear(): void;
}

const EMPTY: SessionView = { state: 'empty', name: '', progress: 0, trace: null, failure: null };

/** @param onShown is told of every session that has been read */
export function createSession(onShown: (trace: SessionTrace | null) => void): Session {
  const view = createStore<SessionView>(() => EMPTY);
  let worker: Worker | null = null;

  function end(): void {
    worker?.terminate();
    worker = null;
  }

  function read(name: string, question: Question): Promise<void> {
    end();
    view.setState({ ...EMPTY, state: 'reading', name }, true);
    onShown(null);
    const mine = new Worker(new URL('./session-worker.ts', import.meta.url), { type: 'module', name: 'attune-replay' });
    worker = mine;
    return new Promise((resolve) => {
      const fail = (message: string, line: number | null): void => {
        if (worker !== mine) return;
        end();
        view.setState({ state: 'failed', failure: { line, message } });
        resolve();
      };
      mine.addEventListener('error', ({ message }) => fail(message, null), { once: true });
      mine.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if (worker !== mine) return resolve();
        if (data.kind === 'progress') view.setState({ progress: data.share });
        else if (data.kind === 'failed') fail(data.message, data.line);
        else if (data.kind === 'traced') {
          view.setState({ state: 'shown', progress: 1, trace: data.trace });
          onShown(data.trace);
          resolve();
        }
      });
      mine.postMessage(question, []);
    });
  }

  return {
    view,
    open: (file) => read(file.name, { kind: 'open', file, assets: new URL('../attune/', location.href).href }),
    sample: (minutes, language, seed = 1) => read('', { kind: 'sample', seed, minutes, language }),
    export(format) {
      const mine = worker;
      if (!mine) return Promise.reject(new Error('Expected a session to export, but none is shown. Open one first.'));
      return new Promise((resolve, reject) => {
        mine.addEventListener('message', function answered({ data }: MessageEvent<Answer>) {
          if (data.kind !== 'exported' && data.kind !== 'failed') return;
          mine.removeEventListener('message', answered);
          if (data.kind === 'exported') resolve(data.blob);
          else reject(new Error(data.message));
        });
        mine.postMessage({ kind: 'export', format } satisfies Question, []);
      });
    },
    clear() {
      end();
      view.setState(EMPTY, true);
      onShown(null);
    },
  };
}
