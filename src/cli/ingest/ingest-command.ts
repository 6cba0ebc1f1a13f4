import { Presets, SingleBar } from 'cli-progress';
import { defineCommand } from 'citty';
import { createHistory } from '../../browser/text/desk/history.ts';
import { type Coverage, learnDesk } from '../../browser/text/desk/learn-desk.ts';
import { openOutputFolder } from '../assets/output-folder.ts';
import { loadEncoder } from '../load-encoder.ts';
import { UsageError } from '../usage-error.ts';
import type { BadRow } from '../rows/open-rows.ts';
import { openHistory } from './read-history.ts';
import { scenarioContent } from './scenario-content.ts';

/** Bad rows that are shown; report.json has more of them. */
const SHOWN = 20;
const KEPT = 10_000;
/** Questions that are gathered: a desk that answers so many is more than one desk. */
const MOST_TAKEN = 200_000;
const MEGA = 1024 * 1024;
const STEPS = { groups: 'looking for what means alike', meaning: 'reading meaning', coverage: 'asking itself' } as const;

/** `attune ingest`: learns a help desk from its history. */
export default defineCommand({
  meta: { name: 'ingest', description: 'Learn a help desk from its history of questions and answers' },
  args: {
    file: { type: 'positional', required: true, valueHint: 'FILE', description: 'csv, tsv or jsonl with question, answer, and perhaps rating (1 to 5), label and id' },
    out: { type: 'string', default: 'desk', description: 'Folder for desk.json, desk.bin, content.json and report.json' },
    size: { type: 'string', default: 'full', description: 'full reads English by meaning, light by words alone' },
    assets: { type: 'string', default: 'public/attune', description: 'Folder that `attune assets` made, for full' },
  },
  async run({ args: { file, out, size, assets } }) {
    if (size !== 'full' && size !== 'light') throw new UsageError(`Expected --size full or light, but got "${size}".`);
    const began = performance.now();
    const source = await openHistory(file);
    const encoder = size === 'full' ? await loadEncoder(assets) : null;
    const bar = showBar();
    const history = createHistory();
    const bad: BadRow[] = [];
    let [rows, faults, left, peak] = [0, 0, 0, 0];
    for await (const row of source.rows()) {
      rows += 1;
      if (rows % 1000 === 0) {
        bar('reading', source.read() / MEGA, source.bytes / MEGA, 'MB');
        peak = Math.max(peak, process.memoryUsage().rss);
      }
      if (!('fault' in row) && history.taken >= MOST_TAKEN) {
        left += 1;
        continue;
      }
      const fault = 'fault' in row ? row : history.add(row);
      if (!fault) continue;
      faults += 1;
      if (bad.length < KEPT) bad.push({ line: row.line, field: fault.field, fault: fault.fault });
    }
    bar(null);
    for (const { line, field, fault } of bad.slice(0, SHOWN)) console.log(`${file}, line ${line}: ${field} ${fault}`);
    if (faults > SHOWN) console.log(`and ${faults - SHOWN} more rows, in ${out}/report.json`);
    if (history.taken === 0) throw new Error(`Expected questions with answers in ${file}, but ${rows === 0 ? 'there are no rows' : `none of its ${rows} rows could be taken`}. Nothing was written.`);
    const { file: desk, embeddings, coverage, badlyRated } = await learnDesk(history, {
      encoder,
      onProgress: (what, done, total) => {
        peak = Math.max(peak, process.memoryUsage().rss);
        bar(STEPS[what], done, total, 'texts');
      },
    });
    bar(null);
    await encoder?.dispose();
    if (coverage.length === 0) throw new Error(`Expected answers in ${file} that people were content with, but all of them are rated 2 stars or less. Nothing was written.`);
    const seconds = (performance.now() - began) / 1000;
    const report = { rows, taken: history.taken, repeated: history.repeated, masked: history.masked, badRows: faults, notRead: left, badlyRated, encoding: source.encoding, seconds, peakMemoryMB: peak / MEGA, coverage, bad };
    const folder = await openOutputFolder(out);
    try {
      await folder.write('desk.json', new TextEncoder().encode(JSON.stringify(desk)));
      await folder.write('desk.bin', new Uint8Array(embeddings.buffer));
      await folder.write('content.json', new TextEncoder().encode(`${JSON.stringify(scenarioContent(desk), null, 2)}\n`));
      await folder.write('report.json', new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`));
    } finally {
      await folder.close();
    }
    console.log(`${rows} rows in ${source.encoding}: ${history.taken} questions were taken, ${history.repeated} say again what another said, ${faults} are wrong. In ${history.masked} questions numbers and addresses were masked; ${badlyRated} answers were left out for their ratings.`);
    if (left > 0) console.log(`${left} rows were not read: ${MOST_TAKEN} questions are the most.`);
    for (const each of coverage) console.log(tell(each));
    console.log(`${seconds.toFixed(1)} s, at most ${(peak / MEGA).toFixed(0)} MB of memory; written to ${folder.path}`);
  },
});

function tell({ language, answers, questions, tried, right, asked, wrong, refused, thin }: Coverage): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  return `${language === 'en' ? 'English' : 'Chinese'}: ${answers} answers, ${questions} questions kept. Of ${tried} of them, each asked without itself: ${percent(right)} answered rightly, ${percent(asked)} after a question, ${percent(wrong)} wrong, ${percent(refused)} not known.${thin.length > 0 ? ` ${thin.length} answers have a single question: more ways to ask would help, first for ${thin.slice(0, 3).map((title) => JSON.stringify(title.slice(0, 60))).join(', ')}.` : ''}`;
}

type Bar = (title: string | null, done?: number, total?: number, unit?: string) => void;

/** One bar after the other where there is a terminal, and elsewhere nothing. */
function showBar(): Bar {
  let [bar, shown]: [SingleBar | null, string | null] = [null, null];
  return (title, done = 0, total = 0, unit = '') => {
    if (title !== shown) {
      bar?.stop();
      bar = title !== null && process.stderr.isTTY ? new SingleBar({ stream: process.stderr, format: `${title} {bar} {value}/{total} ${unit}`, hideCursor: true, clearOnComplete: true }, Presets.shades_classic) : null;
      bar?.start(Math.max(1, Math.ceil(total)), 0);
      shown = title;
    }
    bar?.update(Math.round(done));
  };
}
