import { describe, expect, it } from 'vitest';
import { batches } from '../../../src/monitor/batches.ts';

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
}

describe('batches', () => {
  it('are full where items come fast, and keep their order', async () => {
    async function* numbers(): AsyncGenerator<number> {
      for (let i = 0; i < 7; i += 1) yield i;
    }
    expect(await all(batches(numbers(), 3, 60_000))).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  });

  it('do not wait for a source that gives nothing more', async () => {
    let give = (): void => undefined;
    async function* slow(): AsyncGenerator<number> {
      yield 1;
      await new Promise<void>((resolve) => { give = resolve; });
      yield 2;
    }
    const iterator = batches(slow(), 3, 5);
    expect((await iterator.next()).value).toEqual([1]);
    give();
    expect((await iterator.next()).value).toEqual([2]);
    expect((await iterator.next()).done).toBe(true);
  });

  it('pass a failure on, behind what came before it', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error('broken');
    }
    await expect(all(batches(failing(), 3, 5))).rejects.toThrow('broken');
  });
});
