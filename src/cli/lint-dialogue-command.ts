import { defineCommand } from 'citty';
import { CHINESE_CONTENT } from '../dialogue/content/zh/index.ts';
import { ENGLISH_CONTENT } from '../dialogue/content/en/index.ts';
import { parseContent } from '../dialogue/content/content.ts';
import { lintContent } from '../dialogue/content/lint-content.ts';
import { readJson } from './read-json.ts';
import { UsageError } from './usage-error.ts';

/** `attune lint-dialogue`: judges content that somebody wrote for `createDialogue`. */
export default defineCommand({
  meta: { name: 'lint-dialogue', description: 'Check dialogue content of your own: its format, its patterns and its style' },
  args: { file: { type: 'positional', required: false, valueHint: 'FILE...', description: 'JSON files as docs/dialogue.md describes them' } },
  async run({ args }) {
    if (args._.length === 0) throw new UsageError('Expected files of dialogue content, but got none; see: attune lint-dialogue --help');
    const shipped = [...ENGLISH_CONTENT, ...CHINESE_CONTENT].map((file) => parseContent(file, 'the shipped content'));
    let faults = 0;
    for (const file of args._) {
      const content = parseContent(await readJson(file), file);
      for (const { field, text, fault } of lintContent(content, shipped.filter(({ language }) => language === content.language))) {
        console.log(`${file}: ${field}: ${fault}: ${text}`);
        faults += 1;
      }
    }
    if (faults > 0) throw new Error(`${faults} of the lines need another look.`);
  },
});
