import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { corpusOf } from '../fuzz/corpus.ts';
import { promise, type Target, tryOne } from '../fuzz/target.ts';
import { TARGETS } from '../fuzz/targets/index.ts';

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe.each(TARGETS)('$name', (target) => {
  it('refuses in a sentence or keeps its promises, whatever comes', async () => {
    await fc.assert(fc.asyncProperty(target.inputs, (input) => tryOne(target, input)), { numRuns: target.brief, seed: 20_261_129 });
  });

  const found = corpusOf(target.name);
  it.runIf(found.length > 0).each(found)('$file: $why', async ({ input }) => {
    await expect(tryOne(target, input)).resolves.toBeUndefined();
  });
});

describe('the fuzzers', () => {
  const faulty = (name: string, wrong: (input: string) => unknown): Target => ({ name, brief: 0, inputs: fc.string(), try: (input) => void wrong(input as string) });

  it.each<[string, (input: string) => unknown, RegExp]>([
    ['an error that is nobody\'s', () => (undefined as unknown as string).length, /Cannot read/],
    ['a promise that is not kept', () => promise(false, 'nothing'), /was promised: nothing/],
    ['a prototype that was changed', () => Object.assign(Object.prototype, { polluted: 1 }), /prototype/],
    ['work that takes too long', () => { for (let sum = 0; sum < 3e7; sum += Math.sqrt(sum) > -1 ? 1 : 0); }, /within 1 ms/],
  ])('notice %s', async (name, wrong, told) => {
    try {
      await expect(tryOne(faulty(name, wrong), 'x', name.startsWith('work') ? 1 : undefined)).rejects.toThrow(told);
    } finally {
      delete (Object.prototype as { polluted?: number }).polluted;
    }
  });
});
