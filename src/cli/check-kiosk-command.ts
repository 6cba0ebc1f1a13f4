import { defineCommand } from 'citty';
import { createDialogue } from '../dialogue/index.ts';
import { parseKioskConfig } from '../kiosk/index.ts';
import { readJson } from './read-json.ts';
import { UsageError } from './usage-error.ts';

/** `attune check-kiosk`: tells what is wrong with a kiosk's configuration before it stands in a hall. */
export default defineCommand({
  meta: { name: 'check-kiosk', description: 'Check the configuration of a kiosk' },
  args: { file: { type: 'positional', required: false, valueHint: 'FILE', description: 'A kiosk.json as docs/kiosk.md describes it' } },
  async run({ args }) {
    const [file] = args._;
    if (file === undefined || args._.length > 1) throw new UsageError('Expected one kiosk.json; see: attune check-kiosk --help');
    const { content: { topics } } = parseKioskConfig(await readJson(file), file);
    if (topics) createDialogue({ topics });
    console.log(`${file} is right.`);
  },
});
