import type { HeardDanger, Language } from '../../../core/index.ts';
import type { Net } from '../../nets/net-file.ts';
import type { SentenceEncoder } from '../encoder/embedding.ts';
import { createDangerHead } from './danger-head.ts';

/** Listens for danger in messages. */
export interface DangerReader {
  listen(text: string, language: Language): Promise<HeardDanger>;
  /** From now on English is also heard by what it means. */
  useEncoder(encoder: SentenceEncoder): void;
}

/** @throws {AttuneError} `asset-wrong` when the net is not models/safety's */
export function createDangerReader(net: Net): DangerReader {
  const head = createDangerHead(net);
  let encoder: SentenceEncoder | null = null;
  return {
    async listen(text, language) {
      const embedding = encoder && language === 'en' ? await encoder.encode([text]) : null;
      return head.read(text, language, embedding).heard;
    },
    useEncoder(next) {
      encoder = next;
    },
  };
}
