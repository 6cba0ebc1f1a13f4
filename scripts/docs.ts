import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeApiReference } from './docs/api-reference.ts';
import { characterJsonSchema } from './docs/character-json-schema.ts';
import { faultsPage, type FaultRow } from './docs/faults-page.ts';
import { kioskJsonSchema } from './docs/kiosk-json-schema.ts';
import { preflightPage } from './docs/preflight-page.ts';
import { provenancePage } from './docs/provenance-page.ts';
import { stateMachinePage } from './docs/state-machine-page.ts';
import { shippedFiles } from './provenance.ts';
import { ROOT } from './run.ts';

/** `npm run docs`: the pages and parts of docs/ that are made from the code, and the schemas of character and kiosk files. */
writeFileSync(join(ROOT, 'docs/state-machine.md'), stateMachinePage());
writeFileSync(join(ROOT, 'docs/provenance.md'), provenancePage(shippedFiles()));
writeFileSync(join(ROOT, 'avatars/character.schema.json'), characterJsonSchema());
writeFileSync(join(ROOT, 'scenes/kiosk/kiosk.schema.json'), kioskJsonSchema());
const preflight = join(ROOT, 'docs/preflight.md');
writeFileSync(preflight, preflightPage(readFileSync(preflight, 'utf8')));

if (process.argv.includes('api')) {
  const lacking = await writeApiReference();
  console.log(`build/docs: the API reference; ${lacking.length} public symbols have no docstring${lacking.length > 0 ? `: ${lacking.join(', ')}` : ''}`);
}

// Only a browser knows these; tests/e2e/faults.test.ts leaves them here.
const faults = join(ROOT, 'build/faults.json');
if (existsSync(faults)) writeFileSync(join(ROOT, 'docs/faults.md'), faultsPage(JSON.parse(readFileSync(faults, 'utf8')) as FaultRow[]));
