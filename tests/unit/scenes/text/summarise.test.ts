import { belief, EMOTIONS } from 'attune';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { summarise } from '../../../../scenes/text/table/summarise.ts';
import { mostly, readingOf } from './reading-of.ts';

it('counts every text once, and keeps what is unknown apart', () => {
  const some = fc.array(fc.option(fc.constantFrom(...EMOTIONS, 'unknown' as const)));
  fc.assert(fc.property(some, (emotions) => {
    const { read, counts } = summarise(emotions.map((emotion) => (emotion === null ? null : emotion === 'unknown' ? readingOf() : readingOf({ emotions: mostly(emotion) }))));
    expect(read).toBe(emotions.filter((emotion) => emotion !== null).length);
    for (const each of [...EMOTIONS, 'unknown'] as const) expect(counts[each]).toBe(emotions.filter((emotion) => emotion === each).length);
  }));
});

it('takes the mean of the valences that are known only', () => {
  const valences = [0.5, 0.1, -0.3].map((mean) => readingOf({ valence: belief(mean, 0.02) }));
  const { valence } = summarise([...valences, readingOf(), null]);
  expect(valence?.n).toBe(3);
  expect(valence?.mean).toBeCloseTo(0.1);
  // Standard deviation 0.4, so 1.96 * 0.4 / sqrt(3).
  expect(valence?.half).toBeCloseTo(0.4526, 3);
  expect(summarise([valences[0]!]).valence).toBeNull();
});
