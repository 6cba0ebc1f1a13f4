import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** An error as vitest hands it on. */
interface Told {
  readonly name?: string;
  readonly message: string;
  readonly stack?: string;
}

const text = (where: string, { name, message, stack }: Told): string => `${where}${name ?? 'Error'}: ${message}\n${stack ?? ''}\n`;

/** What broke a file or a group of tests before, between or after its tests: an import, a hook. */
function brokenGroups(modules: readonly TestModule[]): string[] {
  return modules.flatMap((module) => [module, ...module.children.allSuites()].flatMap((group) => group.errors().map((error) => text(`${module.moduleId}: `, error))));
}

/**
 * Keeps the errors that belong to no test (a hook that failed, a worker that died, a promise that nobody
 * awaited) in the file that ATTUNE_STRAY_ERRORS names, so that `npm test` can tell them beside its last line.
 */
export default class StrayErrors implements Reporter {
  onTestRunEnd(...[modules, errors]: Parameters<NonNullable<Reporter['onTestRunEnd']>>): void {
    const path = process.env['ATTUNE_STRAY_ERRORS'];
    if (path) writeFileSync(path, [...brokenGroups(modules), ...errors.map((error) => text('', error))].join('\n'));
  }
}
