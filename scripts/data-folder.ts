import { join, resolve } from 'node:path';
import { ROOT } from './run.ts';

/** The folder of public data: ATTUNE_DATA, or ../shared/data beside the project. */
export function dataFolder(...below: readonly string[]): string {
  return join(resolve(ROOT, process.env['ATTUNE_DATA'] ?? '../shared/data'), ...below);
}
