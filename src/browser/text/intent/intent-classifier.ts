import { AttuneError } from '../../../core/index.ts';
import type { SentenceEncoder } from '../encoder/embedding.ts';
import { fitIntents, type IntentExamples, type IntentReader, type IntentReading } from './fit-intents.ts';
import { intentGrams } from './intent-grams.ts';

/** As many examples as are learnt in about a second or two; scatter is measured on a thousand of them. */
export const MAX_INTENT_EXAMPLES = 2000;
const MIN_EXAMPLES = 2;

/** Tells which of a host's own intents a message has, learnt from examples while the program runs. */
export interface IntentClassifier {
  /** The names of all intents, in the order in which they were added. */
  readonly names: readonly string[];
  /**
   * Adds intents and learns anew; until that is done, messages are read as before.
   *
   * @throws {AttuneError} `bad-input` for fewer than two examples, a blank or doubled name, a blank example, or
   * more than {@link MAX_INTENT_EXAMPLES} examples in all; then nothing has changed
   */
  add(...intents: readonly IntentExamples[]): Promise<void>;
  /** Forgets an intent. @throws {AttuneError} `bad-input` where there is none of this name */
  remove(name: string): Promise<void>;
  /** Reads one message; any string will do. Of a long one the beginning counts. */
  classify(text: string): Promise<IntentReading>;
}

/**
 * Learns intents from a few examples each; ten that differ are good. Nothing is trained beforehand and nothing is
 * downloaded but the encoder.
 *
 * @param encoder for English by meaning; null for the light size, by pieces of words. Chinese is always read by its characters
 * @throws {AttuneError} as `add` does
 */
export async function createIntentClassifier(encoder: SentenceEncoder | null, intents: readonly IntentExamples[] = []): Promise<IntentClassifier> {
  let known: readonly IntentExamples[] = [];
  let reader: IntentReader = await fitIntents(null, []);
  // Changes that overlap are made one after the other.
  let turn: Promise<unknown> = Promise.resolve();

  function change(next: () => readonly IntentExamples[]): Promise<void> {
    const changed = turn.then(async () => {
      const wanted = next();
      check(wanted);
      reader = await fitIntents(encoder, wanted);
      known = wanted;
    });
    turn = changed.catch(() => {});
    return changed;
  }

  const classifier: IntentClassifier = {
    get names() {
      return known.map(({ name }) => name);
    },
    add: (...added) => change(() => [...known, ...added.map(({ name, examples }) => ({ name, examples: [...examples] }))]),
    remove: (name) => change(() => {
      if (!known.some((intent) => intent.name === name)) throw wrong(`Expected an intent to remove, but there is none called "${name}"; there is ${known.map((intent) => `"${intent.name}"`).join(', ') || 'none at all'}.`);
      return known.filter((intent) => intent.name !== name);
    }),
    async classify(text) {
      const [reading] = await reader([text]);
      return reading!;
    },
  };
  await classifier.add(...intents);
  return classifier;
}

const wrong = (message: string): AttuneError => new AttuneError('bad-input', message);

function check(intents: readonly IntentExamples[]): void {
  const names = new Set<string>();
  for (const { name, examples } of intents) {
    if (typeof name !== 'string' || name.trim() === '') throw wrong('Expected each intent to have a name, but one has none. Give it a name such as "order-pizza".');
    if (names.has(name)) throw wrong(`Expected intents of different names, but two are called "${name}". Put their examples into one.`);
    names.add(name);
    const blank = examples.find((text) => typeof text !== 'string' || intentGrams(text).size === 0);
    if (blank !== undefined) throw wrong(`Expected examples of words, but one of "${name}" is ${JSON.stringify(blank)}. Leave it out, or write what somebody would say.`);
    const different = new Set(examples).size;
    if (different < MIN_EXAMPLES) throw wrong(`Expected at least ${MIN_EXAMPLES} different examples of "${name}", but got ${different}. Add more ways to say it; ten are good.`);
  }
  const count = intents.reduce((sum, { examples }) => sum + examples.length, 0);
  if (count > MAX_INTENT_EXAMPLES) throw wrong(`Expected at most ${MAX_INTENT_EXAMPLES} examples in all, but got ${count}. Keep those that differ most.`);
}
