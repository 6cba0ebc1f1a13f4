import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { ROOT } from '../../scripts/run.ts';

/** Where training leaves the net that has not heard a speaker. */
export function foldFile(speaker: string): string {
  return join(ROOT, 'build/learn/voices/folds', `${speaker}.json`);
}

/** The net that has not heard a speaker; null until "npm run train -- voice" has made it. */
export function loadFold(speaker: string): Net | null {
  const path = foldFile(speaker);
  return existsSync(path) ? parseNet(readFileSync(path, 'utf8'), 'voice') : null;
}
