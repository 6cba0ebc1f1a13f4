import type { BrowserTextReader, ReadText } from 'attune/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLines, MOST_LINES, textsOf } from '../../../../scenes/text/lines/lines.ts';
import { createProblems } from '../../../../scenes/shared/problems.ts';
import { readingOf } from './reading-of.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Reads when it is told to; only what the lines need. */
function slowReader() {
  const asked: string[][] = [];
  const steps: (() => void)[] = [];
  const reader = {
    analyseAll: (texts: readonly string[], { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, newest: readonly ReadText[]) => void }) => {
      asked.push([...texts]);
      return new Promise((resolve, reject) => steps.push(() => {
        if (signal.aborted) return reject(signal.reason);
        const read = texts.map(() => readingOf());
        onProgress(read.length, read);
        resolve(read);
      }));
    },
  } as unknown as BrowserTextReader;
  return { reader, asked, answer: async () => {
    steps.shift()?.();
    await vi.runAllTimersAsync();
  } };
}

it('takes each line for a text, whatever ends it', () => {
  expect(textsOf(' a \r\nb\rc\n\n\u2028d')).toEqual(['a', 'b', 'c', 'd']);
});

it('reads again only what has changed', async () => {
  const { reader, asked, answer } = slowReader();
  const lines = createLines(reader, createProblems());
  lines.write('one\ntwo\none');
  await vi.runAllTimersAsync();
  expect(lines.view.getState().busy).toBe(true);
  await answer();
  lines.write('one\nthree');
  await vi.runAllTimersAsync();
  expect(asked).toEqual([['one', 'two'], ['three']]);
  expect(lines.view.getState().lines.map(({ text, read }) => [text, read !== null])).toEqual([['one', true], ['three', false]]);
  await answer();
  expect(lines.view.getState().busy).toBe(false);
  lines.refresh();
  await vi.runAllTimersAsync();
  expect(asked.at(-1)).toEqual(['one', 'three']);
});

it('forgets an answer that came too late', async () => {
  const { reader, answer } = slowReader();
  const lines = createLines(reader, createProblems());
  lines.write('old');
  await vi.runAllTimersAsync();
  lines.write('');
  await vi.runAllTimersAsync();
  await answer();
  expect(lines.view.getState()).toMatchObject({ lines: [], busy: false });
});

it('says how many lines are too many', async () => {
  const { reader } = slowReader();
  const lines = createLines(reader, createProblems());
  lines.write(Array.from({ length: MOST_LINES + 7 }, (_, i) => `line ${i}`).join('\n'));
  await vi.runAllTimersAsync();
  expect(lines.view.getState().leftOut).toBe(7);
});
