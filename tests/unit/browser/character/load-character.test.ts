import { readFileSync } from 'node:fs';
import { DEFAULT_CHARACTER } from 'attune';
import { loadCharacter } from 'attune/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const read = (id: string): string => readFileSync(new URL(`../../../../avatars/${id}/character.json`, import.meta.url), 'utf8');
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    if (url.endsWith('broken.json')) return new Response('{');
    if (url.endsWith('other.json')) return new Response('{"warmth": 2}');
    return url.includes('/pip/') ? new Response(read('pip')) : new Response(read('mira'));
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('loading a character', () => {
  it('fetches it from among the assets, or from where it is told', async () => {
    expect(await loadCharacter()).toEqual(DEFAULT_CHARACTER);
    expect((await loadCharacter({ id: 'pip', assets: '/made' })).name).toBe('Pip');
    await loadCharacter({ url: '../own.json' });
    expect(asked).toEqual(['https://here.test/page/attune/avatars/mira/character.json', 'https://here.test/made/avatars/pip/character.json', 'https://here.test/own.json']);
  });

  it('says what is wrong with the file', async () => {
    await expect(loadCharacter({ url: 'broken.json' })).rejects.toThrow(/broken\.json, but it is no JSON/);
    await expect(loadCharacter({ url: 'other.json' })).rejects.toThrow(/warmth/);
  });
});
