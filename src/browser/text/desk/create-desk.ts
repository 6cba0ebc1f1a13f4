import { AttuneError, detectLanguage, type Language, LANGUAGES } from '../../../core/index.ts';
import { EMBEDDING, type SentenceEncoder } from '../encoder/embedding.ts';
import { parseDesk, unpackEmbeddings } from './desk-file.ts';
import { createPartReader, type DeskReading, type PartReader } from './part-reader.ts';

/** A help desk that was learnt from a history. */
export interface Desk {
  /** Its answers in a language, the most asked first. */
  answers(language: Language): readonly { readonly name: string; readonly title: string; readonly says: string; /** How many questions led to it. */ readonly asked: number }[];
  /** Tells which answer a message wants. Any string will do; in a language without history it wants none. */
  read(message: string): Promise<DeskReading>;
}

const NOTHING: DeskReading = { match: null, ranking: [], close: false, nearness: 0 };

/**
 * Opens a desk that `attune ingest` wrote. Its `read` is what `createScenario` of `attune/scenario` reads messages with.
 *
 * @param data what is in desk.json
 * @param embeddings what is in desk.bin
 * @param encoder reads the meaning of English; needed where the history was read by meaning
 * @throws {AttuneError} `bad-input` when either is wrong, or the encoder is needed and missing
 */
export function createDesk(data: unknown, embeddings: Int8Array, encoder: SentenceEncoder | null): Desk {
  const file = parseDesk(data, embeddings);
  let from = 0;
  const readers = new Map<Language, PartReader>();
  for (const language of LANGUAGES) {
    const part = file.parts[language];
    if (!part) continue;
    if (part.size === 'full' && !encoder) throw new AttuneError('bad-input', 'Expected a sentence encoder for this desk, which was learnt by meaning, but got none. Give it one, or ingest the history with --size light.');
    const rows = part.size === 'full' ? unpackEmbeddings(embeddings.subarray(from, (from += part.questions.length * EMBEDDING))) : null;
    readers.set(language, createPartReader(part, rows));
  }
  return {
    answers: (language) => file.parts[language]?.answers ?? [],
    async read(message) {
      const reader = readers.get(detectLanguage(message));
      if (!reader || message.trim() === '') return NOTHING;
      return reader.read(message, reader.size === 'full' && encoder ? await encoder.encode([message]) : null);
    },
  };
}
