import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from 'redis';
import { createRandom } from '../src/learn/random.ts';
import { queueNames } from '../src/monitor/queue/queue-names.ts';
import { findRedis } from './find-redis.ts';
import { createSupervisor, runOnce } from './monitor/supervisor.ts';
import { differingRows } from './monitor/differing-rows.ts';
import { RESAMPLED_WATCH, writeNews, resampledNews } from './monitor/resampled-news.ts';
import { ROOT } from './run.ts';

/**
 * `npm run soak -- monitor [--messages N] [--kills N] [--seed N]`: the monitor as several processes on a real Redis, whose processes are killed at moments drawn by a seed, while Redis
 * is killed and stopped, a disk fills, clocks are wrong and messages are broken; what is in the stores at the end is compared to the row with what one process makes of the same news.
 */

const { values } = parseArgs({ options: { messages: { type: 'string', default: '100000' }, kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } } });
const [messages, kills, seed] = [values.messages, values.kills, values.seed].map(Number) as [number, number, number];
if (!(messages >= 1000 && kills >= 0 && seed >= 0)) throw new Error(`Expected --messages from 1000, --kills and --seed from 0, but got ${values.messages}, ${values.kills} and ${values.seed}.`);
const redisCommand = findRedis();
if (redisCommand === null) throw new Error('Expected redis-server to be installed. On Debian: apt-get install redis-server');

const PORT = 16_379;
const PARTITIONS = 2;
const DAYS = 30;
/** Clocks of some processes are wrong by so much, in milliseconds. */
const SKEWS = { 'feeder b': -3_600_000, 'worker b': 5_400_000, 'store 1': 1_800_000 } as const;
/** Shares of the way at which something happens to Redis and to the disk. */
const AT = { redisKilled: 0.3, diskFull: 0.45, redisStopped: 0.65 } as const;
/** Room for one store, for much more than it needs. */
const DISK_MEGABYTES = 64 + Math.ceil(messages / 400);
const BROKEN = ['{"id":"broken"', '{"id":"x","at":"soon","source":"s","text":"t","entities":[]}', 'null'];

const folder = join(ROOT, 'build/soak/monitor');
const disk = join(folder, 'disk');
spawnSync('umount', ['-q', disk]);
rmSync(folder, { recursive: true, force: true });
mkdirSync(disk, { recursive: true });
const at = (name: string): string => join(folder, name);
const began = performance.now();
const say = (line: string): void => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);

writeFileSync(at('watch.json'), JSON.stringify(RESAMPLED_WATCH));
const rows = [...resampledNews(seed, messages, DAYS)];
const half = Math.ceil(rows.length / 2);
await writeNews(at('a.csv'), rows.slice(0, half));
await writeNews(at('b.csv'), rows.slice(half));
// The same documents once more, by another name.
await writeNews(at('c.csv'), rows.filter((_, i) => i % 20 === 0));
say(`${messages} messages, ${Math.ceil(messages / 20)} of them twice; ${kills} kills; seed ${seed}`);

await runOnce(['monitor', at('a.csv'), at('b.csv'), '--watch', at('watch.json'), '--store', at('single.duckdb')], at('single.log'));
say('one process has read all of it');

const hasDisk = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', disk]).status === 0;
if (!hasDisk) say('no disk of its own can be mounted here, so none will be full');
let redisServer = startRedis();
const redis = createClient({ url: `redis://127.0.0.1:${PORT}`, disableOfflineQueue: true, socket: { reconnectStrategy: 200 } }).on('error', () => undefined);
await redis.connect();
const names = queueNames('soak');

const queueArgs = ['--redis', `redis://127.0.0.1:${PORT}`, '--set', 'soak'];
const stores = Array.from({ length: PARTITIONS }, (_, i) => (i === 0 ? join(disk, 'p0.duckdb') : at(`p${i}.duckdb`)));
const supervisor = createSupervisor(folder, SKEWS);
process.once('exit', () => {
  for (const name of supervisor.running()) supervisor.kill(name);
  redisServer.kill('SIGKILL');
});
supervisor.start('feeder a', ['monitor', 'feed', at('a.csv'), ...queueArgs, '--partitions', String(PARTITIONS), '--most', '4000'], 'until it ends');
supervisor.start('feeder b', ['monitor', 'feed', at('b.csv'), at('c.csv'), ...queueArgs, '--partitions', String(PARTITIONS), '--most', '4000'], 'until it ends');
for (const name of ['worker a', 'worker b']) supervisor.start(name, ['monitor', 'work', ...queueArgs, '--watch', at('watch.json'), '--claim', '5'], 'always');
stores.forEach((file, i) => supervisor.start(`store ${i}`, ['monitor', 'store', ...queueArgs, '--partition', String(i), '--store', file], 'always'));

const random = createRandom(seed);
const moments = Array.from({ length: kills }, () => 0.02 + 0.93 * random.uniform()).toSorted((a, b) => a - b);
const broken = [...BROKEN];
const done = new Set<keyof typeof AT>();
let [share, killed, mostMemory] = [0, 0, 0];
const due = (what: keyof typeof AT): boolean => share >= AT[what] && !done.has(what) && done.add(what) !== undefined;
for (;;) {
  await wait(200);
  const state = await look().catch(() => null);
  if (state === null) continue;
  share = state.read / (messages * 1.05);
  mostMemory = Math.max(mostMemory, state.memory);
  if (broken.length > 0 && share > 0.1) await redis.xAdd(names.documents, '*', { body: broken.pop()! });
  while (killed < kills && share >= moments[killed]!) {
    const victims = supervisor.running();
    const victim = victims[random.below(victims.length)]!;
    supervisor.kill(victim);
    killed += 1;
    say(`kill ${killed}: ${victim}, at ${(100 * share).toFixed(0)}%`);
  }
  if (due('redisKilled')) await restartRedis('SIGKILL');
  if (due('redisStopped')) await restartRedis('SIGTERM');
  if (hasDisk && due('diskFull')) await fillDisk();
  if (state.waiting === 0 && supervisor.ended().length === 2) break;
}
say(`all is read: ${killed} kills, Redis held ${(mostMemory / 1e6).toFixed(0)} MB at most`);
const statuses = await supervisor.stop();
const dead = Object.values(await redis.hGetAll(names.dead)).map((letter) => (JSON.parse(letter) as { reason: string }).reason);
await redis.close();
redisServer.kill('SIGTERM');
await once(redisServer, 'exit');

await runOnce(['monitor', 'merge', '--into', at('merged.duckdb'), ...stores], at('merge.log'));
const differences = await differingRows(at('single.duckdb'), at('merged.duckdb'));
for (const { table, rows: count, missing, extra } of differences) say(`${table}: ${count} rows, ${missing} lost, ${extra} too many`);
say(`dead letters: ${dead.length} of ${BROKEN.length} broken messages, and nothing else is expected; ${dead.join(' | ')}`);
const countIn = (processes: readonly string[], pattern: RegExp): number => processes.reduce((sum, name) => sum + [...supervisor.log(name).matchAll(pattern)].reduce((of, [, count]) => of + Number(count ?? 1), 0), 0);
say(`taken over from dead workers: ${countIn(['worker a', 'worker b'], /^(\d+) documents that another/gm)} documents; read on by feeders from what Redis has: ${countIn(['feeder a', 'feeder b'], /read on from what Redis has/g)} times; exit statuses ${JSON.stringify(statuses)}`);
if (hasDisk) spawnSync('umount', [disk]);
const isRight = differences.every(({ rows: count, missing, extra, table }) => missing === 0 && extra === 0 && (count > 0 || table === 'alerts')) && dead.length === BROKEN.length && killed === kills && Object.values(statuses).every((status) => status === 0);
console.log(isRight ? 'nothing was lost and nothing was counted twice' : 'NOT RIGHT');
process.exitCode = isRight ? 0 : 1;

function startRedis(): ChildProcess {
  return spawn(redisCommand!, ['--port', String(PORT), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--loglevel', 'warning'], { stdio: 'ignore' });
}

async function restartRedis(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  say(`Redis gets ${signal}, at ${(100 * share).toFixed(0)}%`);
  redisServer.kill(signal);
  await once(redisServer, 'exit');
  await wait(3000);
  redisServer = startRedis();
  say('Redis is started again');
}

/** Takes all room from the first store until it complains. */
async function fillDisk(): Promise<void> {
  const filler = join(disk, 'filler');
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(65_536));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
  }
  say(`the disk of store 0 is full, at ${(100 * share).toFixed(0)}%`);
  const isTold = (words: string): boolean => supervisor.log('store 0').includes(words);
  while (!isTold('It waits for room')) await wait(200);
  say(`store 0 says: ${/^.*It waits for room.*$/m.exec(supervisor.log('store 0'))![0]}`);
  await wait(4000);
  rmSync(filler);
  while (!isTold('There is room for the store again')) await wait(200);
  say('store 0 goes on');
}

async function look(): Promise<{ readonly read: number; readonly waiting: number; readonly memory: number }> {
  const [progress, documents, info, ...batches] = await Promise.all([redis.hGetAll(names.progress), redis.xLen(names.documents), redis.info('memory'), ...stores.map((_, i) => redis.xLen(names.rows(i)))]);
  const fed = Object.values(progress).reduce((sum, each) => sum + (JSON.parse(each) as { rows: number }).rows, 0);
  return { read: fed - documents, waiting: documents + batches.reduce((sum, each) => sum + each, 0), memory: Number(/used_memory:(\d+)/.exec(info)?.[1]) };
}
