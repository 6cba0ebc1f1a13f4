import { relative } from 'node:path';
import { defineCommand } from 'citty';
import { UsageError } from '../usage-error.ts';
import { type AssetGroup, assetGroups } from './groups.ts';
import { prepareAssets } from './prepare-assets.ts';
import { showProgress } from './show-progress.ts';

/** `attune assets`: fills a folder that a web server then serves from the page's own origin. */
export default defineCommand({
  meta: {
    name: 'assets',
    description: 'Make the models, WebAssembly and avatars that a page loads, from installed packages',
  },
  args: {
    out: { type: 'string', valueHint: 'FOLDER', description: 'The folder to fill, such as public/attune' },
    only: { type: 'string', valueHint: assetGroups.join(','), description: 'Prepare only these groups' },
  },
  async run({ args, rawArgs }) {
    rejectUnknown(rawArgs, args._);
    const progress = showProgress(process.stderr);
    const started = performance.now();
    try {
      const prepared = await prepareAssets({
        out: args.out ?? '',
        ...(args.only === undefined ? {} : { only: args.only.split(',').map((name) => name.trim()).filter((name) => name !== '') as AssetGroup[] }),
        onProgress: progress.update,
      });
      progress.stop();
      const written = prepared.filter(({ state }) => state === 'written').length;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${relative(process.cwd(), args.out ?? '') || '.'}: ${written} files written, ${prepared.length - written} already right, in ${seconds} s`);
    } finally {
      progress.stop();
    }
  },
});

/** citty passes over options that it does not know; a typing error must not prepare something else. */
function rejectUnknown(rawArgs: readonly string[], positional: readonly string[]): void {
  const option = rawArgs.find((arg) => arg.startsWith('-') && !/^--(out|only)(=|$)/.test(arg));
  const unexpected = option ?? positional[0];
  if (unexpected !== undefined) {
    throw new UsageError(`Expected only the options --out and --only, but got "${unexpected}"; see: attune assets --help`);
  }
}
