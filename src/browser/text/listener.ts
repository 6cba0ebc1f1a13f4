import type { Language } from '../../core/index.ts';
import type { SentenceEncoder } from './encoder/embedding.ts';

/** Tells something of a message from its words and, where there is one, its embedding. */
interface Head<Heard> {
  read(text: string, language: Language, embedding: Float32Array | null): { readonly heard: Heard };
}

/** Listens in messages for what its head tells. */
export interface Listener<Heard> {
  listen(text: string, language: Language): Promise<Heard>;
  /** From now on English is also heard by what it means. */
  useEncoder(encoder: SentenceEncoder): void;
}

export function createListener<Heard>(head: Head<Heard>): Listener<Heard> {
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
