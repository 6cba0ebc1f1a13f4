import type { DomainIntent, Intent, Language, Unit } from '../../../core/index.ts';
import type { SentenceEncoder } from '../encoder/embedding.ts';
import type { IntentExamples, IntentReading } from './fit-intents.ts';
import { createIntentClassifier, type IntentClassifier } from './intent-classifier.ts';
import { createTalkReader, type TalkReader } from './talk-reader.ts';

/** What a message wants: what it does in a conversation, and which of the host's own intents it has. */
export interface Wishes {
  readonly intent: Intent;
  /** How sure that is. */
  readonly intentConfidence: Unit;
  readonly domain: DomainIntent | null;
  /** How far each of them is wanted. */
  readonly own: IntentReading;
}

/** Reads what messages want, light at first and by meaning once it has an encoder. */
export interface WishReader {
  read(text: string, language?: Language): Promise<Wishes>;
  /** Learns the host's own intents, in place of those before. @throws {AttuneError} `bad-input`; then those before stay */
  setIntents(intents: readonly IntentExamples[]): Promise<void>;
  /** Learns all anew with an encoder; until that is done, messages are read as before. */
  useEncoder(encoder: SentenceEncoder): Promise<void>;
}

/** Learns the conversation's intents in its light size. */
export async function createWishReader(): Promise<WishReader> {
  let encoder: SentenceEncoder | null = null;
  let intents: readonly IntentExamples[] = [];
  let talk: TalkReader = await createTalkReader(null);
  let own: IntentClassifier = await createIntentClassifier(null);
  // Changes that overlap are made one after the other.
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn(change: () => Promise<void>): Promise<void> {
    const changed = turn.then(change);
    turn = changed.catch(() => {});
    return changed;
  }

  return {
    async read(text, language) {
      const [wanted, reading] = await Promise.all([talk.read(text, language), own.classify(text)]);
      return { ...wanted, domain: reading.match, own: reading };
    },
    setIntents: (next) => inTurn(async () => {
      own = await createIntentClassifier(encoder, next);
      intents = next;
    }),
    useEncoder: (next) => inTurn(async () => {
      [talk, own] = await Promise.all([createTalkReader(next), createIntentClassifier(next, intents)]);
      encoder = next;
    }),
  };
}
