import MiniSearch from 'minisearch';
import type { Unit } from '../../../core/index.ts';
import { EMBEDDING } from '../encoder/embedding.ts';
import { wordGrams } from '../intent/intent-grams.ts';
import { createIntentSpace } from '../intent/intent-space.ts';
import { type Sparse, sparseDot } from '../intent/sparse.ts';
import type { DeskPart } from './desk-file.ts';

/** Which answer a message wants. */
export interface DeskReading {
  /** Null where it is near no question that is known. */
  readonly match: { readonly name: string; readonly confidence: Unit } | null;
  /** Answers that near questions speak for, the likeliest first; confidences add up to at most 1. */
  readonly ranking: readonly { readonly name: string; readonly confidence: Unit }[];
  /** Whether the next may as well be meant. */
  readonly close: boolean;
  /** The cosine to the nearest known question. */
  readonly nearness: number;
}

/** Reads one language of a desk. */
export interface PartReader {
  readonly size: DeskPart['size'];
  /** @param except the index of a known question that is left out, to ask what the desk would say without it */
  read(text: string, embedding: Float32Array | null, except?: number): DeskReading;
}

/** How much words count beside meaning; this and all below was chosen on held-out training questions of Banking77. */
const WORDS = 0.2;
/** By so much nearer a question counts e times as much. */
const SHARP = { full: 0.03, light: 0.08 };
/** Neighbours by words that are looked at. */
const FOUND = 100;
/** So much of the first one's share makes the second one close. */
const CLOSE = 0.33;

/**
 * Retrieval: the known questions that are nearest by meaning and by words vote for their answers, the nearer the more.
 *
 * @param embeddings rows of unit length for each question, or null in the light size
 */
export function createPartReader({ size, answers, questions, near }: DeskPart, embeddings: Float32Array | null): PartReader {
  const space = createIntentSpace(questions.map(({ text }) => text), false);
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: wordGrams, processTerm: (term) => term });
  index.addAll(questions.map(({ text }, id) => ({ id, text })));
  const placed: (Sparse | undefined)[] = [];
  const row = new Float32Array(space.dimensions);

  /** Cosines of words to those known questions that share some. */
  function wordsNear(text: string): Map<number, number> {
    const own = space.place(text, null);
    own.indices.forEach((gram, i) => (row[gram] = own.values[i]!));
    const found = index.search(text).slice(0, FOUND).map(({ id }): [number, number] => {
      const at = id as number;
      return [at, sparseDot((placed[at] ??= space.place(questions[at]!.text, null)), row)];
    });
    for (const gram of own.indices) row[gram] = 0;
    return new Map(found);
  }

  return {
    size,
    read(text, embedding, except = -1) {
      const words = wordsNear(text);
      const votes = new Float64Array(answers.length);
      let nearness = 0;
      const vote = (at: number, meaning: number, word: number): void => {
        if (at === except) return;
        nearness = Math.max(nearness, embeddings ? meaning : word);
        votes[questions[at]!.answer]! += Math.exp(((embeddings ? meaning + WORDS * word : word) - 1) / SHARP[size]);
      };
      if (embeddings && embedding) {
        for (let at = 0, from = 0; at < questions.length; at += 1, from += EMBEDDING) {
          let meaning = 0;
          for (let i = 0; i < EMBEDDING; i += 1) meaning += embedding[i]! * embeddings[from + i]!;
          vote(at, meaning, words.get(at) ?? 0);
        }
      } else for (const [at, word] of words) vote(at, 0, word);
      const all = votes.reduce((sum, each) => sum + each, 0);
      const ranking = [...votes.keys()].filter((answer) => votes[answer]! > 0).toSorted((a, b) => votes[b]! - votes[a]!)
        .map((answer) => ({ name: answers[answer]!.name, confidence: votes[answer]! / all }));
      const [first, second] = ranking;
      return { match: first && nearness >= near ? first : null, ranking, nearness, close: first !== undefined && second !== undefined && second.confidence >= CLOSE * first.confidence };
    },
  };
}
