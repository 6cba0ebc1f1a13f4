import { toJsonSchema } from '@valibot/to-json-schema';
import { KIOSK_SCHEMA } from '../../src/kiosk/index.ts';

/** The JSON schema by which an editor checks a kiosk's configuration: scenes/kiosk/kiosk.schema.json. */
export function kioskJsonSchema(): string {
  const schema = toJsonSchema(KIOSK_SCHEMA, { typeMode: 'input', errorMode: 'ignore' });
  return `${JSON.stringify({ ...schema, title: 'A kiosk of Attune', description: 'What a kiosk shows, asks and allows; docs/kiosk.md tells of each field.' }, null, 2)}\n`;
}
