import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { createStoreView, openMonitorStore } from '../../monitor/index.ts';
import { findOwnPackage } from '../assets/find-package.ts';
import { UsageError } from '../usage-error.ts';
import { createChanges } from './changes.ts';
import { startDashboard } from './start-dashboard.ts';

/** `attune dashboard`: a page over what a monitor keeps, while nobody writes it. */
export default defineCommand({
  meta: { name: 'dashboard', description: 'Look at what a monitor has found, in a page on this machine' },
  args: {
    store: { type: 'string', default: 'monitor.duckdb', description: 'The DuckDB file of the monitor' },
    port: { type: 'string', valueHint: 'NUMBER', default: '8090', description: 'Where it listens' },
    host: { type: 'string', valueHint: 'ADDRESS', default: '127.0.0.1', description: 'On which of this machine\'s addresses; on another than 127.0.0.1 others can read the texts' },
    assets: { type: 'string', valueHint: 'FOLDER', description: 'Folder that `attune assets` made, for the voice of the briefing; public/attune where that is there' },
  },
  async run({ args: { store: file, port: wish, host, assets } }) {
    const port = readPort('--port', wish);
    if (!existsSync(file)) throw new UsageError(`Expected a store of the monitor at ${file}, but there is none. Make one with: attune monitor FILES --watch watch.json --store ${file}`);
    if (assets !== undefined && !existsSync(assets)) throw new UsageError(`Expected --assets to name a folder that "attune assets" made, but ${assets} is none.`);
    const store = await openMonitorStore(file, { readOnly: true }).catch((cause: unknown) => {
      if (!/\block\b/i.test((cause as Error).message)) throw cause;
      throw new UsageError(`Expected nobody to write ${file}, but a monitor has it open. A monitor that runs shows the dashboard itself: begin it with --dashboard ${wish}`, { cause });
    });
    try {
      const running = await startDashboard({ view: createStoreView(store, false), changes: createChanges(), host, port, assets: assets ?? findAssets() });
      console.log(`The dashboard of ${file} is at ${running.url}`);
      if (host !== '127.0.0.1' && host !== 'localhost') console.error(`ANYBODY WHO CAN REACH ${host} CAN READ ALL TEXTS IN ${file}. Without --host only this machine can.`);
      console.log('While it runs, no monitor can write this store. Press Ctrl+C to end.');
      await new Promise<void>((resolve) => {
        process.once('SIGINT', resolve).once('SIGTERM', resolve);
      });
      await running.close();
    } finally {
      await store.close();
    }
  },
});

/** @throws {UsageError} where it is no port */
export function readPort(option: string, wish: string): number {
  const port = Number(wish);
  if (wish === '' || !Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`Expected ${option} to be a whole number from 0 to 65535, but got "${wish}".`);
  return port;
}

/** What "attune assets" made: in the folder that is usual for a project, or in a checkout; null where it made nothing. */
export function findAssets(folder = 'public/attune'): string | null {
  return [folder, join(findOwnPackage(), 'build/public/attune')].find((each) => existsSync(each)) ?? null;
}
