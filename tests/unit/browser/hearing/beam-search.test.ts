import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchBeams, type Step } from '../../../../src/browser/hearing/beam-search.ts';
import { END, START } from '../../../../src/browser/hearing/tokens.ts';

const [A, B, C] = [3, 4, 5];
const TOKENS = 6;

/** A decoder whose chances are told for what was written so far; what is not told has a chance of nearly nothing. */
function decoder(chancesAfter: (written: readonly number[]) => Readonly<Record<number, number>>): { step: Step<readonly number[]>; steps: () => number } {
  let steps = 0;
  return {
    steps: () => steps,
    async step(before, token) {
      steps += 1;
      const state = token === START ? before : [...before, token];
      const chances = chancesAfter(state);
      return { logits: Float32Array.from({ length: TOKENS }, (_, i) => 4 + Math.log(chances[i] ?? 1e-9)), state };
    },
  };
}

const always = (): boolean => true;

/** "A" is likelier at first, but nothing follows it well. */
const garden = (written: readonly number[]): Readonly<Record<number, number>> => {
  if (written.length === 0) return { [A]: 0.6, [B]: 0.4 };
  if (written.length === 1) return written[0] === A ? { [B]: 0.35, [C]: 0.35, [END]: 0.3 } : { [C]: 0.95, [END]: 0.05 };
  return { [END]: 0.9, [A]: 0.1 };
};

/** Chances of a made-up model, the same for the same text. */
const random = (seed: number) => (written: readonly number[]): Readonly<Record<number, number>> => {
  const noise = (i: number): number => Math.abs(Math.sin(seed + 12.9898 * written.reduce((sum, token) => 7 * sum + token, i + 1)) * 43_758.5453) % 1;
  const weights = [0, 0, 1, 2, 3, 4].map((kind, i) => (kind === 0 ? 0 : 0.05 + noise(i) ** 3));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Object.fromEntries(weights.map((weight, i) => [i, weight / sum]));
};

/** The likeliest token each time, the first of which is not the end; null where no end comes. */
function greedy(chancesAfter: (written: readonly number[]) => Readonly<Record<number, number>>, most: number): number[] | null {
  const written: number[] = [];
  while (written.length < most) {
    const [best] = Object.entries(chancesAfter(written)).map(([token, chance]) => ({ token: Number(token), chance }))
      .filter(({ token }) => written.length > 0 || token !== END).toSorted((a, b) => b.chance - a.chance);
    if (best!.token === END) return written;
    written.push(best!.token);
  }
  return null;
}

describe('beam search', () => {
  it('finds a likelier text than the likeliest token each time does', async () => {
    expect(await searchBeams(decoder(garden).step, [], { width: 1, most: 9, wanted: always })).toMatchObject({ tokens: [A, B] });
    const found = await searchBeams(decoder(garden).step, [], { width: 3, most: 9, wanted: always });
    expect(found?.tokens).toEqual([B, C]);
    for (const [i, chance] of [0.4, 0.95, 0.9].entries()) expect(found?.chances[i]).toBeCloseTo(chance, 5);
  });

  it('takes the likeliest token each time where it follows one hypothesis only', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 9999 }), async (seed) => {
      const expected = greedy(random(seed), 12);
      // Such a text may go round in circles, which is not followed.
      const found = await searchBeams(decoder(random(seed)).step, [], { width: 1, most: 12, wanted: always });
      if (found) expect(found.tokens).toEqual(expected);
      else expect(expected === null || expected.length >= 6).toBe(true);
    }));
  });

  it('writes no more than it may, whatever the model does', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }), async (seed, width, most) => {
      const { step, steps } = decoder(random(seed));
      const found = await searchBeams(step, [], { width, most, wanted: always });
      expect(steps()).toBeLessThanOrEqual(1 + width * (most - 1));
      if (found) {
        expect(found.chances).toHaveLength(found.tokens.length + 1);
        expect(found.tokens.length).toBeGreaterThan(0);
        expect(found.chances.length).toBeLessThanOrEqual(most);
        expect(found.tokens).not.toContain(END);
      }
    }));
  });

  it('finds nothing where the model goes round in circles or comes to no end', async () => {
    const { step, steps } = decoder(() => ({ [A]: 1 }));
    expect(await searchBeams(step, [], { width: 1, most: 1000, wanted: always })).toBeNull();
    expect(steps()).toBeLessThan(20);
    expect(await searchBeams(decoder((written) => ({ [A + (written.length % 3)]: 1 })).step, [], { width: 3, most: 7, wanted: always })).toBeNull();
  });

  it('gives up when nobody wants the text any more', async () => {
    const { step, steps } = decoder(garden);
    let asked = 0;
    expect(await searchBeams(step, [], { width: 3, most: 9, wanted: () => (asked += 1) < 3 })).toBeNull();
    expect(steps()).toBe(2);
  });
});
