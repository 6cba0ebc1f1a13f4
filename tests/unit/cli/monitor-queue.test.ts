import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { differingRows } from '../../../scripts/monitor/differing-rows.ts';
import { ROOT } from '../../../scripts/run.ts';
import { runCli } from '../../../src/cli/run-cli.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';
import { hasRedis, startRedis } from '../monitor/queue/redis-server.ts';

const WATCH = JSON.stringify({ entities: [{ id: 'acme', name: 'Acme', tickers: ['ACME'] }, { id: 'bolt', name: 'Bolt Motors', aliases: ['博特汽车'] }] });
const NEWS = 'id,time,source,text\n1,2026-01-05T09:00:00Z,wire,Acme profit doubles and beats estimates\n2,2026-01-05T09:30:00Z,wire,"Regulator opens a fraud probe into Bolt Motors; Acme is not involved"\n3,soon,wire,Acme falls\n4,2026-01-05 10:00,paper,博特汽车亏损扩大，被监管立案调查\n2,2026-01-05T09:40:00Z,wire,Bolt Motors wins an order\n';

async function attune(...args: readonly string[]): Promise<{ readonly status: number; readonly told: string }> {
  const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((each) => each.mockImplementation(() => undefined));
  const status = await runCli(args);
  const told = said.flatMap((each) => each.mock.calls).flat().join('\n');
  vi.restoreAllMocks();
  return { status, told };
}

afterEach(() => vi.restoreAllMocks());

describe.skipIf(!hasRedis)('attune monitor feed, work, store, dead and merge', { timeout: 600_000 }, () => {
  it('do together what attune monitor does alone', async () => {
    const folder = temporaryFolder();
    const at = (name: string): string => join(folder, name);
    writeFileSync(at('watch.json'), WATCH);
    writeFileSync(at('news.csv'), NEWS);
    const redis = await startRedis(folder);
    try {
      const queue = ['--redis', redis.url, '--set', 'news'];
      await attune('monitor', at('news.csv'), '--watch', at('watch.json'), '--store', at('single.duckdb'));
      const fed = await attune('monitor', 'feed', at('news.csv'), ...queue, '--partitions', '2');
      expect(fed).toMatchObject({ status: 0, told: expect.stringContaining('5 rows in') });
      expect(fed.told).toContain('line 4: time expected a time such as');
      // What was fed once is not fed again.
      expect(await attune('monitor', 'feed', at('news.csv'), ...queue)).toEqual({ status: 0, told: '' });
      expect(await attune('monitor', 'work', ...queue, '--watch', at('watch.json'), '--once', '--metrics', '0')).toMatchObject({ status: 0, told: expect.stringContaining('Metrics are at http://127.0.0.1:') });
      for (const partition of [0, 1]) expect(await attune('monitor', 'store', ...queue, '--partition', String(partition), '--store', at(`p${partition}.duckdb`), '--once')).toMatchObject({ status: 0, told: expect.stringContaining(`p${partition}.duckdb: `) });
      expect((await attune('monitor', 'merge', '--into', at('all.duckdb'), at('p0.duckdb'), at('p1.duckdb'))).told).toContain('4 documents (1 replaced by an earlier one with the same id), 5 mentions');
      for (const { table, missing, extra } of await differingRows(at('single.duckdb'), at('all.duckdb'))) expect({ table, missing, extra }).toEqual({ table, missing: 0, extra: 0 });
      expect(await attune('monitor', 'dead', ...queue)).toEqual({ status: 0, told: 'There are none.' });
      expect(await attune('monitor', 'feed', at('news.csv'), ...queue, '--partitions', '3')).toMatchObject({ status: 1, told: expect.stringContaining('Expected 2 partitions') });
      expect(await attune('monitor', 'store', ...queue, '--partition', '2', '--store', at('p2.duckdb'))).toMatchObject({ status: 2, told: expect.stringContaining('Expected --partition to be a whole number from 0 to 1') });
    } finally {
      await redis.stop();
    }
  });
});

describe('attune monitor with a queue', () => {
  it.each([
    [['feed'], 'Expected files, folders or "-"'], [['feed', 'news.csv', '--redis', 'localhost'], 'Expected --redis to be an address such as'], [['feed', 'news.csv', '--set', 'a b'], 'Expected --set to be letters'],
    [['work'], 'Expected --watch'], [['dead', '--requeue', '--drop'], 'Expected --requeue or --drop, but got both.'], [['merge', 'a.duckdb'], 'Expected --into'], [['merge', '--into', 'a.duckdb', 'none.duckdb'], 'but there is none'],
  ])('says what is wrong with %j', async (args, told) => {
    expect(await attune('monitor', ...args)).toMatchObject({ status: 2, told: expect.stringContaining(told) });
  });
});

describe('the example of compose', () => {
  it('starts commands that there are, with arguments that they know', async () => {
    const { services, volumes } = parse(readFileSync(join(ROOT, 'docs/scale/compose.yaml'), 'utf8')) as { services: Record<string, { image?: string; command?: readonly string[]; volumes?: readonly string[]; depends_on?: Record<string, { condition: string }>; deploy?: { replicas: number } }>; volumes: Record<string, unknown> };
    expect(Object.keys(services)).toEqual(['redis', 'feed', 'work', 'store']);
    expect(services['work']!.deploy).toEqual({ replicas: 2 });
    const named = Object.values(services).flatMap((service) => service.volumes ?? []).map((each) => each.split(':')[0]!).filter((name) => !name.startsWith('.'));
    expect(new Set(named)).toEqual(new Set(Object.keys(volumes)));
    for (const [name, { command = [], image, depends_on: needs = {} }] of Object.entries(services)) {
      expect(image).toMatch(/^[a-z]+:[\w.-]+$/);
      for (const [other, { condition }] of Object.entries(needs)) expect([Object.keys(services).includes(other), condition]).toEqual([true, 'service_healthy']);
      if (name === 'redis') continue;
      const [npx, program, ...args] = command;
      expect([npx, program]).toEqual(['npx', 'attune']);
      const { told } = await attune(...args.slice(0, 2), '--help');
      for (const flag of args.filter((each) => each.startsWith('--'))) expect(told).toContain(flag);
    }
  });
});
