import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { reachedFiles } from './reached-files.ts';

interface OfflineOptions {
  /** The page that must work offline, and its service worker, as the bundle names them. */
  readonly page: string;
  readonly serviceWorker: string;
  /** Files that are emitted as they are, by their names beside the pages. */
  readonly emit: Readonly<Record<string, string>>;
  /** The folder that `attune assets` made. */
  readonly assets: string;
}

/** What no visit of the kiosk asks for: models of hands, requests to other agents, and papers. */
const LEFT_OUT = /^xr\/|LICENSE|NOTICE|requests-/;

/** Other pages, and what an operator may change: that is fetched anew each time. */
const CHANGEABLE = /\.html$|^kiosk\/.*\.json$/;

const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 16);

/**
 * Writes into the service worker what is to be kept: all that the page can reach, however it names it, and the prepared assets.
 * Files with a hash in their name need no revision; the others have one of their content.
 */
export function offlineFiles({ page, serviceWorker, emit, assets }: OfflineOptions): Plugin {
  return {
    name: 'attune:offline-files',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      for (const [fileName, source] of Object.entries(emit)) this.emitFile({ type: 'asset', fileName, source: readFileSync(source) });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const { names: reached, contents } = reachedFiles(bundle, page, (name) => name === serviceWorker || CHANGEABLE.test(name));
        const site = [...reached].map((url) => ({ url, revision: /-[\w-]{8}\.\w+$/.test(url) ? null : digest(contents.get(url) ?? '') }));
        if (!existsSync(assets)) this.warn('There are no prepared assets, so the kiosk will not work offline. Run npm run assets first.');
        const kept = existsSync(assets) ? readdirSync(assets, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : [];
        const prepared = kept.map((path) => ({ path, below: path.slice(assets.length + 1).replaceAll('\\', '/') }))
          .filter(({ below }) => !LEFT_OUT.test(below)).map(({ path, below }) => ({ url: `attune/${below}`, revision: digest(readFileSync(path)) }));
        const worker = bundle[serviceWorker];
        if (worker?.type !== 'chunk' || !worker.code.includes('self.offlineFiles')) throw new Error(`Expected ${serviceWorker} to ask for self.offlineFiles, but it does not. See scenes/kiosk/offline/service-worker.ts.`);
        worker.code = worker.code.replace('self.offlineFiles', JSON.stringify([...site, ...prepared].toSorted((a, b) => (a.url < b.url ? -1 : 1))));
      },
    },
  };
}
