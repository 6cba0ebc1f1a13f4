import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import { measureCommand } from '../monitor/measure-command.ts';
import { ROOT } from '../run.ts';
import { readBanking } from '../texts/intent-corpora.ts';

const ROWS = 50_000;
/** What people begin with, so that every row is one of its own. */
const OPENINGS = ['', 'Hello, ', 'Hi there. ', 'Quick question: ', 'Morning. '];
/** Every so many rows are wrong, in one of these ways. */
const WRONG = 200;
const FAULTS = [{ question: '' }, { answer: ' ' }, { rating: 'five' }, { rating: '9' }] as const;

interface Report {
  readonly rows: number;
  readonly taken: number;
  readonly badRows: number;
  readonly bad: readonly { readonly line: number; readonly field: string }[];
}

/** What it costs to learn a help desk from 50,000 rows: Banking77's questions behind several openings, with six wordings of each of our answers. */
export async function benchIngest(): Promise<void> {
  if (!existsSync(dataFolder())) {
    console.log('ingest: Banking77 is not there (ATTUNE_DATA), so nothing is measured');
    return;
  }
  const folder = join(ROOT, 'build/bench/ingest');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const wordings = JSON.parse(readFileSync(join(ROOT, 'scripts/service/banking-wordings.json'), 'utf8')) as Readonly<Record<string, readonly string[]>>;
  const asked = [...readBanking('train'), ...readBanking('test')];
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const { text, intent } = asked[i % asked.length]!;
    const own = wordings[intent]!;
    const row = { id: String(i), question: `${OPENINGS[Math.floor(i / asked.length)]!}${text}`, answer: own[i % own.length]!, rating: String(3 + (i % 3)), label: intent };
    return i % WRONG === WRONG - 1 ? { ...row, ...FAULTS[Math.floor(i / WRONG) % FAULTS.length] } : row;
  });
  const histories = { labelled: rows, 'without labels': rows.map(({ id, question, answer, rating }) => ({ id, question, answer, rating })) };
  for (const [name, history] of Object.entries(histories)) {
    const file = join(folder, `${name.replace(' ', '-')}.jsonl`);
    writeFileSync(file, history.map((row) => `${JSON.stringify(row)}\n`).join(''));
    for (const size of ['light', 'full']) {
      const out = join(folder, 'desk');
      const { seconds, peakMegabytes } = await measureCommand(['ingest', file, '--out', out, '--size', size, '--assets', join(ROOT, 'build/public/attune')]);
      const { rows: read, taken, badRows, bad } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
      console.log(`ingest, ${name}, ${size}: ${read} rows, ${taken} questions taken, ${badRows} wrong (the first in line ${bad[0]?.line}, ${bad[0]?.field}); ${seconds.toFixed(0)} s of processor time, at most ${peakMegabytes.toFixed(0)} MB`);
    }
  }
}
