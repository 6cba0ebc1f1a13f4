import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { concludeWith, concludeWithout, tooSlow } from '../../preflight/conclude.ts';
import type { Finding, PreflightLimits, PreflightReport } from '../../preflight/index.ts';
import type { CheckAnswer, CheckRequest } from './check-process.ts';

/** What is known of one file. */
export interface Checked extends Pick<PreflightReport, 'kind' | 'reasons' | 'notes' | 'credits' | 'memoryBytes'> {
  readonly file: string;
  /** `unreadable`: there was no file to judge. */
  readonly verdict: PreflightReport['verdict'] | 'unreadable';
  readonly milliseconds: number;
  /** How far the checking process' memory rose; null where it was ended. */
  readonly peakMegabytes: number | null;
}

export interface CheckerOptions {
  readonly limits: Partial<PreflightLimits>;
  readonly beside: boolean;
  /** Milliseconds for one file. */
  readonly deadline: number;
}

export interface Checker {
  check(file: string): Promise<Checked>;
  close(): void;
}

/** Of its own heap; what a file holds lies outside, and has limits of its own. */
const HEAP_MEGABYTES = 192;
/** Milliseconds within which the process must be there. A busy machine may take long, and it is not the file's fault. */
const START = 30_000;
const NOTHING = { kind: null, notes: [], credits: null, memoryBytes: 0 } as const;

/** Looks at files one by one, in a process that is ended when one takes too long, and started anew for the next. */
export function createChecker({ limits, beside, deadline }: CheckerOptions): Checker {
  let child: Promise<ChildProcess> | null = null;

  async function run(file: string): Promise<Omit<Checked, 'file' | 'milliseconds'>> {
    const worker = await (child ??= start());
    return new Promise((resolve) => {
      let seen: Extract<CheckAnswer, { type: 'preflight' }> | null = null;
      const finish = (checked: Omit<Checked, 'file' | 'milliseconds'>): void => {
        clearTimeout(timer);
        worker.off('message', hear).off('exit', died);
        resolve(checked);
      };
      const giveUp = (why: Finding): void => {
        child = null;
        worker.kill('SIGKILL');
        finish({ ...concludeWithout(seen?.report ?? null, why), peakMegabytes: seen?.peakMegabytes ?? null });
      };
      const hear = (answer: CheckAnswer): void => {
        if (answer.type === 'unreadable') finish({ ...NOTHING, verdict: 'unreadable', reasons: [{ code: 'failed', at: '', message: describeReadError(answer.message) }], peakMegabytes: null });
        else if (answer.type === 'preflight') {
          seen = answer;
          if (answer.report.verdict === 'refused') finish({ ...answer.report, peakMegabytes: answer.peakMegabytes });
        } else if (answer.type === 'conformance' && seen) finish({ ...concludeWith(seen.report, answer.conformance), peakMegabytes: answer.peakMegabytes });
      };
      const died = (): void => giveUp({ code: 'failed', at: '', message: 'The process that looked at it ended, most likely for want of memory.' });
      const timer = setTimeout(() => giveUp(tooSlow(deadline)), deadline);
      worker.on('message', hear).once('exit', died);
      worker.send({ file, limits, beside } satisfies CheckRequest);
    });
  }

  return {
    async check(file) {
      await (child ??= start());
      const begun = performance.now();
      const checked = await run(file);
      return { file, ...checked, milliseconds: Math.round((performance.now() - begun) * 10) / 10 };
    },
    close: () => void child?.then((worker) => worker.kill('SIGKILL'), () => undefined),
  };
}

function start(): Promise<ChildProcess> {
  // Built, it lies beside this module's chunk.
  const script = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './check-process.ts' : './check-process.js', import.meta.url));
  const worker = fork(script, { execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MEGABYTES}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      clearTimeout(timer);
      worker.kill('SIGKILL');
      reject(new Error('The process that looks at files could not be started.'));
    };
    const timer = setTimeout(fail, START);
    worker.once('error', fail).once('exit', fail).once('message', () => {
      clearTimeout(timer);
      worker.off('error', fail).off('exit', fail);
      worker.on('error', () => undefined);
      resolve(worker);
    });
  });
}

function describeReadError(code: string): string {
  const reasons: Readonly<Record<string, string>> = { ENOENT: 'it does not exist', EISDIR: 'it is a folder', EACCES: 'you may not open it' };
  return `Expected a file, but ${reasons[code] ?? code}.`;
}
