import type { Language } from '../../core/index.ts';
import type { SentenceEncoder } from './encoder/embedding.ts';
import type { Glosser } from './encoder/glosses.ts';

/** Tells something of a message from its words and, where there is one, its embedding. */
interface Head<Heard> {
  read(text: string, language: Language, embedding: Float32Array | null): { readonly heard: Heard };
}

/** Listens in messages for what its head tells. */
export interface Listener<Heard> {
  listen(text: string, language: Language): Promise<Heard>;
  /** From now on messages are also heard by what they mean, Chinese by what its glosses mean. */
  useEncoder(encoder: SentenceEncoder, gloss: Glosser): void;
}

export function createListener<Heard>(head: Head<Heard>): Listener<Heard> {
  let meaningOf: ((text: string, language: Language) => Promise<Float32Array>) | null = null;
  return {
    async listen(text, language) {
      return head.read(text, language, meaningOf && await meaningOf(text, language)).heard;
    },
    useEncoder(encoder, gloss) {
      meaningOf = (text, language) => encoder.encode([language === 'zh' ? gloss(text) : text]);
    },
  };
}
