import type { HeardWords, Language, RecognizerListener, Speech } from '../../core/index.ts';

/** Which speeches a recogniser still owes an answer, so that each gets exactly one, whatever happens. */
export interface Unanswered {
  /** The speech under way, and those that ended, in order. */
  /** @param heard whether there is anything that can answer it */
  begin(speech: Speech, heard: boolean): void;
  end(): void;
  /** Passes words on if they are still wanted. */
  answer(words: HeardWords): void;
  /** The words of what ended will not come; what is under way will end without words. */
  giveUp(): void;
  cancel(): void;
}

export function createUnanswered(source: string, language: Language, listener: Pick<RecognizerListener, 'words'>): Unanswered {
  let current: Speech | null = null;
  let lost = false;
  let ended: readonly Speech[] = [];

  const tellNothing = ({ id, at }: Speech): void => listener.words({ id, at, text: '', stable: 0, final: true, confidence: 0, language, source });

  return {
    begin(speech, heard) {
      current = speech;
      lost = !heard;
    },
    end() {
      if (!current) return;
      if (lost) tellNothing(current);
      else ended = [...ended, current];
      current = null;
    },
    answer(words) {
      const wanted = ended.some(({ id }) => id === words.id);
      if (words.final ? !wanted : !wanted && current?.id !== words.id) return;
      if (words.final) ended = ended.filter(({ id }) => id !== words.id);
      listener.words(words);
    },
    giveUp() {
      const owed = ended;
      ended = [];
      lost = true;
      owed.forEach(tellNothing);
    },
    cancel() {
      current = null;
      ended = [];
    },
  };
}
