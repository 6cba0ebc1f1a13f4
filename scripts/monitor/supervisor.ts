import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.ts';

/** Keeps commands running as systemd or compose do: what is killed is started again. */
export interface Supervisor {
  start(name: string, args: readonly string[], howLong: 'always' | 'until it ends'): void;
  /** By SIGKILL. */
  kill(name: string): void;
  running(): readonly string[];
  /** Those that were to run until they end, and did. */
  ended(): readonly string[];
  /** All that a command said, in all its lives. */
  log(name: string): string;
  /** Asks all to end, and waits. @returns their exit statuses */
  stop(): Promise<Readonly<Record<string, number | null>>>;
}

/** @param folder where logs go @param skews by how much the clocks of some are wrong, in milliseconds */
export function createSupervisor(folder: string, skews: Readonly<Record<string, number>>): Supervisor {
  const running = new Map<string, ChildProcess>();
  const ended = new Map<string, number | null>();
  const fileOf = (name: string): string => join(folder, `${name.replace(' ', '-')}.log`);
  let isStopping = false;

  function start(name: string, args: readonly string[], howLong: 'always' | 'until it ends'): void {
    const child = startCommand(args, fileOf(name), skews[name] ?? 0);
    running.set(name, child);
    child.once('exit', (status, signal) => {
      running.delete(name);
      if (isStopping || (howLong === 'until it ends' && signal === null)) ended.set(name, status);
      else start(name, args, howLong);
    });
  }

  return {
    start,
    kill: (name) => void running.get(name)?.kill('SIGKILL'),
    running: () => [...running.keys()],
    ended: () => [...ended.keys()],
    log: (name) => readFileSync(fileOf(name), 'utf8'),
    async stop() {
      isStopping = true;
      await Promise.all([...running.values()].map((child) => {
        child.kill('SIGTERM');
        return once(child, 'exit');
      }));
      return Object.fromEntries(ended);
    },
  };
}

/** Runs a command of `attune` to its end. @throws {Error} where it fails */
export async function runOnce(args: readonly string[], log: string): Promise<void> {
  const [status] = await once(startCommand(args, log, 0), 'exit') as [number | null];
  if (status !== 0) throw new Error(`"attune ${args.join(' ')}" failed with status ${status}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

function startCommand(args: readonly string[], log: string, skew: number): ChildProcess {
  const out = openSync(log, 'a');
  const wrong = `const now = Date.now; Date.now = () => now() + ${skew};`;
  return spawn(process.execPath, ['--import', 'tsx', '--conditions=@attune/source', ...(skew === 0 ? [] : ['--import', `data:text/javascript,${encodeURIComponent(wrong)}`]), join(ROOT, 'src/cli/main.ts'), ...args], { stdio: ['ignore', out, out] });
}
