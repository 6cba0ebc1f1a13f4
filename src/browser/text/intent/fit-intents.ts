import { detectLanguage, type Language, LANGUAGES, type Unit } from '../../../core/index.ts';
import { EMBEDDING, type SentenceEncoder } from '../encoder/embedding.ts';
import { type Discriminant, fitDiscriminant } from './discriminant.ts';
import { createIntentSpace, type IntentSpace } from './intent-space.ts';
import { TALK } from './talk-examples.ts';

/** What somebody may want, told by examples of how they say it. */
export interface IntentExamples {
  readonly name: string;
  /** At least two, in English or Chinese or both; ten that differ are good. */
  readonly examples: readonly string[];
}

/** An intent by its name, and how probably a message wants it, in [0, 1]. */
export interface IntentMatch {
  readonly name: string;
  readonly confidence: Unit;
}

/** What a message seems to want. */
export interface IntentReading {
  /** Null where it seems to want none of what examples were given for. */
  readonly match: IntentMatch | null;
  /** All intents with examples in the message's language, likeliest first; what their confidences lack to 1 is that of "none of them". */
  readonly ranking: readonly IntentMatch[];
  /**
   * How near the message lies to the likeliest intent: about 0 for a message like any other, about 1 for one like the
   * middle of the examples. It decides whether there is a match.
   */
  readonly nearness: number;
}

export type IntentReader = (texts: readonly string[]) => Promise<IntentReading[]>;

/** How near a message must lie to its intent, with the encoder and without; chosen on held-out messages of CLINC150 and Banking77. */
const NEAR = { full: 0.43, light: 0.23 };
/** How fast doubt sets in around {@link NEAR}; chosen as that was. */
const DOUBT = { full: 0.08, light: 0.06 };
/** How far the likelihoods of neighbouring intents are believed, as pieces and embeddings are far from independent. */
const TRUST = 0.1;
const NOTHING: IntentReading = { match: null, ranking: [], nearness: 0 };

interface Fitted {
  readonly space: IntentSpace;
  readonly discriminant: Discriminant;
  readonly names: readonly string[];
  readonly size: 'full' | 'light';
}

/**
 * Learns intents from examples, each language for itself: English from pieces of words and embeddings, Chinese from
 * its characters. A single intent is told from ordinary talk.
 *
 * @param encoder null for the light size, which needs no download
 * @throws {AttuneError} what the encoder throws
 */
export async function fitIntents(encoder: SentenceEncoder | null, intents: readonly IntentExamples[]): Promise<IntentReader> {
  const fitted = new Map<Language, Fitted>();
  for (const language of LANGUAGES) {
    const model = await fitLanguage(encoder, language, intents);
    if (model) fitted.set(language, model);
  }

  return async (texts) => {
    const languages = texts.map((text) => detectLanguage(text));
    const embedded = texts.filter((_, i) => fitted.get(languages[i]!)?.size === 'full');
    const embeddings = embedded.length > 0 && encoder ? await encoder.encode(embedded) : new Float32Array();
    let row = 0;
    return texts.map((text, i) => {
      const model = fitted.get(languages[i]!);
      if (!model) return NOTHING;
      const embedding = model.size === 'full' ? embeddings.subarray(row * EMBEDDING, (row += 1) * EMBEDDING) : null;
      return read(model, text, embedding);
    });
  };
}

async function fitLanguage(encoder: SentenceEncoder | null, language: Language, intents: readonly IntentExamples[]): Promise<Fitted | null> {
  const own = intents
    .map(({ name, examples }) => ({ name, examples: examples.filter((text) => detectLanguage(text) === language) }))
    .filter(({ examples }) => examples.length > 0);
  if (own.length === 0) return null;
  const groups = own.map(({ examples }) => examples);
  if (own.length === 1) groups.push(Object.values(TALK[language]).flat());
  const texts = groups.flat();
  const labels = groups.flatMap((examples, label) => examples.map(() => label));
  const size = encoder && language === 'en' ? 'full' : 'light';
  const embeddings = size === 'full' && encoder ? await encoder.encode(texts) : null;
  const space = createIntentSpace(texts, size === 'full');
  const vectors = texts.map((text, i) => space.place(text, embeddings && embeddings.subarray(i * EMBEDDING, (i + 1) * EMBEDDING)));
  return { space, discriminant: fitDiscriminant(vectors, labels, groups.length, space.dimensions), names: own.map(({ name }) => name), size };
}

function read({ space, discriminant, names, size }: Fitted, text: string, embedding: Float32Array | null): IntentReading {
  const { scores, nearness } = discriminant.judge(space.place(text, embedding));
  let best = 0;
  names.forEach((_, i) => (best = scores[i]! > scores[best]! ? i : best));
  // Beside ordinary talk the middle is half way to it; it is talk itself that shall be 0.
  const near = names.length === 1 ? (nearness[best]! + 1) / 2 : nearness[best]!;
  const known = 1 / (1 + Math.exp((NEAR[size] - near) / DOUBT[size]));
  const shares = names.map((_, i) => Math.exp(TRUST * (scores[i]! - scores[best]!)));
  const sum = shares.reduce((total, share) => total + share, 0);
  const ranking = names
    .map((name, i) => ({ name, confidence: (known * shares[i]!) / sum }))
    .toSorted((a, b) => b.confidence - a.confidence);
  return { match: near >= NEAR[size] ? ranking[0]! : null, ranking, nearness: near };
}
