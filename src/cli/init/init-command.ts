import { relative } from 'node:path';
import { defineCommand } from 'citty';
import { UsageError } from '../usage-error.ts';
import { copyStarter, type Template, TEMPLATES } from './copy-starter.ts';

/** `attune init`: copies a small game to begin with. */
export default defineCommand({
  meta: { name: 'init', description: 'Copy a small game with a character into a folder, to begin with' },
  args: {
    folder: { type: 'positional', required: false, valueHint: 'FOLDER', description: 'A new or empty folder; this one by default' },
    template: { type: 'string', alias: 't', valueHint: TEMPLATES.join('|'), default: 'three', description: 'In plain three.js, or in React and @react-three/fiber' },
  },
  async run({ args, rawArgs }) {
    const unexpected = rawArgs.find((arg) => arg.startsWith('-') && !/^(--template|-t)(=|$)/.test(arg)) ?? args._[1];
    if (unexpected !== undefined) throw new UsageError(`Expected one folder and no option but --template, but got "${unexpected}"; see: attune init --help`);
    if (!isTemplate(args.template)) throw new UsageError(`Expected --template to be ${TEMPLATES.join(' or ')}, but got "${args.template}"; see: attune init --help`);
    const folder = args.folder ?? '.';
    const files = await copyStarter(folder, args.template);
    console.log(`${relative(process.cwd(), folder) || '.'}: ${files.join(', ')}`);
    console.log('Next, there: npm install PATH/attune-0.1.0.tgz, npm run assets, npm run dev. README.md says more.');
  },
});

const isTemplate = (name: string): name is Template => (TEMPLATES as readonly string[]).includes(name);
