import { writeFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { licenceTexts } from '../src/cli/assets/licence-texts.ts';
import { expectToShip, type InstalledPackage, readPackage } from './may-ship.ts';

/** The folder of the innermost package that a module belongs to; null for our own. */
function packageFolder(id: string): string | null {
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/^\0/, '').replace(/\?.*$/, ''));
  return match?.[1] ?? null;
}

/** The terms as the package brings them, or those of the licence that it names. */
function termsOf({ licence, text }: InstalledPackage): string {
  if (text) return `\`\`\`text\n${text}\n\`\`\``;
  const known = Object.entries(licenceTexts).filter(([name]) => licence.split(/\W+/).includes(name));
  const said = 'The package brings no licence file; its package.json states the licence named above.';
  return [said, ...known.map(([, terms]) => `\`\`\`text\n${terms.trim()}\n\`\`\``)].join('\n\n');
}

function render(all: readonly InstalledPackage[], what: string): string {
  const entries = all.map((each) => `## ${each.name} ${each.version}\n\nLicence: ${each.licence}\n\n${termsOf(each)}\n`);
  return `# Packages inside these files\n\n${what}\n\n${entries.join('\n')}`;
}

/**
 * Lists every package that ends up inside a build, with its terms, in a file of the build, and refuses one that may not ship.
 *
 * Use one collector for the build and for its workers: workers are builds of their own.
 */
export function createLicenceCollector(): { readonly plugin: () => Plugin; readonly write: (file: string, what: string) => Plugin } {
  const folders = new Set<string>();
  return {
    plugin: () => ({
      name: 'attune:collect-licences',
      // Style sheets and the fonts that they name are in no chunk any more when it is written.
      transform(_, id) {
        const folder = /\.css($|\?)/.test(id) ? packageFolder(id) : null;
        if (folder) folders.add(folder);
      },
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
    write: (file, what) => ({
      name: 'attune:write-licences',
      closeBundle() {
        const all = [...folders].toSorted().map(readPackage);
        expectToShip(all);
        // A server may name no charset for plain text; the mark tells it.
        if (all.length > 0) writeFileSync(file, (file.endsWith('.txt') ? '\uFEFF' : '') + render(all, what));
      },
    }),
  };
}
