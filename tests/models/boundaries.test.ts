import { BOUNDARIES } from 'attune';
import { expect, it } from 'vitest';
import { listenTo } from '../../models/boundaries/listen.ts';
import { measureBoundaries } from '../../models/boundaries/measure.ts';
import { readAuthorsLines, readSetLines } from '../../models/boundaries/read-lines.ts';
import { fnv1a } from '../../src/learn/splits.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

it('is taught no line that it is tested on', () => {
  const [taught, held] = [readAuthorsLines('training'), readAuthorsLines('held-out')];
  const tested = new Set([...held, ...readSetLines('test')].map(({ text }) => plain(text)));
  expect(taught.length).toBeGreaterThan(1000);
  expect(taught.filter(({ text }) => tested.has(plain(text)))).toEqual([]);
  expect([...taught.map(({ text }) => fnv1a(text) % 3 === 0), ...held.map(({ text }) => fnv1a(text) % 3 !== 0)]).not.toContain(true);
});

it('hears more than the rules on the dev half in either size, and takes few harmless lines for a boundary', async () => {
  const lines = readSetLines('dev');
  const heard = await listenTo(lines.map(({ text }) => text));
  const right = (ears: 'rules' | 'light' | 'full'): number => lines.filter(({ boundary }, i) => boundary !== null && heard[ears][i] === boundary).length;
  const wrong = (ears: 'rules' | 'light' | 'full'): number => lines.filter(({ boundary }, i) => boundary === null && heard[ears][i] !== null).length;
  for (const ears of ['light', 'full'] as const) {
    expect(right(ears)).toBeGreaterThanOrEqual(right('rules'));
    expect(wrong(ears)).toBeLessThanOrEqual(wrong('rules') + 2);
  }
}, 60_000);

it('is measured by what was heard of each boundary and what was taken for any', () => {
  const lines = [...BOUNDARIES, null, null, null, null].map((boundary) => ({ boundary }));
  const { perClass, falseAlarms } = measureBoundaries(lines, ['minor', 'therapist', 'hate', 'hate', null, null, null, 'minor', null]);
  expect(perClass).toMatchObject({ minor: { recall: 1, precision: 0.5 }, sexual: { recall: 0 }, hate: { recall: 1, precision: 0.5 }, override: { recall: 0, precision: 0 }, harmless: { recall: 0.75, precision: 0.75 } });
  expect(falseAlarms).toBe(0.25);
});
