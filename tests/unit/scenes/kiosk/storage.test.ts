import { EMPTY_HEALTH, type HealthRecord, readHealth } from 'attune/kiosk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A browser's own store, with so much room in characters. */
function createStorage(room: number): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem(name, text) {
      if (text.length > room) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      kept.set(name, text);
    },
    removeItem: (name) => void kept.delete(name),
  } as Storage;
}

const DAYS: HealthRecord['days'] = Array.from({ length: 40 }, (_, at) => ({ day: `2026-${String(Math.floor(at / 28) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`, up: 1, visits: 1, visited: 1, problems: 0, errors: 0, restarts: 0, pictures: 0, rates: 0, slowest: null }));

const forbidden = (): never => {
  throw new DOMException('Forbidden.', 'SecurityError');
};

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('the figures of a kiosk', () => {
  it('are kept as far as there is room, the newest first, and the operator reads that some are not', async () => {
    const storage = createStorage(2500);
    vi.stubGlobal('localStorage', { ...storage, getItem: () => JSON.stringify({ ...EMPTY_HEALTH, days: DAYS }) });
    const { createHealth } = await import('../../../../scenes/kiosk/health/health.ts');
    const health = createHealth();
    for (let at = 0; at < 5; at += 1) health.note({ kind: 'visited', seconds: 60 });
    expect(health.record.getState().days).toHaveLength(41);
    expect(health.record.getState().entries.map(({ kind }) => kind)).toEqual(['started', 'problem']);
    expect(health.record.getState().entries).toContainEqual(expect.objectContaining({ kind: 'problem', code: 'storage-failed' }));
    const survives = readHealth(storage.getItem('attune-kiosk-health'));
    expect(survives.days.length).toBeGreaterThan(5);
    expect(survives.days.at(-1)).toMatchObject({ visits: 5, visited: 300 });
  });

  it('go on without a store', async () => {
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
    const { createHealth } = await import('../../../../scenes/kiosk/health/health.ts');
    const health = createHealth();
    health.note({ kind: 'visited', seconds: 60 });
    expect(health.record.getState().days).toMatchObject([{ visits: 1, problems: 1 }]);
  });
});

describe('a page that begins anew', () => {
  it('does so without a store, too, and later and later where the window remembers', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('localStorage', createStorage(0));
    vi.stubGlobal('sessionStorage', createStorage(1000));
    const reload = vi.fn<() => void>();
    vi.stubGlobal('location', { reload });
    const waits: number[] = [];
    for (let times = 1; times <= 3; times += 1) {
      vi.resetModules();
      const { beginAnew } = await import('../../../../scenes/kiosk/upkeep/begin-anew.ts');
      const begun = Date.now();
      beginAnew({ note: () => undefined }, 'failed');
      while (reload.mock.calls.length < times) vi.advanceTimersByTime(1000);
      waits.push(Date.now() - begun);
    }
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
    expect(waits[2]).toBeGreaterThan(waits[0]!);
  });
});

describe('what is kept for offline use', () => {
  /** A browser whose first service worker is refused everything, as where it has no room. */
  function stubBrowser(quota: number) {
    vi.stubEnv('PROD', true);
    vi.stubGlobal('location', { href: 'https://hall.example/kiosk/' });
    const installing = Object.assign(new EventTarget(), { state: 'installing' });
    const registration = Object.assign(new EventTarget(), { installing, active: null, waiting: null, update: async () => undefined });
    vi.stubGlobal('navigator', {
      serviceWorker: Object.assign(new EventTarget(), { controller: null, ready: new Promise(() => undefined), register: async () => registration }),
      storage: { estimate: async () => ({ usage: 90e6, quota }), persist: async () => true },
    });
    vi.stubGlobal('setInterval', () => 0);
    return () => {
      installing.state = 'redundant';
      installing.dispatchEvent(new Event('statechange'));
    };
  }

  it.each([[150e6, 'full'], [5e9, 'failed']] as const)('is told as missing where its worker is refused, with a quota of %d', async (quota, stage) => {
    const refuse = stubBrowser(quota);
    const { keepOffline, offlineState } = await import('../../../../scenes/kiosk/offline/register.ts');
    const keeping = keepOffline([]);
    await Promise.resolve();
    expect(offlineState.getState().stage).toBe('coming');
    await new Promise((resolve) => { setTimeout(resolve); });
    refuse();
    await keeping;
    expect(offlineState.getState().stage).toBe(stage);
  });
});

it('a page begins in a language also where nothing may be kept', async () => {
  vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden });
  vi.stubGlobal('location', { search: '' });
  vi.stubGlobal('navigator', { languages: ['zh-CN'] });
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  const { rememberLanguage, startWords } = await import('../../../../scenes/shared/words.ts');
  expect(startWords().language).toBe('zh');
  expect(() => rememberLanguage('en')).not.toThrow();
});
