import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttuneError } from '../../../src/core/index.ts';
import { fetchAsset } from '../../../src/browser/assets.ts';

const FILE = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const headers = { 'content-length': '1000' };
type Answer = (signal: AbortSignal) => Response;

const whole: Answer = () => new Response(new Blob([FILE.subarray(0, 400), FILE.subarray(400)]), { headers });
/** The first bytes, then the connection breaks. */
const breaksOff: Answer = () => new Response(new ReadableStream({
  pull(controller) {
    controller.enqueue(FILE.slice(0, 300));
    controller.error(new TypeError('network error'));
  },
}), { headers });
/** The first bytes, and then nothing. */
const stalls: Answer = (signal) => new Response(new ReadableStream({
  start(controller) {
    controller.enqueue(FILE.slice(0, 300));
    signal.addEventListener('abort', () => controller.error(signal.reason));
  },
}), { headers });

function serve(answers: readonly Answer[]): { readonly asked: () => number } {
  let asked = 0;
  vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
    asked += 1;
    return answers[Math.min(asked, answers.length) - 1]!(signal);
  });
  return { asked: () => asked };
}

const outcome = (fetched: Promise<Uint8Array>): Promise<Uint8Array | string> => fetched.catch(({ code, message }: AttuneError) => `${code}: ${message}`);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an asset', () => {
  it('comes whole, with its progress, and leaves no timer', async () => {
    serve([whole]);
    const shares: number[] = [];
    expect(await fetchAsset('/x.bin', (share) => shares.push(share))).toEqual(FILE);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([['breaks off', breaksOff], ['stalls', stalls]] as const)('is fetched again where it %s', async (_, bad) => {
    const server = serve([bad, bad, whole]);
    const fetched = outcome(fetchAsset('/x.bin'));
    await vi.advanceTimersByTimeAsync(70_000);
    expect(await fetched).toEqual(FILE);
    expect(server.asked()).toBe(3);
  });

  it('is given up after three tries, with how much came', async () => {
    const server = serve([breaksOff]);
    const fetched = outcome(fetchAsset('/x.bin'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await fetched).toMatch(/^asset-broken: Expected \/x\.bin whole, but it broke off after \d+ of 1000 bytes/);
    expect(server.asked()).toBe(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    [() => new Response('gone', { status: 404 }), 'asset-missing: Expected an asset at /x.bin, but the server answered 404'],
    [() => new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }), 'asset-wrong: Expected an asset at /x.bin, but an HTML page came'],
  ])('is not asked for again where that would not help (%#)', async (answer, message) => {
    const server = serve([answer]);
    expect(await outcome(fetchAsset('/x.bin'))).toContain(message);
    expect(server.asked()).toBe(1);
  });
});
