import { detectLanguage, type Intent, type Language, readText, type Unit } from '../../../core/index.ts';
import type { SentenceEncoder } from '../encoder/embedding.ts';
import { fitIntents } from './fit-intents.ts';
import { intentGrams } from './intent-grams.ts';
import { TALK } from './talk-examples.ts';
import { STRICT } from './talk-intent.ts';

/** These are what the core's patterns say when they know nothing better. */
const UNSURE: readonly Intent[] = ['feeling', 'question', 'statement'];

/** What a message does, and how sure that is; a phrase of the core's patterns is sure. */
interface Talk {
  readonly intent: Intent;
  readonly intentConfidence: Unit;
}

/** Tells what messages do in a conversation: greet, thank, complain, ask, tell. */
export interface TalkReader {
  /** Any string will do. */
  read(text: string, language?: Language): Promise<Talk>;
}

/**
 * Learns the conversation's intents from examples that Attune brings along, in English and Chinese.
 *
 * Without embeddings the core's patterns go first, where they find one of their phrases: on the dev half of
 * tests/sets/intents-talk.csv, before examples were added after it, that was righter than either alone, and with
 * embeddings it was not. Corrections, refusals, and a bare yes or no are always told by the patterns, and so is a message near no
 * intent of whose words the examples have none.
 *
 * @param encoder for English by meaning; null for the light size
 */
export async function createTalkReader(encoder: SentenceEncoder | null): Promise<TalkReader> {
  const languages = Object.keys(TALK) as Language[];
  const readers = Object.fromEntries(await Promise.all(languages.map(async (language) => {
    const intents = Object.entries(TALK[language]).map(([name, examples]) => ({ name, examples }));
    return [language, await fitIntents(encoder, intents)] as const;
  })));

  const known = new Set(languages.flatMap((language) => Object.values(TALK[language]).flat().flatMap(wordsOf)));

  return {
    async read(text, language = detectLanguage(text)) {
      const pattern = readText(text, language).intent;
      const light = encoder === null || language !== 'en';
      if ((STRICT as readonly Intent[]).includes(pattern) || (light && !UNSURE.includes(pattern))) return { intent: pattern, intentConfidence: 1 };
      const [reading] = await readers[language]!([text]);
      const [first] = reading!.ranking;
      const heard = reading!.match !== null || wordsOf(text).some((word) => known.has(word));
      return first && heard ? { intent: first.name as Intent, intentConfidence: first.confidence } : { intent: pattern, intentConfidence: 0 };
    },
  };
}

/** Whole words, and single characters of Chinese. */
function wordsOf(text: string): string[] {
  return [...intentGrams(text).keys()].filter((gram) => gram.startsWith(' ') || /^\p{Script=Han}$/u.test(gram));
}
