import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../run.ts';

/** What a command cost. */
export interface Cost {
  /** Of processor time, of all threads. */
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Runs a command of `attune` in a process of its own. @throws {Error} where it fails */
export async function measureCommand(args: readonly string[]): Promise<Cost> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--conditions=@attune/source', join(ROOT, 'scripts/monitor/run-measured.ts'), ...args], { maxBuffer: 1e9 });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Cost;
}
