import { AttuneError, type Seconds } from '../core/index.ts';

/** Where the prepared assets lie when nothing else is said: beside the page, on the same origin. */
export const DEFAULT_ASSETS = './attune/';

/** The absolute URL of an asset, from the one base on which all of them hang. Workers have no page to start from, so theirs should be absolute. */
export function assetUrl(assets: string, path: string): string {
  const base = assets.endsWith('/') ? assets : `${assets}/`;
  return new URL(path, new URL(base, globalThis.document?.baseURI ?? location.href)).href;
}

/** A transfer of which nothing more comes for so long has broken off. */
const STALL: Seconds = 30;
/** Pauses before a transfer that broke off is tried again. */
const AGAIN: readonly Seconds[] = [0.5, 2];

/**
 * Fetches an asset whole. A transfer that breaks off or stalls is tried again, twice at most.
 *
 * @param onProgress share of the bytes that arrived, in [0, 1]; not called when the size is unknown
 * @throws {AttuneError} `asset-missing` when it is not there; `asset-wrong` when a page came instead; `asset-broken` when it never came whole
 */
export async function fetchAsset(url: string, onProgress?: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  for (const pause of AGAIN) {
    try {
      return await fetchOnce(url, onProgress);
    } catch (thrown) {
      if (!(thrown instanceof AttuneError && thrown.code === 'asset-broken')) throw thrown;
      await new Promise((resolve) => { setTimeout(resolve, pause * 1000); });
    }
  }
  return fetchOnce(url, onProgress);
}

async function fetchOnce(url: string, onProgress: ((share: number) => void) | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const giveUp = new AbortController();
  let stall: ReturnType<typeof setTimeout> | undefined;
  const awaitMore = (): void => {
    clearTimeout(stall);
    stall = setTimeout(() => giveUp.abort(), STALL * 1000);
  };
  awaitMore();
  try {
    const response = await fetch(url, { signal: giveUp.signal }).catch((thrown: unknown) => {
      if (giveUp.signal.aborted) throw broken(url, 0, 0, thrown);
      throw new AttuneError('asset-missing', `Could not fetch ${url}: the network refused. Serve the folder that "attune assets" made.`, thrown);
    });
    if (!response.ok) {
      throw new AttuneError('asset-missing', `Expected an asset at ${url}, but the server answered ${response.status}. Run "attune assets --out FOLDER" and serve that folder there.`);
    }
    // Servers of single-page applications answer a missing file with their index page and status 200.
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      throw new AttuneError('asset-wrong', `Expected an asset at ${url}, but an HTML page came. Run "attune assets --out FOLDER" and serve that folder there.`);
    }
    if (!response.body) return new Uint8Array(await response.arrayBuffer());
    return await readWhole(response.body, Number(response.headers.get('content-length')), url, (share) => {
      awaitMore();
      if (share !== null) onProgress?.(share);
    });
  } finally {
    clearTimeout(stall);
  }
}

async function readWhole(body: ReadableStream<Uint8Array>, total: number, url: string, arrived: (share: number | null) => void): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let received = 0;
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read().catch((thrown: unknown) => {
      throw broken(url, received, total, thrown);
    });
    if (done) break;
    parts.push(value);
    received += value.length;
    arrived(total > 0 ? Math.min(1, received / total) : null);
  }
  const whole = new Uint8Array(received);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function broken(url: string, received: number, total: number, cause: unknown): AttuneError {
  return new AttuneError('asset-broken', `Expected ${url} whole, but it broke off after ${received}${total > 0 ? ` of ${total}` : ''} bytes. Try again when the connection is better.`, cause);
}
