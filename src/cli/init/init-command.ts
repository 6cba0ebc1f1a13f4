import { relative } from 'node:path';
import { defineCommand } from 'citty';
import { UsageError } from '../usage-error.ts';
import { copyStarter } from './copy-starter.ts';

/** `attune init`: copies a small game to begin with. */
export default defineCommand({
  meta: { name: 'init', description: 'Copy a small game with a character into a folder, to begin with' },
  args: { folder: { type: 'positional', required: false, valueHint: 'FOLDER', description: 'A new or empty folder; this one by default' } },
  async run({ args, rawArgs }) {
    const unexpected = rawArgs.find((arg) => arg.startsWith('-')) ?? args._[1];
    if (unexpected !== undefined) throw new UsageError(`Expected one folder and no options, but got "${unexpected}"; see: attune init --help`);
    const folder = args.folder ?? '.';
    const files = await copyStarter(folder);
    console.log(`${relative(process.cwd(), folder) || '.'}: ${files.join(', ')}`);
    console.log('Next, there: npm install PATH/attune-0.1.0.tgz, npm run assets, npm run dev. README.md says more.');
  },
});
