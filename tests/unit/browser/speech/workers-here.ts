import { vi } from 'vitest';
import type { FromSpeechWorker, ToSpeechWorker } from '../../../../src/browser/speech/worker-messages.ts';

type Say = (request: never) => unknown;

/** Puts workers into this process, by name, that answer after 20 ms, and tells how many live. They die after so many sentences. */
export function stubWorkers(says: Readonly<Record<string, Say>>, dies = Number.POSITIVE_INFINITY): { readonly living: () => number } {
  let living = 0;
  class SpeechWorker extends EventTarget {
    readonly #say: Say;
    #said = 0;
    #alive = true;

    constructor(_: URL, { name }: { readonly name: string }) {
      super();
      const say = says[name];
      if (!say) throw new Error(`Expected a worker among ${Object.keys(says).join(', ')}, but "${name}" was started.`);
      this.#say = say;
      living += 1;
    }

    postMessage(message: ToSpeechWorker<unknown, never>): void {
      setTimeout(() => void this.#answer(message), 20);
    }

    terminate(): void {
      if (this.#alive) living -= 1;
      this.#alive = false;
    }

    async #answer(message: ToSpeechWorker<unknown, never>): Promise<void> {
      if (!this.#alive) return;
      if (message.kind === 'load') return this.#tell({ kind: 'ready' });
      if (this.#said >= dies) return void this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
      this.#said += 1;
      this.#tell({ kind: 'said', job: message.job, sentence: await this.#say(message.request) });
    }

    #tell(data: FromSpeechWorker<unknown>): void {
      this.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
  vi.stubGlobal('Worker', SpeechWorker);
  vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
  return { living: () => living };
}
