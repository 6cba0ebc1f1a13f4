import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { preflightPage } from '../../../scripts/docs/preflight-page.ts';
import { ROOT } from '../../../scripts/run.ts';

it('the limits of the page about preflight are those of the code (npm run docs)', () => {
  const page = readFileSync(join(ROOT, 'docs/preflight.md'), 'utf8');
  expect(page).toContain('| `fileBytes` | 67,108,864 |');
  expect(preflightPage(page)).toBe(page);
});
