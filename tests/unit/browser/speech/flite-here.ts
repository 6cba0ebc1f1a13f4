import { vi } from 'vitest';
import type { FromSpeechWorker, ToSpeechWorker } from '../../../../src/browser/speech/worker-messages.ts';
import type { FlitePhone } from '../../../../src/browser/speech/phones.ts';
import type { SentenceRequest } from '../../../../src/browser/speech/say-sentence.ts';
import type { SpokenSentence } from '../../../../src/browser/speech/shape-sentence.ts';

/** Puts workers into this process that say every sentence in 20 ms, as so many vowels, and tells how many live. `dies` after so many sentences. */
export function stubFliteWorkers(dies = Number.POSITIVE_INFINITY): { readonly living: () => number } {
  let living = 0;
  class FliteWorker extends EventTarget {
    #said = 0;
    #alive = true;

    constructor() {
      super();
      living += 1;
    }

    postMessage(message: ToSpeechWorker<unknown, SentenceRequest>): void {
      setTimeout(() => {
        if (!this.#alive) return;
        if (message.kind === 'load') return this.#tell({ kind: 'ready' });
        if (this.#said >= dies) return void this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
        this.#said += 1;
        this.#tell({ kind: 'said', job: message.job, sentence: sentenceOf(message.request) });
      }, 20);
    }

    terminate(): void {
      if (this.#alive) living -= 1;
      this.#alive = false;
    }

    #tell(data: FromSpeechWorker<SpokenSentence>): void {
      this.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
  vi.stubGlobal('Worker', FliteWorker);
  vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
  return { living: () => living };
}

function sentenceOf({ text, sampleRate, lead, tail }: SentenceRequest): SpokenSentence {
  const length = text.length / 15;
  const total = lead + length + tail;
  const phones: { phone: FlitePhone; start: number; end: number }[] = [
    { phone: 'pau', start: 0, end: lead }, { phone: 'aa', start: lead, end: lead + length }, { phone: 'pau', start: lead + length, end: total },
  ];
  return { samples: new Float32Array(Math.round(total * sampleRate)), phones, loudness: new Float32Array(Math.ceil(total * 100)).fill(1) };
}
