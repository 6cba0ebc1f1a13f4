import { describe, expect, it } from 'vitest';
import type { HeardWords, SpeechRecognizer } from '../../../../src/index.ts';

export interface Harness {
  readonly recognizer: SpeechRecognizer;
  /** Lets the outside answer what was asked so far. */
  readonly settle: () => Promise<void>;
}

interface Opened extends Harness {
  readonly words: HeardWords[];
  readonly finals: () => HeardWords[];
  /** A speech of `seconds` from begin to end. */
  readonly say: (id: string, at: number, seconds?: number) => void;
}

const RATE = 16_000;

async function open(harness: Harness): Promise<Opened> {
  const { recognizer } = harness;
  const words: HeardWords[] = [];
  await recognizer.open({ words: (each) => words.push(each), progress: () => undefined, problem: () => undefined });
  return {
    ...harness, words,
    finals: () => words.filter(({ final }) => final),
    say(id, at, seconds = 1) {
      recognizer.begin({ id, at });
      for (let i = 0; i < seconds * 8; i += 1) recognizer.push(new Float32Array(RATE / 8));
      recognizer.end(0.5);
    },
  };
}

/** What every adapter of {@link SpeechRecognizer} must do. */
export function describeRecognizer(name: string, make: () => Harness | Promise<Harness>): void {
  describe(`${name}, as a recogniser`, () => {
    it('answers a speech by exactly one final, signed and dated', async () => {
      const { recognizer, say, settle, finals, words } = await open(await make());
      say('a', 3.5);
      await settle();
      expect(finals()).toHaveLength(1);
      expect(finals()[0]).toMatchObject({ id: 'a', at: 3.5, source: recognizer.source, language: recognizer.language });
      for (const { text, stable, confidence, final } of words) {
        expect(stable).toBeGreaterThanOrEqual(0);
        expect(stable).toBeLessThanOrEqual(text.length);
        if (final) expect(stable).toBe(text.length);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
      expect(words.at(-1)?.final).toBe(true);
      await recognizer.close();
    });

    it('answers in order, also when the next speech begins before the last was answered', async () => {
      const { recognizer, say, settle, finals } = await open(await make());
      say('a', 1);
      say('b', 2);
      say('c', 3);
      await settle();
      expect(finals().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      await recognizer.close();
    });

    it('tells nothing of a speech that was cancelled, under way or ended', async () => {
      const { recognizer, say, settle, words } = await open(await make());
      say('a', 1);
      recognizer.begin({ id: 'b', at: 2 });
      recognizer.push(new Float32Array(RATE));
      recognizer.cancel();
      words.length = 0;
      recognizer.push(new Float32Array(RATE));
      recognizer.end(0);
      await settle();
      expect(words).toEqual([]);
      say('c', 3);
      await settle();
      expect(words.every(({ id }) => id === 'c')).toBe(true);
      expect(words.at(-1)?.final).toBe(true);
      await recognizer.close();
    });

    it('forgets a speech that did not end before the next began', async () => {
      const { recognizer, say, settle, finals } = await open(await make());
      recognizer.begin({ id: 'a', at: 1 });
      recognizer.push(new Float32Array(RATE / 4));
      say('b', 2);
      await settle();
      expect(finals().map(({ id }) => id)).toEqual(['b']);
      await recognizer.close();
    });

    it('passes over sound and ends that belong to no speech', async () => {
      const { recognizer, settle, words } = await open(await make());
      recognizer.push(new Float32Array(RATE));
      recognizer.end(0);
      recognizer.end(0);
      await settle();
      expect(words).toEqual([]);
      await recognizer.close();
    });

    it('is silent after it was closed, may be closed twice, and can be opened again', async () => {
      const harness = await make();
      const { recognizer, say, settle, words } = await open(harness);
      say('a', 1);
      await recognizer.close();
      await recognizer.close();
      words.length = 0;
      say('b', 2);
      await settle();
      expect(words).toEqual([]);
      const again = await open(harness);
      again.say('c', 3);
      await settle();
      expect(again.finals().map(({ id }) => id)).toEqual(['c']);
      expect(words).toEqual([]);
      await recognizer.close();
    });
  });
}
