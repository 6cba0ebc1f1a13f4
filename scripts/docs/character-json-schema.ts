import { toJsonSchema } from '@valibot/to-json-schema';
import { CHARACTER_SCHEMA } from '../../src/core/index.ts';

/** The JSON schema by which an editor checks a character file: avatars/character.schema.json. */
export function characterJsonSchema(): string {
  const schema = toJsonSchema(CHARACTER_SCHEMA, { typeMode: 'input', errorMode: 'ignore' });
  return `${JSON.stringify({ ...schema, title: 'A character of Attune', description: 'Who an agent is. What is left out is as in Mira; see docs/architecture.md, "An inner life".' }, null, 2)}\n`;
}
