import { describe, expect, it, vi } from 'vitest';

/** What importing must not do, each by the global that it would take. */
const DEEDS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'AudioContext', 'Worker', 'SharedWorker', 'MediaStreamTrackProcessor'] as const;

const ENTRIES = {
  attune: () => import('attune'),
  'attune/browser': () => import('attune/browser'),
  'attune/three': () => import('attune/three'),
  'attune/react': () => import('attune/react'),
  'attune/explain': () => import('attune/explain'),
  'attune/group': () => import('attune/group'),
  'attune/dialogue': () => import('attune/dialogue'),
  'attune/memory': () => import('attune/memory'),
  'attune/kiosk': () => import('attune/kiosk'),
  'attune/scenario': () => import('attune/scenario'),
  'attune/monitor': () => import('attune/monitor'),
  'attune/testing': () => import('attune/testing'),
};

describe.each(Object.entries(ENTRIES))('importing %s', (_, load) => {
  it('touches no network, no audio, no worker, no camera, no storage and no global', async () => {
    const done: string[] = [];
    for (const deed of DEEDS) {
      vi.stubGlobal(deed, new Proxy(function forbidden() {}, { construct: () => (done.push(deed), {}), apply: () => (done.push(deed), Promise.reject(new Error(deed))) }));
    }
    const capture = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(() => (done.push('getUserMedia'), Promise.reject(new Error('capture'))));
    const store = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => void done.push('storage'));
    const before = new Set(Object.getOwnPropertyNames(globalThis));
    try {
      const module = await load();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(Object.keys(module).length).toBeGreaterThan(0);
    } finally {
      vi.unstubAllGlobals();
      capture.mockRestore();
      store.mockRestore();
    }
    expect(done).toEqual([]);
    // three marks its own presence with __THREE__, to warn of two copies; nothing else may appear.
    expect(Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name) && name !== '__THREE__')).toEqual([]);
  });
});
