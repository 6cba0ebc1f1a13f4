import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

/**
 * Keeps the errors that belong to no test (a worker that died, a promise that nobody awaited) in the
 * file that ATTUNE_STRAY_ERRORS names, so that `npm test` can tell them beside its last line.
 */
export default class StrayErrors implements Reporter {
  onTestRunEnd(...[, errors]: Parameters<NonNullable<Reporter['onTestRunEnd']>>): void {
    const path = process.env['ATTUNE_STRAY_ERRORS'];
    if (path) writeFileSync(path, errors.map(({ name, message, stack }) => `${name}: ${message}\n${stack ?? ''}\n`).join('\n'));
  }
}
