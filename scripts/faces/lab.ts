import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS, ensureBrowser } from '../find-browser.ts';

/** A picture in memory: four bytes (red, green, blue, opacity) for each pixel, row by row. */
export interface Picture {
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface LabOptions {
  /** Folders of this machine whose files the pages may fetch, by the first part of their path. */
  readonly folders: Readonly<Record<string, string>>;
  /** Files that are held in memory, by their whole path. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** Makes the picture that a page asks for as /picture/ASKED, when it does. */
  readonly pictureAt: (asked: string) => Promise<Picture>;
}

/** Pages in headless Chromium in which readers of faces run, with nothing to fetch but what is served here. */
export interface Lab {
  /** A page of its own process, and so on a core of its own. */
  openPage(): Promise<Page>;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm', json: 'application/json' };

/**
 * Starts a browser, and a server for its pages. A picture comes as RGBA bytes, its size in the header X-Size.
 *
 * @throws {Error} when there is no browser on this machine
 */
export async function openLab({ folders, files = {}, pictureAt }: LabOptions): Promise<Lab> {
  const executablePath = ensureBrowser();
  if (executablePath === null) throw new Error('Expected a Chromium, Chrome or Edge on this machine, but found none. Install one, or name it in CHROME_PATH.');
  const answer = async (path: string): Promise<{ headers: Record<string, string>; body: Uint8Array }> => {
    const [, kind = '', ...rest] = normalize(path).split('/');
    if (kind === 'picture') {
      const { rgba, width, height } = await pictureAt(rest.join('/'));
      return { headers: { 'Content-Type': 'application/octet-stream', 'X-Size': `${width} ${height}` }, body: rgba };
    }
    const held = files[kind];
    if (held) return { headers: { 'Content-Type': 'application/octet-stream' }, body: held };
    const folder = folders[kind];
    if (folder === undefined) return { headers: { 'Content-Type': 'text/html' }, body: Buffer.from('<!doctype html><title>faces</title>') };
    return { headers: { 'Content-Type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }, body: await readFile(join(folder, ...rest)) };
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '/').then(({ headers, body }) => response.writeHead(200, headers).end(body), (thrown: unknown) => response.writeHead(500).end(String(thrown)));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  return {
    async openPage() {
      const page = await (await browser.newContext()).newPage();
      // tsx wraps named functions in a helper that the page does not have.
      await page.addInitScript('globalThis.__name = (f) => f');
      await page.goto(address);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
