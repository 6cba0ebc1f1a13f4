import type { CDPSession, Page } from 'playwright-core';

/** What lies in the heap at one time. */
export interface HeapLook {
  /** Which of the words that were looked for lie anywhere in it. */
  readonly found: readonly string[];
  /** Bytes of compiled code and what belongs to it, which the browser makes of functions that run often, and of all else. */
  readonly code: number;
  readonly data: number;
}

/** The parts of a heap snapshot that are read here. */
interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[], ...unknown[]] } };
  readonly nodes: readonly number[];
}

/** What a page's memory holds, asked over the protocol of Chromium's developer tools. */
export interface Heap {
  /** Bytes of the page's own heap, once what nobody holds any more was taken away. */
  used(): Promise<number>;
  /** Looks at all that lies in it. */
  look(words: readonly string[]): Promise<HeapLook>;
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
    async look(words) {
      await session.send('HeapProfiler.collectGarbage');
      const chunks: string[] = [];
      const read = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
      session.on('HeapProfiler.addHeapSnapshotChunk', read);
      await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      session.off('HeapProfiler.addHeapSnapshotChunk', read);
      const text = chunks.join('');
      return { found: words.filter((word) => text.includes(word)), ...sizesIn(JSON.parse(text) as Snapshot) };
    },
    close: () => session.detach(),
  };
}

function sizesIn({ snapshot: { meta: { node_fields: fields, node_types: [types] } }, nodes }: Snapshot): Pick<HeapLook, 'code' | 'data'> {
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const isCode = types.map((name) => name === 'code');
  let [code, data] = [0, 0];
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (isCode[nodes[at + type]!]) code += nodes[at + size]!;
    else data += nodes[at + size]!;
  }
  return { code, data };
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
