import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './find-browser.ts';
import { findRedis } from './find-redis.ts';
import { mustRun, ROOT, run } from './run.ts';

/** `npm test`: lint, types, unit, browser, end-to-end, in this order; the last line counts them all. */

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
/** Told before the last line, where they are found. */
const remarks: string[] = [];

/** A step that is not a test of its own still counts as one that passed or failed. */
async function check(name: string, action: () => Promise<void>): Promise<void> {
  console.log(`\n== ${name}`);
  try {
    await action();
    total.passed += 1;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    remarks.push(`${name}: ${message}`);
    total.failed += 1;
  }
}

async function vitest(project: string, environment: Readonly<Record<string, string>> = {}): Promise<void> {
  console.log(`\n== ${project} tests`);
  const report = join(ROOT, 'build/test', `${project}.json`);
  const stray = join(ROOT, 'build/test', `${project}-stray-errors.txt`);
  rmSync(stray, { force: true });
  const reporters = ['default', 'json', './scripts/stray-errors.ts'].map((name) => `--reporter=${name}`);
  const status = await run('vitest', ['run', '--project', project, ...reporters, `--outputFile.json=${report}`], { ...environment, ATTUNE_STRAY_ERRORS: stray });
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
  total.passed += numPassedTests ?? 0;
  total.failed += numFailedTests ?? 0;
  total.skipped += (numPendingTests ?? 0) + (numTodoTests ?? 0);
  if (status !== 0 && !numFailedTests) {
    total.failed += 1;
    remarks.push(`The ${project} tests ended with status ${status}, though no test failed. Errors outside of the tests:\n${existsSync(stray) ? readFileSync(stray, 'utf8') : 'none was told'}`);
  }
}

function testFilesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  return existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.test\.tsx?$/.test(name)) : [];
}

mkdirSync(join(ROOT, 'build/test'), { recursive: true });
const browser = ensureBrowser();
const all = process.env.ATTUNE_REQUIRE_ALL === '1';

await check('lint and types', () => mustRun('tsx', ['scripts/lint.ts']));
await vitest('unit');
await check('build', () => mustRun('tsx', ['scripts/build.ts']));
await check('package: publint', () => mustRun('publint', ['--strict']));
await check('package: types as users see them', () => mustRun('attw', ['--pack', '.', '--profile', 'esm-only', '--format', 'ascii']));
await check('package: size', () => mustRun('size-limit', []));
await check('assets', () => mustRun('tsx', ['src/cli/main.ts', 'assets', '--out', 'build/public/attune']));
if (browser) {
  await vitest('browser', { CHROME_PATH: browser });
  await vitest('e2e', { CHROME_PATH: browser });
} else {
  const files = ['tests/browser', 'tests/e2e'].flatMap(testFilesIn);
  console.log(`\nNo Chromium, Chrome or Edge was found, so ${files.length} files of browser tests were ${all ? 'not run, and ATTUNE_REQUIRE_ALL asks for all' : 'skipped'}. Install one, or name it in CHROME_PATH.`);
  if (all) total.failed += files.length;
  else total.skipped += files.length;
}
if (findRedis() === null) console.log(`\nNo redis-server was found, so tests of the monitor's queue were ${all ? 'not run, and ATTUNE_REQUIRE_ALL asks for all' : 'skipped'}. On Debian: apt-get install redis-server`);
for (const remark of remarks) console.log(`\n${remark}`);
console.log(`\ntotal: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
