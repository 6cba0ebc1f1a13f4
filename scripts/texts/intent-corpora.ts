import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { IntentExamples } from '../../src/browser/text/intent/fit-intents.ts';
import type { Language } from '../../src/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { fnv1a } from '../../src/learn/splits.ts';
import { dataFolder } from '../data-folder.ts';
import { ROOT } from '../run.ts';

/** A message and what its corpus says that it wants. */
export interface Wish {
  readonly text: string;
  readonly intent: string;
}

/** Questions to a bank, 77 intents (Casanueva et al. 2020). */
export function readBanking(part: 'train' | 'test'): Wish[] {
  return table(dataFolder('banking77', `${part}.csv`)).map(({ text = '', category = '' }) => ({ text, intent: category }));
}

/** Commands to an assistant, 150 intents, and messages that have none of them (Larson et al. 2019). */
export function readClinc(part: 'train' | 'val' | 'test'): { readonly inScope: Wish[]; readonly outOfScope: string[] } {
  const all = JSON.parse(read(dataFolder('clinc150', 'data_full.json'))) as Readonly<Record<string, readonly (readonly [string, string])[]>>;
  return { inScope: all[part]!.map(([text, intent]) => ({ text, intent })), outOfScope: all[`oos_${part}`]!.map(([text]) => text) };
}

/** Half of one of the repo's own sets: which half a row is in follows from its text, as tests/sets/README.md says. */
export type Half = 'dev' | 'test';

export function readOwnSet(file: string, half: Half): (Wish & { readonly language: Language })[] {
  return table(join(ROOT, 'tests/sets', file))
    .map(({ text = '', intent = '', language = 'zh' }) => ({ text, intent, language: language as Language }))
    .filter(({ text }) => fnv1a(text) % 2 === (half === 'dev' ? 0 : 1));
}

/** The Chinese examples that come with the project, for twenty requests. */
export function readRequests(): IntentExamples[] {
  return JSON.parse(readFileSync(join(ROOT, 'models/intent/requests-zh.json'), 'utf8')) as IntentExamples[];
}

/** The names of the intents, in the order in which they come. */
export function intentsOf(wishes: readonly Wish[]): string[] {
  return [...new Set(wishes.map(({ intent }) => intent))];
}

/** So many examples of each intent, drawn with a seed; all where there are no more. */
export function drawExamples(wishes: readonly Wish[], each: number, seed: number): { name: string; examples: string[] }[] {
  const random = createRandom(seed);
  return intentsOf(wishes).map((name) => {
    const texts = wishes.filter(({ intent }) => intent === name).map(({ text }) => text);
    const order = random.shuffle(Int32Array.from(texts.keys()));
    return { name, examples: [...order.subarray(0, each)].map((i) => texts[i]!) };
  });
}

function table(path: string): Record<string, string>[] {
  return parse(read(path), { columns: true, bom: true, skip_empty_lines: true });
}

function read(path: string): string {
  if (!existsSync(path)) throw new Error(`Expected a set of messages at ${path}, but it is not there. Set ATTUNE_DATA to the folder of public data; its README says where the originals can be had.`);
  return readFileSync(path, 'utf8');
}
