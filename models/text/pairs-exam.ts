import type { Exam, TextReader } from './exams.ts';
import { broken, readPairs } from './minimal-pairs.ts';

/** The minimal pairs of both halves; what does not hold is told of the dev half only, so that nobody makes rules for the other. */
export async function pairsExam({ model, read, size }: TextReader): Promise<Exam> {
  const halves = { dev: await half('dev'), test: await half('test') };
  const all = [...halves.dev, ...halves.test];
  const right = (some: readonly Told[]): number => some.filter(({ failures }) => failures.length === 0).length / some.length;
  const phenomena = [...new Set(all.map(({ language, phenomenon }) => `${phenomenon}, ${language}`))].sort();
  for (const [name, some] of Object.entries(halves)) {
    const failed = some.filter(({ failures }) => failures.length > 0);
    console.error(`Minimal pairs, ${name}, ${size}: ${some.length - failed.length} of ${some.length} hold. ${failed.length > 0 && name === 'dev' ? `Not: ${failed.map(({ id, failures }) => `${id} (${failures.join('; ')})`).join(', ')}` : ''}`);
  }
  return {
    evaluation: {
      model, data: 'minimal pairs', n: all.length, split: 'rules were made on the dev half (even hash of a); the test half was only scored',
      metrics: {
        accuracy: right(all), dev: right(halves.dev), test: right(halves.test),
        phenomena: Object.fromEntries(phenomena.map((name) => {
          const some = (list: readonly Told[]): readonly Told[] => list.filter(({ language, phenomenon }) => `${phenomenon}, ${language}` === name);
          return [name, { right: right(some(all)), pairs: some(all).length }];
        })),
      },
    },
  };

  async function half(name: 'dev' | 'test'): Promise<Told[]> {
    const pairs = readPairs(name);
    const analyses = await read(pairs.flatMap(({ a, b, language }) => [{ text: a, language }, { text: b, language }]));
    return pairs.map((pair, i): Told => ({ id: pair.id, language: pair.language, phenomenon: pair.phenomenon, failures: broken(pair, analyses[2 * i]!, analyses[2 * i + 1]!) }));
  }
}

interface Told {
  readonly id: string;
  readonly language: string;
  readonly phenomenon: string;
  readonly failures: readonly string[];
}
