import { type BrowserTextReader, createTextReader, type IntentExamples, type TextReaderOptions } from 'attune/browser';

/** Which model reads a file: the small one alone, or the best that there is for each text. */
export const FILE_SIZES = ['best', 'small'] as const;
export type FileSize = (typeof FILE_SIZES)[number];

/** The page's reader, and a small one of its own worker for files that shall be read quickly; both know the same intents. */
export interface Readers {
  readonly best: BrowserTextReader;
  /** A reader that is ready. @throws {AttuneError} when its model can't be had */
  ready(size: FileSize): Promise<BrowserTextReader>;
  setIntents(intents: readonly IntentExamples[]): Promise<void>;
  dispose(): Promise<void>;
}

export function createReaders(options: TextReaderOptions): Readers {
  const best = createTextReader({ ...options, listens: false });
  const small = createTextReader({ ...options, listens: false, full: false, onProgress: () => {} });
  const none: readonly IntentExamples[] = [];
  let [intents, known] = [none, none];
  return {
    best,
    async ready(size) {
      const reader = size === 'best' ? best : small;
      await reader.prepare();
      if (size === 'small' && known !== intents) {
        const next = intents;
        await small.setIntents(next);
        known = next;
      }
      return reader;
    },
    async setIntents(next) {
      await best.setIntents(next);
      intents = next;
    },
    async dispose() {
      [intents, known] = [none, none];
      await Promise.all([best.dispose(), small.dispose()]);
    },
  };
}
