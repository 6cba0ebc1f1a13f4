import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The redis-server of this machine; null where there is none. */
export function findRedis(): string | null {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path)) ?? null;
}
