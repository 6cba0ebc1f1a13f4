import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeardWords } from '../../../../src/index.ts';
import { createTranscriber, type Transcribe } from '../../../../src/browser/hearing/transcriber.ts';

const RATE = 16_000;

/** Speech whose every second has a number of its own in it, and a quiet end. */
function count(seconds: number, from = 1): Float32Array {
  return Float32Array.from({ length: seconds * RATE }, (_, i) => ((i % RATE) < 0.7 * RATE ? (from + Math.floor(i / RATE)) / 100 : 0));
}

/** Reads the numbers. */
const readNumbers = (samples: Float32Array): string => {
  const found: number[] = [];
  for (const sample of samples) {
    const number = Math.round(sample * 100);
    if (number > 0 && found.at(-1) !== number) found.push(number);
  }
  return found.join(' ');
};

interface Bench {
  readonly transcriber: ReturnType<typeof createTranscriber>;
  readonly words: HeardWords[];
  readonly lengths: number[];
  readonly failures: unknown[];
  push(samples: Float32Array, block?: number): Promise<void>;
  settle(): Promise<void>;
}

function bench(options: { partials?: boolean; transcribe?: Transcribe } = {}): Bench {
  const words: HeardWords[] = [];
  const lengths: number[] = [];
  const failures: unknown[] = [];
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 100; i += 1) await Promise.resolve();
  };
  const transcriber = createTranscriber({
    source: 'test', language: 'en', partials: options.partials ?? true, now: () => 0,
    words: (each) => words.push(each), failed: (thrown) => failures.push(thrown),
    transcribe: options.transcribe ?? (async (samples) => {
      lengths.push(samples.length / RATE);
      return { text: readNumbers(samples), confidence: 0.5 };
    }),
  });
  return {
    transcriber, words, lengths, failures, settle,
    async push(samples, block = 2048) {
      for (let i = 0; i < samples.length; i += block) {
        transcriber.push(samples.subarray(i, i + block));
        await settle();
      }
    },
  };
}

const numbers = (to: number, from = 1): string => Array.from({ length: to - from + 1 }, (_, i) => from + i).join(' ');

describe('the transcriber', () => {
  it('loses nothing of long speech, whatever its blocks, and never hands over more than 20 s', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 300, max: 40_000 }), fc.boolean(), async (seconds, block, partials) => {
      const { transcriber, words, lengths, push, settle } = bench({ partials });
      transcriber.begin({ id: 'a', at: 0 });
      await push(count(seconds), block);
      transcriber.end(0.3);
      await settle();
      const finals = words.filter(({ final }) => final);
      expect(finals.map(({ text }) => text)).toEqual([numbers(seconds)]);
      expect(Math.max(...lengths)).toBeLessThan(20.5 + block / RATE);
    }), { numRuns: 30 });
  });

  it('cuts speech without pauses too, where it is quietest', async () => {
    const { transcriber, lengths, push, settle } = bench();
    const even = Float32Array.from({ length: 30 * RATE }, (_, i) => 0.2 * Math.sin(i / 9) * (i > 14 * RATE && i < 14.5 * RATE ? 0.7 : 1));
    transcriber.begin({ id: 'a', at: 0 });
    await push(even);
    transcriber.end(0);
    await settle();
    expect(Math.max(...lengths)).toBeLessThan(21);
    expect(lengths.some((length) => Math.abs(length - 14.25) < 0.15)).toBe(true);
  });

  it('guesses while somebody speaks, from 0.7 s on, and tells what will hardly change', async () => {
    const { transcriber, words, push, settle } = bench();
    transcriber.begin({ id: 'a', at: 1.5 });
    await push(count(4));
    expect(words[0]).toMatchObject({ id: 'a', at: 1.5, text: '1', stable: 0, final: false, source: 'test', language: 'en' });
    expect(words.at(-1)).toMatchObject({ text: '1 2 3 4', stable: 4, final: false });
    transcriber.end(0.3);
    await settle();
    expect(words.at(-1)).toMatchObject({ text: '1 2 3 4', stable: 7, final: true });
  });

  it('makes no guesses where none are wanted', async () => {
    const { transcriber, words, lengths, push, settle } = bench({ partials: false });
    transcriber.begin({ id: 'a', at: 0 });
    await push(count(5));
    expect(words).toEqual([]);
    transcriber.end(0);
    await settle();
    expect(words).toMatchObject([{ text: '1 2 3 4 5', final: true }]);
    expect(lengths).toEqual([5]);
  });

  it('answers at once when the last guess covered all that was said, and looks again only if it was not clear', async () => {
    for (const clear of [true, false]) {
      const asked: boolean[] = [];
      const { transcriber, words, push, settle } = bench({
        transcribe: async (samples, _, final) => {
          asked.push(final);
          return { text: `${final ? 'final' : 'guess'} of ${readNumbers(samples)}`, confidence: clear ? 0.9 : 0.7 };
        },
      });
      transcriber.begin({ id: 'a', at: 0 });
      await push(count(2));
      expect(asked).not.toContain(true);
      transcriber.end(0.6);
      await settle();
      expect(words.at(-1)).toMatchObject({ text: clear ? 'guess of 1 2' : 'final of 1 2', final: true });
      expect(asked.filter((final) => final)).toHaveLength(clear ? 0 : 1);
    }
  });

  it('skips guesses but no final when it is too slow, and gives a guess up that is in the way of a final', async () => {
    const asked: { length: number; wanted: () => boolean; done: (text: string | null) => void }[] = [];
    const { transcriber, words, push, settle } = bench({
      transcribe: (samples, wanted) => new Promise((resolve) => asked.push({ length: samples.length / RATE, wanted, done: (text) => resolve(text === null ? null : { text, confidence: 1 }) })),
    });
    transcriber.begin({ id: 'a', at: 0 });
    await push(count(5));
    expect(asked).toHaveLength(1);
    expect(asked[0]!.wanted()).toBe(true);
    transcriber.end(0.1);
    transcriber.begin({ id: 'b', at: 6 });
    await push(count(3));
    transcriber.end(0.1);
    expect(asked[0]!.wanted()).toBe(false);
    asked[0]!.done(null);
    await settle();
    expect(asked.map(({ length }) => length).slice(1)).toEqual([5]);
    asked[1]!.done('five');
    await settle();
    asked[2]!.done('three');
    await settle();
    expect(words).toMatchObject([{ id: 'a', text: 'five', final: true }, { id: 'b', text: 'three', final: true }]);
  });

  it('rests after a guess as long as half of it took', async () => {
    let now = 0;
    const { transcriber, words } = bench();
    const asked: number[] = [];
    const slow = createTranscriber({
      source: 'test', language: 'en', partials: true, now: () => now, words: (each) => words.push(each), failed: () => undefined,
      transcribe: async () => {
        asked.push(now);
        now += 1;
        return { text: 'x', confidence: 1 };
      },
    });
    slow.begin({ id: 'a', at: 0 });
    for (let i = 0; i < 60; i += 1) {
      slow.push(new Float32Array(1600));
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      now += 0.1;
    }
    for (const [i, at] of asked.entries()) if (i > 0) expect(at - asked[i - 1]!).toBeGreaterThan(1.49);
    expect(asked.length).toBeGreaterThan(3);
    transcriber.cancel();
  });

  it('answers with nothing what could not be made out, and tells why', async () => {
    const { transcriber, words, failures, push, settle } = bench({ transcribe: () => Promise.reject(new Error('no memory')) });
    transcriber.begin({ id: 'a', at: 0 });
    await push(count(1));
    transcriber.end(0);
    await settle();
    expect(words).toMatchObject([{ id: 'a', text: '', final: true, confidence: 0 }]);
    expect(String(failures[0])).toMatch(/no memory/);
  });

  it('makes out a pause at once and thoroughly, and has the answer ready when that was the end', async () => {
    const asked: { seconds: number; final: boolean }[] = [];
    const { transcriber, words, push, settle } = bench({ transcribe: async (samples, _, final) => {
      asked.push({ seconds: samples.length / RATE, final });
      return { text: readNumbers(samples), confidence: 0.5 };
    } });
    transcriber.begin({ id: 'a', at: 0 });
    await push(count(2));
    asked.length = 0;
    transcriber.pause(0.13);
    await settle();
    expect(asked).toEqual([{ seconds: 2, final: true }]);
    expect(words.at(-1)).toMatchObject({ text: '1 2', paused: true, final: false });
    transcriber.end(0.13);
    await settle();
    expect(asked).toHaveLength(1);
    expect(words.at(-1)).toMatchObject({ text: '1 2', final: true });
  });

  it('takes what was made out at a pause for nothing more when the player goes on', async () => {
    const { transcriber, words, push, settle } = bench();
    transcriber.begin({ id: 'a', at: 0 });
    await push(count(2));
    transcriber.pause(0.13);
    await settle();
    await push(count(2, 3));
    transcriber.end(0.3);
    await settle();
    expect(words.at(-1)).toMatchObject({ text: '1 2 3 4', final: true });
    expect(words.filter(({ paused }) => paused).map(({ text }) => text)).toEqual(['1 2']);
  });

  it('gives up a guess that a pause has overtaken', async () => {
    const gates: ((given: boolean) => void)[] = [];
    const { transcriber, words, push, settle } = bench({ transcribe: (samples, wanted) => new Promise((resolve) => gates.push(() => resolve(wanted() ? { text: readNumbers(samples), confidence: 0.9 } : null))) });
    transcriber.begin({ id: 'a', at: 0 });
    await push(count(1));
    expect(gates).toHaveLength(1);
    await push(count(2, 2));
    transcriber.pause(0);
    gates.shift()!(true);
    await settle();
    expect(words).toEqual([]);
    gates.shift()!(true);
    await settle();
    expect(words).toMatchObject([{ text: '1 2 3', paused: true }]);
  });
});
