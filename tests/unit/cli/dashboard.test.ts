import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Changes, createChanges } from '../../../src/cli/dashboard/changes.ts';
import { createDashboardApi } from '../../../src/cli/dashboard/dashboard-api.ts';
import { runCli } from '../../../src/cli/run-cli.ts';
import { createStoreView, openMonitorStore } from '../../../src/monitor/index.ts';
import type { MonitorView } from '../../../src/monitor/view/monitor-view.ts';
import { createDemoView } from '../../../scenes/monitor/demo/demo-view.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

afterEach(() => vi.restoreAllMocks());

const FROM = Date.UTC(2025, 2, 1);
const HOUR = 3_600_000;
const where = `entity=quillmoor&entity=osselby&from=${FROM}&to=${FROM + 48 * HOUR}`;
const demo = createDemoView();

function ask(path: string, { view = demo, changes = createChanges(), headers = {} }: { view?: MonitorView; changes?: Changes; headers?: Record<string, string> } = {}): Promise<Response> {
  const api = createDashboardApi({ view, changes, isOwnHost: (host) => host === 'localhost:8090' });
  return Promise.resolve(api.request(`http://localhost:8090/store/${path}`, { headers: { host: 'localhost:8090', ...headers } }));
}

async function dashboard(...args: readonly string[]): Promise<{ status: number; told: string }> {
  const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((each) => each.mockImplementation(() => undefined));
  const status = await runCli(['dashboard', ...args]);
  const told = said.flatMap((each) => each.mock.calls).flat().join('\n');
  vi.restoreAllMocks();
  return { status, told };
}

describe('the server of the dashboard', () => {
  it('answers pages of its own, and nobody else', async () => {
    expect((await ask('overview')).status).toBe(200);
    expect((await ask('overview', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask('overview', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask('overview')).headers.get('cache-control')).toBe('no-store');
    expect((await ask('nothing')).status).toBe(404);
  });

  it('refuses what it can not understand', async () => {
    for (const path of ['series', `series?${where}`, `series?${where}&points=0`, `series?${where.replace('from=', 'from=x')}&points=9`, `texts?${where}&order=newest&offset=0&limit=9999`, `texts?${where}&order=drop&offset=0&limit=9`, `minutes.csv?from=1`]) {
      expect([path, (await ask(path)).status]).toEqual([path, 400]);
    }
  });

  it('gives series and texts as they were asked for', async () => {
    const series = await (await ask(`series?${where}&points=60&topic=results&words=profit`)).json();
    expect(series).toEqual(await demo.series(['quillmoor', 'osselby'], FROM, FROM + 48 * HOUR, 60, { sources: [], topics: ['results'], words: 'profit' }));
    const texts = await (await ask(`texts?${where}&order=clearest&offset=2&limit=3`)).json() as { texts: unknown[] };
    expect(texts.texts).toHaveLength(3);
  });

  it('writes every minute once, however long the time is', async () => {
    const lines = (await (await ask(`minutes.csv?entity=tarnwick&from=${FROM}&to=${FROM + 75 * 24 * HOUR}`)).text()).trim().split('\n');
    expect(lines[0]).toBe('entity,time,mentions,fresh,mean,sd');
    const times = lines.slice(1).map((line) => line.split(',')[1]!);
    expect(new Set(times).size).toBe(times.length);
    const { series: [whole] } = await demo.series(['tarnwick'], FROM, FROM + 75 * 24 * HOUR, 1e9, { sources: [], topics: [], words: '' });
    expect(lines.slice(1).reduce((sum, line) => sum + Number(line.split(',')[2]), 0)).toBe(whole!.volume.reduce((sum, each) => sum + each, 0));
  });

  it('tells what changed to whoever listens, until they leave', async () => {
    const told = createChanges();
    let listeners = 0;
    const changes: Changes = { tell: told.tell, listen: (listener) => {
      listeners += 1;
      const stop = told.listen(listener);
      return () => {
        listeners -= 1;
        stop();
      };
    } };
    const reader = (await ask('events', { changes })).body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('event: hello');
    changes.tell({ entities: ['acme'] });
    expect((await reader.read()).value).toContain('event: change\ndata: {"entities":["acme"]}');
    expect(listeners).toBe(1);
    await reader.cancel();
    await vi.waitFor(() => expect(listeners).toBe(0));
  });

  it('tells nobody what went wrong in the store', async () => {
    const failing = { ...demo, alerts: () => Promise.reject(new Error('secret words of a text')) };
    const response = await ask('alerts', { view: failing });
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('secret')]);
  });
});

describe('attune dashboard', () => {
  it('says what is wrong with what it was asked', async () => {
    const folder = temporaryFolder();
    expect(await dashboard('--port', 'x')).toMatchObject({ status: 2, told: expect.stringContaining('--port') });
    expect(await dashboard('--store', join(folder, 'none.duckdb'))).toMatchObject({ status: 2, told: expect.stringContaining('but there is none') });
    writeFileSync(join(folder, 'other.duckdb'), 'no database');
    expect(await dashboard('--store', join(folder, 'other.duckdb'))).toMatchObject({ status: 1, told: expect.stringContaining('it is some other file') });
  });

  it('reads a store that nobody writes', async () => {
    const file = join(temporaryFolder(), 'store.duckdb');
    const writing = await openMonitorStore(file);
    await writing.put([{ id: '1', version: 'v', at: FROM, source: 's', text: 't', language: 'en', topics: [], entities: [], signature: [1, 2, 3, 4], mentions: [{ entity: 'acme', positive: 1, neutral: 0, negative: 0, fear: 0, anger: 0, relief: null }] }]);
    await writing.settle();
    await writing.close();
    const reading = await openMonitorStore(file, { readOnly: true });
    expect((await createStoreView(reading, false).overview()).entities.map(({ id }) => id)).toEqual(['acme']);
    await reading.close();
  });
});

