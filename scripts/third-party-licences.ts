import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string | null;
}

/** The folder of the innermost package that a module belongs to; null for our own. */
function packageFolder(id: string): string | null {
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/^\0/, '').replace(/\?.*$/, ''));
  return match?.[1] ?? null;
}

function describe(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).filter((each) => /^(licen[cs]e|copying)/i.test(each)).sort()[0];
  return { name: name ?? folder, version: version ?? '', licence: license ?? 'unstated', text: file ? readFileSync(join(folder, file), 'utf8').trim() : null };
}

function render(all: readonly Bundled[]): string {
  const entries = all.map(({ name, version, licence, text }) => `## ${name} ${version}\n\nLicence: ${licence}\n\n${text ? `\`\`\`text\n${text}\n\`\`\`` : 'The package brings no licence file; its package.json states the licence named above.'}\n`);
  return `# Packages inside these files\n\nWorkers and the command line are built whole and contain the following packages.\n\n${entries.join('\n')}`;
}

/**
 * Lists every package that ends up inside a build, with its licence, in a file of the build.
 *
 * Use one collector for the build and for its workers: workers are builds of their own.
 */
export function createLicenceCollector(): { readonly plugin: () => Plugin; readonly write: (file: string) => Plugin } {
  const folders = new Set<string>();
  return {
    plugin: () => ({
      name: 'attune:collect-licences',
      generateBundle(_, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          for (const id of Object.keys(output.modules)) {
            const folder = packageFolder(id);
            if (folder) folders.add(folder);
          }
        }
      },
    }),
    write: (file) => ({
      name: 'attune:write-licences',
      closeBundle() {
        const all = [...folders].sort().map(describe);
        if (all.length > 0) writeFileSync(file, render(all));
      },
    }),
  };
}
