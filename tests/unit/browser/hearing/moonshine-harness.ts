import { vi } from 'vitest';
import { createMoonshineRecognizer } from '../../../../src/browser/hearing/moonshine-recognizer.ts';
import { type HearingCommand, type HearingReply, MOONSHINE } from '../../../../src/browser/hearing/hearing-protocol.ts';
import { createTranscriber, type Transcriber } from '../../../../src/browser/hearing/transcriber.ts';
import type { Harness } from './recognizer-contract.ts';

/** A worker that lives on this thread, with the real transcriber and a model that writes a word for each second. */
export class WorkerHere {
  static all: WorkerHere[] = [];
  static refuses: string | null = null;
  private readonly listeners = new Map<string, (event: never) => void>();
  private transcriber: Transcriber | null = null;
  private ended = false;

  constructor() {
    WorkerHere.all.push(this);
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    this.listeners.set(type, listener);
  }

  postMessage(message: HearingCommand): void {
    const command = structuredClone(message);
    queueMicrotask(() => {
      if (this.ended) return;
      if (command.type === 'load') this.load();
      else if (command.type === 'begin') this.transcriber?.begin(command.speech);
      else if (command.type === 'push') this.transcriber?.push(command.samples);
      else if (command.type === 'end') this.transcriber?.end(command.silence);
      else this.transcriber?.cancel();
    });
  }

  crash(): void {
    this.listeners.get('error')?.({ message: 'out of memory', preventDefault: () => undefined } as never);
  }

  terminate(): void {
    this.ended = true;
  }

  private load(): void {
    if (WorkerHere.refuses !== null) return this.tell({ type: 'problem', code: 'asset-missing', message: WorkerHere.refuses });
    this.transcriber = createTranscriber({
      ...MOONSHINE, partials: true, failed: () => undefined, now: () => 0,
      words: (words) => this.tell({ type: 'words', words }),
      transcribe: async (samples) => ({ text: 'word '.repeat(Math.round(samples.length / 16_000)).trim(), confidence: 0.8 }),
    });
    this.tell({ type: 'progress', share: 1 });
    this.tell({ type: 'ready' });
  }

  private tell(reply: HearingReply): void {
    if (!this.ended) this.listeners.get('message')?.({ data: structuredClone(reply) } as never);
  }
}

export const turns = async (): Promise<void> => {
  for (let i = 0; i < 200; i += 1) await Promise.resolve();
};

export function moonshineHarness(): Harness {
  WorkerHere.all = [];
  WorkerHere.refuses = null;
  vi.stubGlobal('Worker', WorkerHere);
  vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
  return { recognizer: createMoonshineRecognizer(), settle: turns };
}
