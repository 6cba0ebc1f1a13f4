import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateMachinePage } from './docs/state-machine-page.ts';
import { ROOT } from './run.ts';

/** `npm run docs`: the pages of docs/ that are made from the code. */
writeFileSync(join(ROOT, 'docs/state-machine.md'), stateMachinePage());
