import type { Language } from '../../core/index.ts';
import type { MessageInEnglish, PieceEncoder } from './encoder/embedding.ts';
import type { Glosser } from './encoder/glosses.ts';

/** Tells something of a message from its words and, where it is known, from what they mean. */
interface Head<Heard> {
  read(text: string, language: Language, meaning: MessageInEnglish | null): { readonly heard: Heard };
}

/** Listens in messages for what its head tells. */
export interface Listener<Heard> {
  listen(text: string, language: Language): Promise<Heard>;
  /** From now on messages are also heard by what they mean, Chinese by what its glosses mean. */
  useEncoder(encoder: PieceEncoder, gloss: Glosser): void;
}

export function createListener<Heard>(head: Head<Heard>): Listener<Heard> {
  let meaningOf: ((text: string, language: Language) => Promise<MessageInEnglish>) | null = null;
  return {
    async listen(text, language) {
      return head.read(text, language, meaningOf && await meaningOf(text, language)).heard;
    },
    useEncoder(encoder, gloss) {
      meaningOf = async (text, language) => {
        const english = language === 'zh' ? gloss(text) : text;
        return { english, ...(await encoder.read([english]))[0]! };
      };
    },
  };
}
