import * as v from 'valibot';
import { LONGEST, LONGEST_ID, type MonitorDocument } from '../document.ts';

const words = v.pipe(v.string(), v.check((text) => !/\p{Cs}/u.test(text), 'holds half a character'));
const some = v.nonEmpty<string, string>('must not be empty');
const schema = v.object({
  id: v.pipe(words, some, v.maxLength(LONGEST_ID)),
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  source: v.pipe(words, some),
  text: v.pipe(words, some, v.maxLength(LONGEST)),
  entities: v.array(words),
});

/** A document as it stands in the queue. */
export function bodyOf({ id, at, source, text, entities }: MonitorDocument): string {
  return JSON.stringify({ id, at, source, text, entities });
}

/** The document of an entry, or what is wrong with it: anybody may have put it there. */
export function documentOf(body: string): MonitorDocument | string {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return `expected a document as JSON in the field "body", but got ${JSON.stringify(body.slice(0, 40))}`;
  }
  const result = v.safeParse(schema, data);
  return result.success ? result.output : `expected a document, but ${v.getDotPath(result.issues[0]) ?? 'all of it'} is wrong: ${result.issues[0].message}`;
}
