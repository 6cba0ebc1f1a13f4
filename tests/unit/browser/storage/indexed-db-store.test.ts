import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIndexedDbStore } from '../../../../src/browser/index.ts';

/** What a browser does with a database: how often it was opened, what lies in it, and what the next writes are refused with. */
const device = vi.hoisted(() => ({ opened: 0, kept: new Map<string, unknown>(), refusals: [] as string[] }));

vi.mock('idb', () => ({
  openDB: async () => {
    device.opened += 1;
    return {
      async put(_: string, value: unknown, key: string) {
        const refusal = device.refusals.shift();
        if (refusal) throw Object.assign(new Error('refused'), { name: refusal });
        device.kept.set(key, value);
      },
      get: async (_: string, key: string) => device.kept.get(key),
      close: () => undefined,
    };
  },
}));

const persist = vi.fn(async () => true);

beforeEach(() => {
  vi.stubGlobal('indexedDB', {});
  vi.stubGlobal('navigator', { storage: { persist } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  persist.mockClear();
  Object.assign(device, { opened: 0, kept: new Map(), refusals: [] });
});

describe('a store in IndexedDB', () => {
  it('asks once that the browser keep it, with the first thing that is kept, and not where it was told not to', async () => {
    const store = createIndexedDbStore();
    await store.get('tea');
    expect(persist).not.toHaveBeenCalled();
    await store.set('tea', 1);
    await store.set('coffee', 2);
    expect(persist).toHaveBeenCalledTimes(1);
    await createIndexedDbStore({ persist: false }).set('tea', 3);
    expect(persist).toHaveBeenCalledTimes(1);
  });

  it('keeps things also where the browser knows nothing of that, or refuses', async () => {
    persist.mockRejectedValueOnce(new Error('no'));
    await createIndexedDbStore().set('tea', 1);
    vi.stubGlobal('navigator', {});
    await createIndexedDbStore().set('coffee', 2);
    expect([...device.kept.keys()]).toEqual(['tea', 'coffee']);
  });

  it('says in words that there is no room, and takes what fits afterwards', async () => {
    const store = createIndexedDbStore();
    device.refusals = ['QuotaExceededError'];
    await expect(store.set('long', 'x')).rejects.toMatchObject({ code: 'storage-failed', message: expect.stringMatching(/room on the device.*none left.*Free some space/) as string });
    await store.set('short', 'x');
    expect([...device.kept.keys()]).toEqual(['short']);
  });

  it('opens a database anew that the browser has closed and deleted, once', async () => {
    const store = createIndexedDbStore();
    await store.set('tea', 1);
    device.kept.clear();
    device.refusals = ['InvalidStateError'];
    await store.set('coffee', 2);
    expect([device.opened, ...device.kept.keys()]).toEqual([2, 'coffee']);
    device.refusals = ['InvalidStateError', 'InvalidStateError'];
    await expect(store.set('milk', 3)).rejects.toMatchObject({ code: 'storage-failed' });
    expect(device.refusals).toEqual([]);
  });
});
