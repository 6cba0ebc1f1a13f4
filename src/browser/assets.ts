import { AttuneError } from '../core/index.ts';

/** Where the prepared assets lie when nothing else is said: beside the page, on the same origin. */
export const DEFAULT_ASSETS = './attune/';

/** The absolute URL of an asset, from the one base on which all of them hang. Workers have no page to start from, so theirs should be absolute. */
export function assetUrl(assets: string, path: string): string {
  const base = assets.endsWith('/') ? assets : `${assets}/`;
  return new URL(path, new URL(base, globalThis.document?.baseURI ?? location.href)).href;
}

/**
 * Fetches an asset whole.
 *
 * @param onProgress share of the bytes that arrived, in [0, 1]; not called when the size is unknown
 * @throws {AttuneError} `asset-missing` when it is not there; `asset-wrong` when a page came instead
 */
export async function fetchAsset(url: string, onProgress?: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch((thrown: unknown) => {
    throw new AttuneError('asset-missing', `Could not fetch ${url}: the network refused. Serve the folder that "attune assets" made.`, thrown);
  });
  if (!response.ok) {
    throw new AttuneError('asset-missing', `Expected an asset at ${url}, but the server answered ${response.status}. Run "attune assets --out FOLDER" and serve that folder there.`);
  }
  // Servers of single-page applications answer a missing file with their index page and status 200.
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    throw new AttuneError('asset-wrong', `Expected an asset at ${url}, but an HTML page came. Run "attune assets --out FOLDER" and serve that folder there.`);
  }
  const total = Number(response.headers.get('content-length'));
  if (!onProgress || !response.body || !(total > 0)) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  let received = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    received += value.length;
    onProgress(Math.min(1, received / total));
  }
  const whole = new Uint8Array(received);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
