import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FINANCE_CLASSES } from '../../src/monitor/finance/finance-head.ts';
import { createFinanceReader } from '../../src/monitor/finance/index.ts';
import { readOwnRows } from '../finance/read-rows.ts';
import { ROOT } from '../run.ts';
import type { ReadingPool } from './simulate-year.ts';

/** What the light finance reader makes of the dev half of our own set, in [-1, 1], by what the sentences are: all its mistakes are in it. */
export function poolOfReadings(): ReadingPool {
  const { read } = createFinanceReader(JSON.parse(readFileSync(join(ROOT, 'models/finance/net.json'), 'utf8')));
  const rows = readOwnRows('dev');
  const of = (wanted: keyof ReadingPool): number[] => rows.filter(({ sentiment }) => FINANCE_CLASSES[sentiment] === wanted).map(({ text, language }) => {
    const { positive, negative } = read(text, language, null);
    return positive - negative;
  });
  return { positive: of('positive'), neutral: of('neutral'), negative: of('negative') };
}
