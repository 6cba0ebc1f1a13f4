import { setTimeout as wait } from 'node:timers/promises';
import { defineCommand } from 'citty';
import { createDocumentAnalyser, createStoreView, openMonitorStore, parseWatchList, settleAndAlert } from '../../monitor/index.ts';
import { createChanges } from '../dashboard/changes.ts';
import { findAssets, readPort } from '../dashboard/dashboard-command.ts';
import { type RunningDashboard, startDashboard } from '../dashboard/start-dashboard.ts';
import { readJson } from '../read-json.ts';
import type { BadRow } from '../rows/open-rows.ts';
import { UsageError } from '../usage-error.ts';
import { loadReaders } from './load-readers.ts';
import { noteWatchList } from './note-watch-list.ts';
import { findSources } from './open-documents.ts';
import { readSource, type SourceCount } from './run-monitor.ts';
import { type AlertOutputs, tellAlerts } from './tell-alerts.ts';

/** Bad rows that are told of each source. */
const SHOWN = 20;
/** While a stream runs, buckets and alerts are brought up to date at least so often, in milliseconds. */
const SETTLE_EVERY = 5000;

/** `attune monitor`: what is said of those on a watch list, over time, and what is unusual in it. */
export default defineCommand({
  meta: { name: 'monitor', description: 'Watch what news says of a list of companies: sentiment over time, and alerts' },
  args: {
    watch: { type: 'string', valueHint: 'FILE', description: 'The watch list (see docs/monitor.md)' },
    store: { type: 'string', default: 'monitor.duckdb', description: 'The DuckDB file that everything is kept in' },
    stdin: { type: 'string', default: 'jsonl', description: 'What comes in by "-": jsonl or csv' },
    size: { type: 'string', default: 'light', description: 'light reads by words alone, full reads English by meaning, too, and is far slower' },
    assets: { type: 'string', default: 'public/attune', valueHint: 'FOLDER', description: 'Folder that `attune assets` made, for full and for the voice of the dashboard' },
    alerts: { type: 'string', valueHint: 'FILE', description: 'Add each alert to this file as a line of JSON' },
    webhook: { type: 'string', valueHint: 'URL', description: 'Post each alert there as JSON' },
    follow: { type: 'string', valueHint: 'SECONDS', description: 'Look for more every so many seconds, until Ctrl+C' },
    dashboard: { type: 'string', valueHint: 'PORT', description: 'Show what is found in a page at this port of this machine, as it comes, for as long as this runs' },
  },
  async run({ args: { watch, store: file, stdin, size, assets, alerts, webhook, follow, dashboard, _: paths } }) {
    if (paths.length === 0) throw new UsageError('Expected files, folders or "-" to read from; see: attune monitor --help');
    if (!watch) throw new UsageError('Expected --watch to name a watch list; docs/monitor.md shows one.');
    if (stdin !== 'jsonl' && stdin !== 'csv') throw new UsageError(`Expected --stdin jsonl or csv, but got "${stdin}".`);
    if (webhook !== undefined && !/^https?:\/\//.test(webhook)) throw new UsageError(`Expected --webhook to be an address that begins with http:// or https://, but got "${webhook}".`);
    const every = follow === undefined ? null : Number(follow);
    if (every !== null && !(every >= 1 && every <= 86_400)) throw new UsageError(`Expected --follow to be seconds from 1 to 86400, but got "${follow}".`);
    const port = dashboard === undefined ? null : readPort('--dashboard', dashboard);
    const list = parseWatchList(await readJson(watch));
    const analyser = createDocumentAnalyser(list.entities, await loadReaders(size, assets));
    const store = await openMonitorStore(file);
    const outputs: AlertOutputs = { file: alerts, webhook, print: (line) => console.log(line) };
    const stop = new AbortController();
    const end = (): void => stop.abort();
    process.on('SIGINT', end).on('SIGTERM', end);
    let settled = performance.now();
    const changes = createChanges();
    let page: RunningDashboard | null = null;
    const settle = async (): Promise<void> => {
      const changed = await settleAndAlert(store, Date.now());
      if (changed.length > 0) changes.tell({ entities: changed });
      const trouble = await tellAlerts(store, outputs);
      if (trouble !== null) console.error(trouble);
      settled = performance.now();
    };
    try {
      await noteWatchList(store, list.entities);
      if (port !== null) {
        page = await startDashboard({ view: createStoreView(store, true), changes, host: '127.0.0.1', port, assets: findAssets(assets) });
        console.log(`The dashboard of ${file} is at ${page.url}`);
      }
      for (;;) {
        for (const source of await findSources(paths, stdin, Date.now)) {
          const bad: BadRow[] = [];
          const began = performance.now();
          const count = await readSource(source, {
            progressOf: store.progressOf,
            take: async (documents, progress) => store.put(await analyser.analyse(documents), progress),
            onFault: (_, fault) => void (bad.length < SHOWN && bad.push(fault)),
            onProgress: (_, rows) => showProgress(source.name, rows, source.bytes === null ? null : source.read() / source.bytes),
            onStored: async () => {
              if (source.bytes === null && performance.now() - settled > SETTLE_EVERY) await settle();
              stop.signal.throwIfAborted();
            },
          });
          tell(source.name, count, bad, (performance.now() - began) / 1000);
        }
        await settle();
        if (every === null) break;
        await wait(every * 1000, undefined, { signal: stop.signal });
      }
    } catch (thrown) {
      if (!stop.signal.aborted) throw thrown;
      console.log('Stopped; the next run goes on from here.');
    } finally {
      process.off('SIGINT', end).off('SIGTERM', end);
      await page?.close();
      const { documents, mentions, superseded, alerts: found } = await store.counts();
      console.log(`${file}: ${documents} documents (${superseded} replaced by an earlier one with the same id), ${mentions} mentions, ${found} alerts`);
      await store.close();
    }
  },
});

function tell(name: string, { rows, added, faults, known }: SourceCount, bad: readonly BadRow[], seconds: number): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
  for (const { line, field, fault } of bad) console.log(`${name}, line ${line}: ${field} ${fault}`);
  if (faults > bad.length) console.log(`and ${faults - bad.length} more rows of ${name}`);
  if (rows > 0 || known === 0) console.log(`${name}: ${rows} rows in ${seconds.toFixed(1)} s, ${added} documents are new, ${faults} rows are wrong${known > 0 ? `; ${known} rows were read before` : ''}`);
}

function showProgress(name: string, rows: number, share: number | null): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${name}: ${rows} rows${share === null ? '' : `, ${(100 * share).toFixed(0)}%`}`);
}
