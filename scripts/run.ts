import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a tool of node_modules in the root and resolves to its exit status. */
export function run(tool: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...environment, PATH: `${ROOT}node_modules/.bin:${process.env.PATH ?? ''}` } });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Like {@link run}, but a failure throws with the command's own words. */
export async function mustRun(tool: string, args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<void> {
  const status = await run(tool, args, environment);
  if (status !== 0) throw new Error(`"${[tool, ...args].join(' ')}" failed with status ${status}. Its own output above says why.`);
}
