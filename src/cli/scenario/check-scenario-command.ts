import { defineCommand } from 'citty';
import { languagesOf } from '../../scenario/index.ts';
import { UsageError } from '../usage-error.ts';
import { checkScenario } from './check-scenario.ts';

/** `attune check-scenario`: tells a writer what is wrong, by line. */
export default defineCommand({
  meta: { name: 'check-scenario', description: 'Check a scenario: its form, what its policy needs, and the style of its lines' },
  args: { folder: { type: 'positional', required: false, valueHint: 'FOLDER', description: 'A folder with a scenario.json as docs/scenarios.md describes it' } },
  async run({ args }) {
    const [folder] = args._;
    if (folder === undefined || args._.length > 1) throw new UsageError('Expected one folder with a scenario.json; see: attune check-scenario --help');
    const { pack, faults } = await checkScenario(folder);
    for (const fault of faults) console.log(fault);
    if (!pack) throw new Error(faults.length === 1 ? 'One place needs another look.' : `${faults.length} places need another look.`);
    for (const language of languagesOf(pack)) {
      const { intents, knowledge } = pack.content[language]!;
      console.log(`${language}: ${intents.length} intents by ${intents.reduce((sum, { examples }) => sum + examples.length, 0)} examples, ${knowledge.length} entries of knowledge`);
    }
    console.log(`${folder} is right.`);
  },
});
