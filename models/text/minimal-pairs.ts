import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { TextAnalysis } from '../../src/browser/text/text-analysis.ts';
import { type Emotion, EMOTIONS, type Language, likeliest } from '../../src/index.ts';
import { fnv1a } from '../../src/learn/splits.ts';
import { ROOT } from '../../scripts/run.ts';

/** Two messages that differ in little, and what must hold between them: tests/sets/README.md has the grammar. */
export interface MinimalPair {
  readonly id: string;
  readonly language: Language;
  readonly phenomenon: string;
  readonly a: string;
  readonly b: string;
  readonly check: string;
}

/** From this valence on a message is clearly pleasant, or unpleasant. */
const CLEAR = 0.05;
/** Both of two mixed feelings are among so many likeliest ones. */
const LIKELIEST = 3;

/** The half on which the rules were made, or the one on which they are tested. */
export function readPairs(half: 'dev' | 'test'): MinimalPair[] {
  const rows: MinimalPair[] = parse(readFileSync(join(ROOT, 'tests/sets/minimal-pairs.csv')), { columns: true });
  return rows.filter(({ a }) => fnv1a(a) % 2 === (half === 'dev' ? 0 : 1));
}

/** The terms of a pair's check that do not hold. */
export function broken({ check }: MinimalPair, a: TextAnalysis, b: TextAnalysis): string[] {
  return check.split(';').map((term) => term.trim()).filter((term) => !holds(term, { a, b }));
}

function holds(term: string, of: Readonly<Record<string, TextAnalysis>>): boolean {
  const [, order, way] = /^(valence|arousal) a([<>])b$/.exec(term) ?? [];
  if (order === 'valence' || order === 'arousal') return compare(of['a']![order].mean, way!, of['b']![order].mean);
  const [, signed, sign] = /^valence ([ab])([<>])0$/.exec(term) ?? [];
  if (signed) return compare(of[signed]!.valence.mean, sign!, sign === '>' ? CLEAR : -CLEAR);
  const [, which, is, emotion] = /^emotion ([ab])(!?=)(\w+)$/.exec(term) ?? [];
  if (which) return (likeliest(of[which]!.emotions) === emotion) === (is === '=');
  const [, more, than] = /^more (\w+) a([<>])b$/.exec(term) ?? [];
  if (more) return compare(of['a']!.emotions[more as Emotion], than!, of['b']!.emotions[more as Emotion]);
  const [, mixed, one, other] = /^both ([ab])=(\w+)\+(\w+)$/.exec(term) ?? [];
  if (!mixed) throw new Error(`Expected a check as tests/sets/README.md has them, but got "${term}".`);
  const { emotions } = of[mixed]!;
  const top: readonly string[] = [...EMOTIONS].sort((x, y) => emotions[y] - emotions[x]).slice(0, LIKELIEST);
  return top.includes(one!) && top.includes(other!);
}

function compare(left: number, way: string, right: number): boolean {
  return way === '<' ? left < right : left > right;
}
