import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { openMonitorStore } from '../../../src/monitor/index.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

const WATCH = JSON.stringify({ entities: [{ id: 'acme', name: 'Acme', tickers: ['ACME'] }, { id: 'bolt', name: 'Bolt Motors', aliases: ['博特汽车'] }] });
const NEWS = 'id,time,source,text\n1,2026-01-05T09:00:00Z,wire,Acme profit doubles and beats estimates\n2,2026-01-05T09:30:00Z,wire,"Regulator opens a fraud probe into Bolt Motors; Acme is not involved"\n3,2026-01-05 10:00,paper,The weather stays fine\n';

interface Told {
  readonly status: number;
  readonly told: string;
}

async function monitor(folder: string, ...args: readonly string[]): Promise<Told> {
  const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((each) => each.mockImplementation(() => undefined));
  const status = await runCli(['monitor', ...args, '--watch', join(folder, 'watch.json'), '--store', join(folder, 'store.duckdb')]);
  const told = said.flatMap((each) => each.mock.calls).flat().join('\n');
  vi.restoreAllMocks();
  return { status, told };
}

function newFolder(news: string = NEWS, name = 'news.csv'): { folder: string; file: string } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'watch.json'), WATCH);
  const file = join(folder, name);
  writeFileSync(file, news);
  return { folder, file };
}

async function seriesOf(folder: string, entity: string): Promise<readonly { volume: number; sentiment: number }[]> {
  const store = await openMonitorStore(join(folder, 'store.duckdb'));
  try {
    return (await store.series(entity, 0, Date.UTC(2027, 0), 60)).map(({ volume, sentiment }) => ({ volume, sentiment }));
  } finally {
    await store.close();
  }
}

/** Six weeks of an entity, and a day on which everything falls on it. */
function weeks(): string {
  const rows = Array.from({ length: 42 * 24 }, (_, hour) => hour).flatMap((hour) => Array.from({ length: hour % 24 > 7 && hour % 24 < 19 ? 2 + (hour % 3) : hour % 2 }, (_, i) => ({ hour, i, bad: false })));
  const shock = Array.from({ length: 120 }, (_, i) => ({ hour: 42 * 24 + 9 + Math.floor(i / 20), i: i % 60, bad: true }));
  const good = ['opens a store in', 'sells bread in', 'will publish its results in', 'operates in', 'wins a contract in'];
  return ['id,time,text', ...[...rows, ...shock].map(({ hour, i, bad }) => `${hour}-${i}-${bad},${new Date(Date.UTC(2026, 0, 5) + hour * 3_600_000 + i * 60_000).toISOString()},${bad ? `Acme shares plunge as fraud probe number ${i} widens and losses mount` : `Acme ${good[(hour + i) % good.length]} town ${hour}`}`)].join('\n');
}

afterEach(() => vi.restoreAllMocks());

describe('attune monitor', () => {
  it('reads a table once, whatever is run again, and goes on where it stopped', async () => {
    const { folder, file } = newFolder();
    const first = await monitor(folder, file);
    expect(first).toMatchObject({ status: 0, told: expect.stringContaining('3 rows') });
    const series = await seriesOf(folder, 'acme');
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({ volume: 2 });
    expect((await seriesOf(folder, 'bolt'))[0]!.sentiment).toBeLessThan(-0.2);
    const again = await monitor(folder, file);
    expect(again.told).toContain('3 documents (0 replaced');
    expect(await seriesOf(folder, 'acme')).toEqual(series);
    appendFileSync(file, '4,2026-01-06T09:00:00Z,wire,ACME cuts its guidance\n');
    expect((await monitor(folder, file)).told).toContain('1 rows in');
    expect(await seriesOf(folder, 'acme')).toHaveLength(2);
  });

  it('tells by line what is wrong, and takes the rest', async () => {
    const { folder, file } = newFolder(`${NEWS}5,soon,wire,Acme falls\n6,2026-01-05,wire,\n7,2999-01-01,wire,Acme rises\n`);
    const { status, told } = await monitor(folder, file);
    expect(status).toBe(0);
    expect(told).toContain('line 5: time expected a time such as');
    expect(told).toContain('line 6: text is empty');
    expect(told).toContain('line 7: time lies more than a day ahead');
    expect(told).toContain('3 documents are new, 3 rows are wrong');
  });

  it('reads feeds and lines of JSON out of a folder, in both languages', async () => {
    const { folder, file } = newFolder();
    const inside = join(folder, 'inbox');
    mkdirSync(inside);
    writeFileSync(join(inside, 'a.rss'), '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><item><title>Acme &amp; sons win an order</title><guid>g1</guid><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item></channel></rss>');
    writeFileSync(join(inside, 'b.atom'), '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>x1</id><title>Acme recalls a toaster</title><updated>2026-01-05T11:00:00Z</updated></entry></feed>');
    writeFileSync(join(inside, 'c.jsonl'), '{"id":"j1","time":1767610800,"text":"博特汽车亏损扩大，被监管立案调查","entity":["bolt"]}\n{"id":"j2"}\n');
    writeFileSync(join(inside, 'notes.md'), 'not news');
    const { status, told } = await monitor(folder, inside);
    expect(status).toBe(0);
    expect(told).toContain('3 documents (0 replaced');
    expect(told).toContain('c.jsonl, line 2: text is missing');
    expect((await seriesOf(folder, 'bolt'))[0]!.sentiment).toBeLessThan(-0.2);
    expect((await monitor(folder, file, inside)).told).toContain('6 documents');
  });

  it('alerts once, to a file and a webhook, with the texts that caused it; what could not be told is told later', async () => {
    const { folder, file } = newFolder(weeks());
    const posts: string[] = [];
    let answer = 500;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        if (answer === 200) posts.push(Buffer.concat(chunks).toString());
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    try {
      const alerts = join(folder, 'alerts.jsonl');
      const args = [file, '--alerts', alerts, '--webhook', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`];
      expect((await monitor(folder, ...args)).told).toContain('Alerts could not all be told: the webhook answered 500.');
      answer = 200;
      await monitor(folder, ...args);
      await monitor(folder, ...args);
      const told = readFileSync(alerts, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { kind: string; noticed: string; texts: { text: string }[] });
      expect(posts.map((post) => JSON.parse(post) as unknown)).toEqual(told);
      expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['volume', 'sentiment']));
      for (const { noticed, texts } of told) {
        expect(noticed.slice(0, 10)).toBe('2026-02-16');
        expect(texts.length).toBeGreaterThan(0);
        expect(texts[0]!.text).toContain('fraud probe');
      }
    } finally {
      server.close();
    }
  });

  it.each([
    [[], 'Expected files, folders or "-"'], [['nowhere.csv'], 'but there is none'], [['watch.json'], 'Expected a file that ends in'], [['news.csv', '--follow', 'often'], 'Expected --follow to be seconds'], [['news.csv', '--webhook', 'mail'], 'Expected --webhook'],
  ])('says what is wrong with %j', async (args, told) => {
    const { folder } = newFolder();
    expect(await monitor(folder, ...args.map((arg) => (/\.(csv|json)$/.test(arg) ? join(folder, arg) : arg)))).toMatchObject({ status: 2, told: expect.stringContaining(told) });
  });
});
