import { describe, expect, it } from 'vitest';
import { mixPairs } from '../../../../src/learn/nets/mixup.ts';
import { createRandom } from '../../../../src/learn/random.ts';

describe('mixup', () => {
  it('blends inputs and targets of a pair by the same share, each keeping at least half of itself', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const [inputs, targets] = [Float32Array.of(1, 10, 3, 30, 7, 70), Float32Array.of(1, 0, 5)];
      mixPairs([inputs, targets], 3, createRandom(seed));
      const given = 1 - targets[0]!;
      expect(given).toBeGreaterThanOrEqual(0);
      expect(given).toBeLessThanOrEqual(0.5);
      expect(targets[1]).toBeCloseTo(given);
      expect([...inputs.subarray(0, 4)]).toEqual([1 + 2 * given, 10 + 20 * given, 3 - 2 * given, 30 - 20 * given].map((each) => expect.closeTo(each, 4)));
      expect([...inputs.subarray(4), targets[2]]).toEqual([7, 70, 5]);
    }
  });
});
