import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type AttuneError, createRelease } from '../../../../src/core/index.ts';

type Manner = 'ends' | 'throws' | 'rejects' | 'later';

const manner = fc.constantFrom<Manner>('ends', 'throws', 'rejects', 'later');

describe('what is held', () => {
  it('is begun to end at once, the newest first, each once, whatever the others do', async () => {
    await fc.assert(fc.asyncProperty(fc.array(manner, { maxLength: 8 }), fc.array(fc.nat(7), { maxLength: 3 }), async (manners, early) => {
      const ended: number[] = [];
      const problems: AttuneError[] = [];
      let finish = (): void => undefined;
      const later = new Promise<void>((resolve) => (finish = resolve));
      const held = createRelease((problem) => problems.push(problem));
      const ends = manners.map((how, at) => held.hold(`Number ${at}`, () => {
        ended.push(at);
        if (how === 'throws') throw new Error('broken');
        return how === 'rejects' ? Promise.reject(new Error('broken')) : how === 'later' ? later : undefined;
      }));
      for (const at of early) void ends[at]?.();
      const before = [...ended];
      const whole = held.end();
      // Nothing was waited for yet.
      expect(ended.slice(before.length)).toEqual([...manners.keys()].filter((at) => !before.includes(at)).toReversed());
      expect(new Set(ended).size).toBe(manners.length);
      let all = false;
      void whole.then(() => (all = true));
      await new Promise((resolve) => { setTimeout(resolve); });
      expect(all).toBe(manners.every((how, at) => how !== 'later' || before.includes(at)));
      finish();
      await Promise.all([whole, held.end()]);
      expect(ended).toHaveLength(manners.length);
      expect(problems.map(({ message }) => message).toSorted()).toEqual([...manners.keys()].filter((at) => /throws|rejects/.test(manners[at]!)).map((at) => `Number ${at} did not end: broken`).toSorted());
    }), { numRuns: 60 });
  });

  it('ends at once where it comes too late, also while the others end', async () => {
    const held = createRelease();
    const late = vi.fn<() => void>();
    held.hold('The first', () => {
      expect(held.ended).toBe(true);
      held.hold('What comes in between', late);
      void held.end();
    });
    await held.end();
    expect(late).toHaveBeenCalledTimes(1);
    held.hold('The last', late);
    expect(late).toHaveBeenCalledTimes(2);
  });
});
