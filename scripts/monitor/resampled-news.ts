import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createRandom } from '../../src/learn/random.ts';
import type { WatchedEntity } from '../../src/monitor/index.ts';
import { readOwnRows } from '../finance/read-rows.ts';

/** Companies that nobody founded. */
const FIRST = ['Alder', 'Birk', 'Calder', 'Dorn', 'Elster', 'Farrow', 'Glenn', 'Harth', 'Ister', 'Jarrow'];
const SECOND = ['mont Foods', 'vale Energy', 'stead Bank', 'wick Motors'];
const DAY = 86_400_000;
/** Shares of documents: those that name nobody, those that name two, those that were published before, word for word, and those that take another's id. */
const SHARES = { nobody: 0.2, two: 0.15, again: 0.02, sameId: 0.02 } as const;

export const RESAMPLED_WATCH = { entities: FIRST.flatMap((first) => SECOND.map((second): WatchedEntity => ({ id: `${first}${second}`.toLowerCase().replace(' ', '-'), name: `${first}${second}`, aliases: [], tickers: [], except: [] }))) };

/** A row of news, made of others. */
export interface ResampledRow {
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/**
 * News of invented companies: sentences of our own set, two of them together, in the order of arrival, which is out of the order of publication by up to a
 * day. The same seed gives the same news. Half of a day's news falls into six hours of it.
 */
export function* resampledNews(seed: number, count: number, days: number): Generator<ResampledRow> {
  const random = createRandom(seed);
  const all = [...readOwnRows('dev'), ...readOwnRows('test')];
  const sentences = { en: all.filter(({ language }) => language === 'en'), zh: all.filter(({ language }) => language === 'zh') };
  const { entities } = RESAMPLED_WATCH;
  const pick = <Item>(of: readonly Item[]): Item => of[random.below(of.length)]!;
  const recent: ResampledRow[] = [];
  for (let i = 0; i < count; i += 1) {
    const language = random.uniform() < 0.2 ? 'zh' : 'en';
    const own = sentences[language];
    const names = random.uniform() < SHARES.nobody ? [] : random.uniform() < SHARES.two ? [pick(entities).name, pick(entities).name] : [pick(entities).name];
    const busy = random.uniform() < 0.5 ? random.uniform() * 0.25 + 0.35 : random.uniform();
    const day = Math.floor((i / count) * days);
    const at = Math.floor(Date.UTC(2026, 0, 5) + (day + busy - random.uniform()) * DAY);
    const row = { id: `n${i}`, at, text: [names.join(language === 'zh' ? '和' : ' and '), pick(own).text, pick(own).text].filter((part) => part !== '').join(language === 'zh' ? '：' : ' – ') };
    const before = recent.length === 0 ? row : pick(recent);
    const kind = random.uniform();
    const told = kind < SHARES.again ? before : kind < SHARES.again + SHARES.sameId ? { ...row, id: before.id } : row;
    recent[i % 1000] = told;
    yield told;
  }
}

/** Writes them into a table, without holding them in memory. */
export async function writeNews(file: string, rows: Iterable<ResampledRow>): Promise<void> {
  const out = createWriteStream(file);
  out.write('id,time,source,text\n');
  for (const { id, at, text } of rows) {
    if (!out.write(`${id},${at},wire,"${text.replaceAll('"', '""')}"\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
