import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Conformance } from '../../preflight/conclude.ts';
import { checkConformance } from '../../preflight/conformance.ts';
import { LIMITS, preflight, type PreflightLimits, type PreflightReport } from '../../preflight/index.ts';

/** What this process is asked. */
export interface CheckRequest {
  readonly file: string;
  readonly limits: Partial<PreflightLimits>;
  readonly beside: boolean;
}

/** What it answers: that it is there, what preflight found, then what the glTF validator made of what preflight accepted. */
export type CheckAnswer =
  | { readonly type: 'ready' }
  | { readonly type: 'unreadable'; readonly message: string }
  | { readonly type: 'preflight'; readonly report: PreflightReport; readonly peakMegabytes: number }
  | { readonly type: 'conformance'; readonly conformance: Conformance; readonly peakMegabytes: number };

/**
 * The process in which `attune check` looks at files: whatever one of them does to it, the parent ends it at the deadline and goes on.
 */
const answer = (message: CheckAnswer): void => void process.send?.(message);

process.on('message', async ({ file, limits, beside }: CheckRequest) => {
  const peak = watchMemory();
  const most = limits.fileBytes ?? LIMITS.fileBytes.default;
  let bytes: Uint8Array;
  try {
    bytes = readUpTo(file, most + 1);
  } catch (thrown) {
    answer({ type: 'unreadable', message: (thrown as NodeJS.ErrnoException).code ?? (thrown as Error).message });
    return;
  }
  const readBeside = beside ? (path: string) => tryRead(join(dirname(file), path), most) : undefined;
  const report = preflight(bytes, readBeside ? { limits, readBeside } : { limits });
  answer({ type: 'preflight', report, peakMegabytes: peak() });
  if (report.verdict === 'accepted') answer({ type: 'conformance', conformance: await checkConformance(bytes, report.kind, readBeside), peakMegabytes: peak() });
});
process.on('disconnect', () => process.exit());
// The validator is several times slower the first time, which is not the file's fault.
await checkConformance(new TextEncoder().encode('{"asset":{"version":"2.0"},"accessors":[{"componentType":5126,"count":1,"type":"VEC3"}]}'), 'glTF');
answer({ type: 'ready' });

/** How far this process' memory rises above what it is now; exact wherever it reaches a new peak of its life. */
function watchMemory(): () => number {
  const before = process.memoryUsage.rss();
  const peakBefore = process.resourceUsage().maxRSS * 1024;
  let most = before;
  return () => {
    const peak = process.resourceUsage().maxRSS * 1024;
    most = Math.max(most, process.memoryUsage.rss(), peak > peakBefore ? peak : 0);
    return (most - before) / 1e6;
  };
}

/** One byte more than a limit allows is enough to refuse; only plain files are opened, as a pipe might never end. */
function readUpTo(file: string, most: number): Uint8Array {
  const stats = statSync(file);
  if (!stats.isFile()) throw new Error(stats.isDirectory() ? 'EISDIR' : 'it is no plain file');
  const handle = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(Math.min(stats.size, most));
    let at = 0;
    for (let read = -1; at < bytes.length && read !== 0; at += read) read = readSync(handle, bytes, at, bytes.length - at, at);
    return bytes.subarray(0, at);
  } finally {
    closeSync(handle);
  }
}

function tryRead(file: string, most: number): Uint8Array | null {
  try {
    const bytes = readUpTo(file, most + 1);
    return bytes.length > most ? null : bytes;
  } catch {
    return null;
  }
}
