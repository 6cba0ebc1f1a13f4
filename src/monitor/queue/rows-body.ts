import * as v from 'valibot';
import type { AnalysedDocument } from '../analyse-document.ts';
import type { DocumentVersion } from '../store/open-store.ts';

/** What an entry for a store says: documents that were read, or which of several with one id do not count. */
export interface Rows {
  readonly documents: readonly AnalysedDocument[];
  readonly superseded: readonly DocumentVersion[];
}

const version = { id: v.string(), version: v.string() };
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const schema = v.union([
  v.object({
    documents: v.array(v.object({
      ...version, at: v.pipe(v.number(), v.safeInteger()), source: v.string(), text: v.string(), language: v.picklist(['en', 'zh']), topics: v.array(v.string()), signature: v.pipe(v.array(v.number()), v.length(4)), entities: v.array(v.string()),
      mentions: v.array(v.object({ entity: v.string(), positive: share, neutral: share, negative: share, fear: share, anger: share, relief: v.nullable(share) })),
    })),
  }),
  v.object({ superseded: v.array(v.object(version)) }),
]);

/** What an entry says, or what is wrong with it. */
export function rowsOf(body: string): Rows | string {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return `is none: expected rows as JSON in the field "body", but got ${JSON.stringify(body.slice(0, 40))}`;
  }
  const result = v.safeParse(schema, data);
  if (!result.success) return `is none: expected rows, but ${v.getDotPath(result.issues[0]) ?? 'all of it'} is wrong: ${result.issues[0].message}`;
  return { documents: [], superseded: [], ...(result.output as Partial<Rows>) };
}
