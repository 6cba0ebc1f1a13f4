import { defineCommand } from 'citty';
import { createCommunity, type MessageReading } from '../../community/index.ts';
import { USE_CONTEXTS } from '../../core/index.ts';
import { loadLightAnalyser } from '../monitor/load-readers.ts';
import type { BadRow } from '../rows/open-rows.ts';
import { UsageError } from '../usage-error.ts';
import { openChat } from './open-chat.ts';
import type { DateOrder } from './read-dates.ts';
import { tellReport } from './tell-report.ts';

/** Bad lines that are told. */
const SHOWN = 20;
const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

/** `attune community`: how the people of a chat appear to get on. */
export default defineCommand({
  meta: { name: 'community', description: 'How the people of a chat appear to get on: mood over time, heat, who answers whom, who falls silent' },
  args: {
    file: { type: 'positional', required: false, valueHint: 'FILE', description: 'An export of WhatsApp (.txt), Telegram, Discord or Slack (.json), or .csv, .tsv, .jsonl with time, author, text' },
    names: { type: 'boolean', default: false, description: 'Call people by their names, not A, B, C' },
    json: { type: 'boolean', default: false, description: 'Print all of it as JSON' },
    dates: { type: 'string', valueHint: 'ORDER', description: 'dmy or mdy, where dates may be read in two ways' },
    context: { type: 'string', valueHint: 'CONTEXT', description: `Where it is used: ${USE_CONTEXTS.join(', ')}` },
  },
  async run({ args }) {
    const [file] = args._;
    if (file === undefined || args._.length > 1) throw new UsageError('Expected one chat export; see: attune community --help');
    const order = args.dates === undefined ? null : ORDERS.find((each) => each === args.dates);
    if (order === undefined) throw new UsageError(`Expected --dates dmy, mdy or ymd, but got "${args.dates}".`);
    expectAllowed(args.context);
    const chat = await openChat(file, order);
    if (chat.kind === 'slack' && args.context === undefined) throw new UsageError(`Expected --context with an export of Slack, which is mostly from a workplace, where this is not offered. Say --context personal or --context public for a club, a community or friends.`);
    const analyser = await loadLightAnalyser();
    const community = createCommunity();
    const bad: BadRow[] = [];
    let [messages, faults] = [0, 0];
    for await (const message of chat.messages()) {
      if ('fault' in message) {
        faults += 1;
        if (bad.length < SHOWN) bad.push(message);
        continue;
      }
      messages += 1;
      community.add(message, message.text === '' ? NOTHING : readingOf(analyser.analyse(message.text)));
    }
    const told = args.json ? console.error : console.log;
    for (const { line, field, fault } of bad) told(`${file}, ${field === 'entry' ? 'entry' : 'line'} ${line}: ${field === 'entry' ? '' : `${field} `}${fault}`);
    if (faults > bad.length) told(`and ${faults - bad.length} more`);
    if (messages === 0) throw new Error(`Expected messages in ${file}, but none could be read.`);
    const report = community.report(args.names);
    if (args.json) {
      console.log(JSON.stringify({ kind: chat.kind, dates: chat.order, faults, left: chat.left, ...report }));
      return;
    }
    console.log(`${file}: ${{ whatsapp: `WhatsApp, dates as ${{ dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' }[chat.order ?? 'dmy']}`, table: 'a table', telegram: 'Telegram', discord: 'Discord', slack: 'Slack' }[chat.kind]}; ${chat.left} lines of the system or of bots left out, ${faults} could not be read`);
    for (const line of tellReport(report)) console.log(line);
    console.log('', '\nWords are often misread: irony, in-jokes, other languages. Nobody should be judged by this, and it is not offered for people at work or at school.');
  },
});

const NOTHING: MessageReading = { known: 0, valence: 0, anger: 0 };

function readingOf({ known, valence, emotions: { anger, disgust, contempt } }: ReturnType<Awaited<ReturnType<typeof loadLightAnalyser>>['analyse']>): MessageReading {
  return { known, valence: valence.mean, anger: Math.min(1, anger + disgust + contempt) };
}

/** What the compliance modes refuse for feelings of people at work and at school is refused here, too, for what they write. */
function expectAllowed(context: string | undefined): void {
  if (context !== undefined && !USE_CONTEXTS.some((each) => each === context)) throw new UsageError(`Expected --context to be one of ${USE_CONTEXTS.join(', ')}, but got "${context}".`);
  if (context === 'workplace' || context === 'education') throw new UsageError(`Expected no reading of how people get on in the context "${context}": it would watch employees or pupils, who can hardly refuse, so it is not offered. docs/compliance.md says more.`);
}
