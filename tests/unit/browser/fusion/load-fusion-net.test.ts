import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EMOTIONS, normalise } from 'attune';
import { loadFusionNet } from 'attune/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFusionNet } from '../../../../src/browser/fusion/fusion-net.ts';
import { parseNet } from '../../../../src/browser/nets/net-file.ts';
import { byEmotion } from '../../../../src/core/affect/emotion.ts';

const weights = readFileSync(fileURLToPath(new URL('../../../../models/fusion/net.json', import.meta.url)), 'utf8');
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return url.endsWith('missing.json') ? new Response('', { status: 404 }) : new Response(url.endsWith('other.json') ? weights.replace('"fusion"', '"voice"') : weights);
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('loading the fusion net', () => {
  it('fetches it from among the assets, or from where it is told', async () => {
    const fuser = await loadFusionNet();
    await loadFusionNet({ assets: '/made' });
    await loadFusionNet({ url: '../own/net.json' });
    expect(asked).toEqual(['https://here.test/page/attune/models/fusion.json', 'https://here.test/made/models/fusion.json', 'https://here.test/own/net.json']);
    const happy = normalise(byEmotion((emotion) => (emotion === 'happiness' ? 0.8 : 0.2 / (EMOTIONS.length - 1))));
    expect(fuser.fuse({ face: happy, voice: happy, faceQuality: 1, voiceQuality: 1, speaking: true })?.happiness).toBeGreaterThan(0.5);
  });

  it('names it after its weights', async () => {
    const { name } = await loadFusionNet();
    expect(name).toMatch(/^fusion-[0-9a-f]{8}$/);
    expect((await loadFusionNet()).name).toBe(name);
    const net = parseNet(weights, 'fusion');
    const [first, { shape, values }] = Object.entries(net.tensors)[0]!;
    const changed = values.map((value, i) => (i === 7 ? value + 0.01 : value));
    expect(createFusionNet(net).name).toBe(name);
    expect(createFusionNet({ ...net, tensors: { ...net.tensors, [first]: { shape, values: changed } } }).name).not.toBe(name);
    expect(createFusionNet({ ...net, settings: { ...net.settings, farthest: 3 } }).name).not.toBe(name);
  });

  it('tells what is missing, and what is another model', async () => {
    await expect(loadFusionNet({ url: 'missing.json' })).rejects.toMatchObject({ code: 'asset-missing' });
    await expect(loadFusionNet({ url: 'other.json' })).rejects.toThrow(/it holds "voice"/);
  });
});
