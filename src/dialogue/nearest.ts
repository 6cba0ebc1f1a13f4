import type { Unit } from '../core/index.ts';
import type { LanguageKit } from './language/language-kit.ts';

/** The example that is most like a message, and how alike they are; null where there is none. */
export type Nearest = (message: string) => Promise<{ readonly index: number; readonly likeness: Unit } | null>;

/**
 * Turns texts into points such that texts that mean alike lie near each other: equally many numbers for each text, row after
 * row, as `SentenceEncoder.encode` of attune/browser gives them.
 */
export type Embed = (texts: readonly string[]) => Promise<Float32Array>;

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (let at = 0; at < a.length; at += 1) {
    dot += a[at]! * b[at]!;
    lengthA += a[at]! ** 2;
    lengthB += b[at]! ** 2;
  }
  return dot / (Math.sqrt(lengthA * lengthB) || 1);
}

/** Compares by meaning, as far as the host's encoder knows it. Examples are encoded once, when the first message comes. */
export function nearestByMeaning(examples: readonly string[], embed: Embed): Nearest {
  let encoded: Promise<Float32Array> | null = null;
  return async (message) => {
    encoded ??= embed(examples);
    const [points, point] = await Promise.all([encoded, embed([message])]);
    return best(examples.map((_, at) => cosine(points.subarray(at * point.length, (at + 1) * point.length), point)));
  };
}

/** Compares by the words and pieces of words in common, weighted by how rare they are (tf-idf). */
export function nearestByWords(examples: readonly string[], { features }: LanguageKit): Nearest {
  const seenIn = new Map<string, number>();
  const bags = examples.map((text) => bagOf(features(text)));
  for (const bag of bags) for (const feature of bag.keys()) seenIn.set(feature, (seenIn.get(feature) ?? 0) + 1);
  const weigh = (bag: ReadonlyMap<string, number>): Map<string, number> =>
    new Map([...bag].map(([feature, count]) => [feature, (1 + Math.log(count)) * (1 + Math.log((1 + examples.length) / (1 + (seenIn.get(feature) ?? 0))))]));
  const weighed = bags.map(weigh);
  return async (message) => {
    const asked = weigh(bagOf(features(message)));
    return best(weighed.map((each) => cosineOfBags(each, asked)));
  };
}

function bagOf(features: readonly string[]): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (const feature of features) bag.set(feature, (bag.get(feature) ?? 0) + 1);
  return bag;
}

const lengthOf = (bag: ReadonlyMap<string, number>): number => Math.sqrt([...bag.values()].reduce((sum, weight) => sum + weight ** 2, 0));

function cosineOfBags(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [feature, weight] of b) dot += weight * (a.get(feature) ?? 0);
  return dot / (lengthOf(a) * lengthOf(b) || 1);
}

function best(likenesses: readonly number[]): { index: number; likeness: Unit } | null {
  if (likenesses.length === 0) return null;
  const likeness = Math.max(...likenesses);
  return { index: likenesses.indexOf(likeness), likeness };
}
