import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'redis';
import { detectLanguage } from '../../src/index.ts';
import { loadReaders } from '../../src/cli/monitor/load-readers.ts';
import { createDocumentAnalyser, type MonitorDocument } from '../../src/monitor/index.ts';
import { findRedis } from '../find-redis.ts';
import { slopeOf } from '../kiosk/slope.ts';
import { type Cost, measureCommand } from '../monitor/measure-command.ts';
import { RESAMPLED_WATCH, resampledNews, writeNews } from '../monitor/resampled-news.ts';
import { ROOT } from '../run.ts';
import { vaderCompound } from '../texts/sentiment-baselines.ts';

export interface MonitorBenchOptions {
  readonly size: 'light' | 'full';
  /** Goes up to a million documents. */
  readonly million: boolean;
}

const SEED = 1;
/** So many documents a month of the news that is made up. */
const A_MONTH = 100_000;
const SIZES = { light: [10_000, 30_000, 100_000], full: [1000, 3000, 10_000] } as const;
const LARGE = [300_000, 1_000_000];
/** Student's t for intervals of 95%, by degrees of freedom from 1. */
const T = [12.706, 4.303, 3.182, 2.776];
const QUEUED = { light: 30_000, full: 1000 } as const;
const PORT = 16_380;
/** Documents a day that sizes are told for, in millions, and how much more comes in the busiest hour than on average. */
const DAYS = [1, 10, 100];
const PEAK = 3;

/**
 * What the monitor costs in processor time, which a busy machine changes little: the whole of it beside the models alone and a lexicon alone, how that grows with the number of
 * documents, and what each role costs where it runs as several processes.
 */
export async function benchMonitor({ size, million }: MonitorBenchOptions): Promise<void> {
  const folder = join(ROOT, 'build/bench/monitor');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const watch = join(folder, 'watch.json');
  writeFileSync(watch, JSON.stringify(RESAMPLED_WATCH));
  const assets = join(ROOT, 'build/public/attune');
  const newsOf = async (count: number): Promise<string> => {
    const file = join(folder, `${count}.csv`);
    await writeNews(file, resampledNews(SEED, count, Math.max(1, (30 * count) / A_MONTH)));
    return file;
  };

  await benchModels(size, assets);
  const run = async (count: number): Promise<Cost> => {
    const cost = await measureCommand(['monitor', await newsOf(count), '--watch', watch, '--store', join(folder, `${count}.duckdb`), '--size', size, '--assets', assets]);
    rmSync(join(folder, `${count}.duckdb`));
    return cost;
  };
  const start = await run(1);
  console.log(`  starting takes ${start.seconds.toFixed(1)} s of processor time, which is taken off below, and ${start.peakMegabytes.toFixed(0)} MB`);
  const points: [number, number][] = [];
  for (const count of [...SIZES[size], ...(million ? LARGE : [])]) {
    const { seconds, peakMegabytes } = await run(count);
    const own = seconds - start.seconds;
    points.push([Math.log(count), Math.log(own)]);
    console.log(`  ${count} documents, all of it: ${own.toFixed(1)} s, ${(count / own).toFixed(0)} documents/s, at most ${peakMegabytes.toFixed(0)} MB of memory`);
  }
  const { slope, error } = slopeOf(points);
  const margin = T[points.length - 3]! * error;
  console.log(`  seconds grow with the number of documents to the power of ${slope.toFixed(3)} (${(slope - margin).toFixed(3)} to ${(slope + margin).toFixed(3)}, 95%; 1 is linear)`);
  await benchRoles(size, folder, await newsOf(QUEUED[size]), ['--watch', watch, '--size', size, '--assets', assets]);
}

/** On the same texts, in one process, after a warm-up. */
async function benchModels(size: 'light' | 'full', assets: string): Promise<void> {
  const documents = [...resampledNews(SEED, size === 'light' ? 4000 : 600, 2)].map(({ id, at, text }): MonitorDocument => ({ id, at, source: 'wire', text, entities: [] }));
  const texts = documents.map(({ text }) => ({ text, language: detectLanguage(text) }));
  const readers = await loadReaders(size, assets);
  const analyser = createDocumentAnalyser(RESAMPLED_WATCH.entities, readers);
  const rates = {
    'vader-sentiment alone': await rate(texts.length, () => texts.forEach(({ text }) => vaderCompound(text))),
    'the models alone': await rate(texts.length, () => Promise.all([readers.sentiment(texts.map(({ text, language }) => ({ text, language, about: null, alone: true }))), readers.feelings(texts)])),
    'reading a document': await rate(texts.length, () => analyser.analyse(documents)),
  };
  console.log(`monitor, ${size}: in a second of processor time ${Object.entries(rates).map(([name, value]) => `${name} ${value.toFixed(0)} texts`).join(', ')} (${(texts.reduce((sum, { text }) => sum + text.length, 0) / texts.length).toFixed(0)} characters each)`);
}

/** Each role by itself, one after the other. */
async function benchRoles(size: 'light' | 'full', folder: string, news: string, work: readonly string[]): Promise<void> {
  const command = findRedis();
  if (command === null) {
    console.log('  no redis-server was found, so the roles of several processes are not measured');
    return;
  }
  const count = QUEUED[size];
  const server = spawn(command, ['--port', String(PORT), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'always'], { stdio: 'ignore' });
  const redis = createClient({ url: `redis://127.0.0.1:${PORT}`, socket: { reconnectStrategy: 100 } }).on('error', () => undefined);
  try {
    await redis.connect();
    const spent = async (): Promise<number> => [...(await redis.info('cpu')).matchAll(/used_cpu_(?:sys|user):([\d.]+)/g)].reduce((sum, [, seconds]) => sum + Number(seconds), 0);
    const before = await spent();
    const queue = ['--redis', `redis://127.0.0.1:${PORT}`];
    const roles = {
      feed: ['monitor', 'feed', news, ...queue, '--most', '1000000'],
      work: ['monitor', 'work', ...queue, ...work, '--once'],
      store: ['monitor', 'store', ...queue, '--store', join(folder, 'queue.duckdb'), '--once'],
    };
    const costs: string[] = [];
    const each: Record<string, number> = {};
    for (const [role, args] of Object.entries(roles)) {
      const { seconds, peakMegabytes } = await measureCommand(args);
      // Once more with nothing left to do, for what starting costs.
      const idle = await measureCommand(args);
      each[role] = Math.max(0, seconds - idle.seconds) / count;
      costs.push(`${role} ${each[role] === 0 ? 'no longer than its start alone' : `${(1 / each[role]).toFixed(0)} documents/s`} (${peakMegabytes.toFixed(0)} MB)`);
      if (role === 'feed') costs.push(`a queue of ${(await memoryOf(redis) / count).toFixed(0)} bytes a document`);
    }
    each['redis'] = (await spent() - before) / count;
    console.log(`  as several processes, in a second of processor time each: ${costs.join(', ')}, Redis ${(1 / each['redis']).toFixed(0)} documents/s`);
    const cores = (millions: number, of: readonly string[]): number => (of.reduce((sum, role) => sum + each[role]!, 0) * millions * 1e6 * PEAK) / 86_400;
    for (const millions of DAYS) console.log(`  ${millions} million documents a day, ${PEAK} times as many in the busiest hour: ${cores(millions, ['work']).toFixed(2)} cores read, ${cores(millions, ['store']).toFixed(2)} store, ${cores(millions, ['feed', 'redis']).toFixed(2)} feed and queue`);
  } finally {
    await redis.close();
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

async function memoryOf(redis: { info(section: string): Promise<string> }): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}

/** How many are dealt with in a second of processor time: the best of three rounds, after one to warm up. */
async function rate(count: number, run: () => unknown): Promise<number> {
  await run();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return count / best;
}
