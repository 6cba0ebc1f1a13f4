import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, ROOT } from './run.ts';

/** `npm run build`: the package into dist/, and the gallery into build/site. */

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
await mustRun('vite', ['build', '--config', 'vite.library.config.ts', '--mode', 'library', '--logLevel', 'warn']);
await mustRun('vite', ['build', '--config', 'vite.library.config.ts', '--mode', 'cli', '--logLevel', 'warn']);
await mustRun('tsc', ['-p', 'src/tsconfig.declarations.json']);
if (!process.argv.includes('--package')) {
  // The kiosk's service worker names them all, with what is in them.
  await mustRun('tsx', ['src/cli/main.ts', 'assets', '--out', 'build/public/attune']);
  await mustRun('vite', ['build', '--logLevel', 'warn']);
}
