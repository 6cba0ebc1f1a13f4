import { afterEach, describe, expect, it, vi } from 'vitest';

type Rule = (text: string, type: string, sink: string) => string | null;

/** The module remembers that it has tried, as a page has only one default policy. */
async function trust(trustedTypes: object | undefined): Promise<void> {
  vi.resetModules();
  vi.stubGlobal('trustedTypes', trustedTypes);
  vi.stubGlobal('location', new URL('https://game.example/play/'));
  const { trustOwnWorkers } = await import('../../../src/trusted-types.ts');
  trustOwnWorkers();
  trustOwnWorkers();
}

async function rulesOf(): Promise<Readonly<Record<'createHTML' | 'createScript' | 'createScriptURL', Rule>>> {
  const createPolicy = vi.fn();
  await trust({ defaultPolicy: null, createPolicy });
  expect(createPolicy).toHaveBeenCalledTimes(1);
  const [name, rules] = createPolicy.mock.calls[0]! as [string, Awaited<ReturnType<typeof rulesOf>>];
  expect(name).toBe('default');
  return rules;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the default policy of Trusted Types', () => {
  it('starts workers of the page\'s own origin, and nothing else from an address', async () => {
    const { createScriptURL } = await rulesOf();
    for (const sink of ['Worker constructor', 'SharedWorker constructor', 'ServiceWorkerContainer register']) {
      expect(createScriptURL('https://game.example/assets/face-worker.js', 'TrustedScriptURL', sink)).toBe('https://game.example/assets/face-worker.js');
      expect(createScriptURL('./worker.js', 'TrustedScriptURL', sink)).toBe('./worker.js');
      for (const address of ['https://evil.example/worker.js', '//evil.example/worker.js', 'http://game.example/worker.js', 'blob:https://game.example/1-2', 'data:text/javascript,1', 'javascript:1', 'https://']) {
        expect(createScriptURL(address, 'TrustedScriptURL', sink)).toBeNull();
      }
    }
    for (const sink of ['HTMLScriptElement src', 'WorkerGlobalScope importScripts', 'HTMLEmbedElement src']) expect(createScriptURL('./worker.js', 'TrustedScriptURL', sink)).toBeNull();
  });

  it('takes text without a tag as markup, and no text as a script', async () => {
    const { createHTML, createScript } = await rulesOf();
    expect(createHTML(':root { --a: 1px }', 'TrustedHTML', 'Element innerHTML')).toBe(':root { --a: 1px }');
    expect(createHTML('a < b', 'TrustedHTML', 'Element innerHTML')).toBeNull();
    expect(createScript('1', 'TrustedScript', 'eval')).toBeNull();
  });

  it('leaves another one as it is, and gets over a page that allows none or knows of none', async () => {
    const createPolicy = vi.fn(() => {
      throw new TypeError('disallowed');
    });
    await trust({ defaultPolicy: {}, createPolicy });
    expect(createPolicy).not.toHaveBeenCalled();
    await trust({ defaultPolicy: null, createPolicy });
    expect(createPolicy).toHaveBeenCalledTimes(1);
    await trust(undefined);
  });
});
