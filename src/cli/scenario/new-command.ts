import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineCommand } from 'citty';
import { UsageError } from '../usage-error.ts';

/** `attune new scenario NAME`: copies a small scenario with a policy of its own, which check-scenario finds right. */
export default defineCommand({
  meta: { name: 'new', description: 'Begin something new: attune new scenario NAME' },
  args: {
    what: { type: 'positional', required: false, valueHint: 'scenario', description: 'What to begin; there are scenarios' },
    name: { type: 'positional', required: false, valueHint: 'NAME', description: 'A new folder, such as museum-guide' },
  },
  async run({ args }) {
    const [what, name] = args._;
    if (what !== 'scenario' || name === undefined || args._.length > 2) throw new UsageError('Expected "scenario" and a name; see: attune new --help');
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new UsageError(`Expected a name of small Latin letters, digits and hyphens, such as museum-guide, but got "${name}".`);
    if (existsSync(name)) throw new UsageError(`Expected ${name} to be new, but there is something of that name. Nothing was written; choose another.`);
    const starter = findStarter();
    await mkdir(name);
    for (const file of await readdir(starter)) await writeFile(join(name, file), (await readFile(join(starter, file), 'utf8')).replaceAll('my-scenario', name));
    console.log(`${relative(process.cwd(), name)}: ${(await readdir(name)).toSorted().join(', ')}`);
    console.log(`Next: attune check-scenario ${name}. README.md says more.`);
  },
});

function findStarter(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at)) {
    const starter = join(at, 'starters/scenario');
    if (existsSync(starter)) return starter;
  }
  throw new Error('Expected the starter among the files of the package, but it is missing. Install attune again.');
}
