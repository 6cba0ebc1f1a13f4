import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { characterJsonSchema } from './docs/character-json-schema.ts';
import { kioskJsonSchema } from './docs/kiosk-json-schema.ts';
import { stateMachinePage } from './docs/state-machine-page.ts';
import { ROOT } from './run.ts';

/** `npm run docs`: the pages of docs/ that are made from the code, and the schemas of character and kiosk files. */
writeFileSync(join(ROOT, 'docs/state-machine.md'), stateMachinePage());
writeFileSync(join(ROOT, 'avatars/character.schema.json'), characterJsonSchema());
writeFileSync(join(ROOT, 'scenes/kiosk/kiosk.schema.json'), kioskJsonSchema());
