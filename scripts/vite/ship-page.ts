import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { reachedFiles } from './reached-files.ts';

interface ShipOptions {
  /** The page, as the bundle names it. */
  readonly page: string;
  /** Files beside the pages that go with it. */
  readonly papers: readonly string[];
  /** A folder of the package, which is emptied first. */
  readonly to: string;
}

/** Puts a built page, with all that it can reach, into the package, for a command that serves it. It stands after whatever writes its papers. */
export function shipPage({ page, papers, to }: ShipOptions): Plugin {
  let names: readonly string[] = [];
  let from = '';
  return {
    name: 'attune:ship-page',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      from = resolve(root, outDir);
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        names = [...reachedFiles(bundle, page, (name) => !name.startsWith('assets/')).names];
      },
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        rmSync(to, { recursive: true, force: true });
        for (const name of [...names, ...papers]) cpSync(join(from, name), join(to, name));
      },
    },
  };
}
