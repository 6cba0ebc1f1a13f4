import type { CDPSession, Page } from 'playwright-core';

/** What a page's memory holds, asked over the protocol of Chromium's developer tools. */
export interface Heap {
  /** Bytes of the page's own heap, once what nobody holds any more was taken away. */
  used(): Promise<number>;
  /** Which of these words lie anywhere in it. */
  find(words: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function watchHeap(page: Page): Promise<Heap> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  return {
    async used() {
      // What is only weakly held goes at the second time.
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
    async find(words) {
      await session.send('HeapProfiler.collectGarbage');
      const found = new Set<string>();
      let rest = '';
      const longest = Math.max(0, ...words.map(({ length }) => length));
      const read = ({ chunk }: { readonly chunk: string }): void => {
        const text = rest + chunk;
        for (const word of words) if (text.includes(word)) found.add(word);
        rest = text.slice(-longest);
      };
      session.on('HeapProfiler.addHeapSnapshotChunk', read);
      await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      session.off('HeapProfiler.addHeapSnapshotChunk', read);
      return [...found];
    },
    close: () => session.detach(),
  };
}

/** All of a page outside its heap in which words of a visitor might lie: document, storage, databases, caches, and what its handle shows. */
export const textIn = (page: Page): Promise<string> => page.evaluate(async () => {
  await window.attuneKiosk?.erased;
  const databases = await Promise.all((await indexedDB.databases()).map(({ name = '' }) => new Promise<unknown[]>((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.addEventListener('error', () => reject(asked.error ?? new Error('no database')));
    asked.addEventListener('success', async () => {
      const read = (store: string): Promise<unknown> => new Promise((done) => {
        const all = asked.result.transaction(store).objectStore(store).getAll();
        all.addEventListener('success', () => done(all.result));
      });
      resolve(await Promise.all([...asked.result.objectStoreNames].map(read)));
      asked.result.close();
    });
  })));
  const cached = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
  const { agent, health } = window.attuneKiosk ?? {};
  return JSON.stringify([document.documentElement.outerHTML, { ...localStorage }, { ...sessionStorage }, document.cookie, databases, cached, agent?.state, agent?.captions, health]);
});
