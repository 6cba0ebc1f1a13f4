import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { stateMachinePage } from '../../../scripts/docs/state-machine-page.ts';

it('the page of the state machine is the one that the code makes (npm run docs)', () => {
  expect(readFileSync(fileURLToPath(new URL('../../../docs/state-machine.md', import.meta.url)), 'utf8')).toBe(stateMachinePage());
});
