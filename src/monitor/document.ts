import { createHash } from 'node:crypto';

/** One piece of news, a report, or a comment. */
export interface MonitorDocument {
  /** What its source calls it; where it has no name, one made of its source, time and text. */
  readonly id: string;
  /** When it was published, in milliseconds since 1970, UTC. */
  readonly at: number;
  readonly source: string;
  readonly text: string;
  /** Ids of entities that its source says it is about, as well as those found in the text. */
  readonly entities: readonly string[];
}

/** Fields of a row as they were found, before anything is known of them. */
export interface RawDocument {
  readonly id?: string | undefined;
  readonly time?: string | undefined;
  readonly source?: string | undefined;
  readonly text?: string | undefined;
  readonly entity?: string | undefined;
}

/** What is wrong with a row. */
export interface DocumentFault {
  readonly field: 'id' | 'time' | 'text' | 'row';
  readonly fault: string;
}

/** Longer texts are cut: news says what it says in the beginning. */
export const LONGEST = 10_000;
export const LONGEST_ID = 500;
/** Clocks differ; what claims to come from later than this is wrong, mostly milliseconds taken for seconds. */
const AHEAD = 24 * 3_600_000;
const EARLIEST = Date.UTC(1980, 0, 1);

/**
 * Reads the fields of a row.
 *
 * @param now when it is read, in milliseconds since 1970
 * @param otherwise the source of rows that name none, such as the file's name
 */
export function readDocument(raw: RawDocument, now: number, otherwise: string): MonitorDocument | DocumentFault {
  const text = wellFormed(cleanText(raw.text ?? '').slice(0, LONGEST));
  if (!/[\p{L}\p{N}]/u.test(text)) return { field: 'text', fault: text === '' ? 'is empty' : `has no words: ${JSON.stringify(text.slice(0, 40))}` };
  const time = raw.time?.trim() ?? '';
  const at = readTime(time);
  if (at === null) return { field: 'time', fault: time === '' ? 'is empty' : `expected a time such as 2026-03-01T09:30:00Z or seconds since 1970, but got ${JSON.stringify(time.slice(0, 40))}` };
  if (at > now + AHEAD) return { field: 'time', fault: `lies more than a day ahead: ${new Date(at).toISOString()}` };
  if (at < EARLIEST) return { field: 'time', fault: `lies before 1980: ${new Date(at).toISOString()}` };
  const source = wellFormed(raw.source?.trim() ?? '') || otherwise;
  const id = wellFormed(raw.id?.trim() ?? '');
  if (id.length > LONGEST_ID) return { field: 'id', fault: `is longer than ${LONGEST_ID} characters` };
  return { id: id || `made-${shortHash(source, String(at), text)}`, at, source, text, entities: wellFormed(raw.entity ?? '').split(/[;|]/).map((name) => name.trim()).filter((name) => name !== '') };
}

/** Tells two versions of a document with the same id apart. */
export function versionOf({ at, source, text }: MonitorDocument): string {
  return shortHash(source, String(at), text);
}

function shortHash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 24);
}

/** One line of plain text: no mark-up, no control characters, no runs of spaces. */
function cleanText(text: string): string {
  return text.replaceAll(/<\/?[a-z][^<>]*>/gi, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
}

/** Without halves of characters, such as cutting leaves, which nothing can store. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '');
}

const SECONDS = /^\d{9,10}(?:\.\d+)?$/;
const MILLISECONDS = /^\d{12,13}$/;
const ZONE = /(?:[zZ]|[+-]\d\d:?\d\d|\b(?:GMT|UTC?|[ECMP][SD]T))$/;
const DAY_AND_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?$/;

/** ISO 8601, as feeds write it (RFC 822), or seconds or milliseconds since 1970; times without a zone are UTC. Null for anything else. */
function readTime(text: string): number | null {
  if (SECONDS.test(text)) return Math.round(Number(text) * 1000);
  if (MILLISECONDS.test(text)) return Number(text);
  const plain = DAY_AND_TIME.exec(text);
  const at = Date.parse(plain ? `${plain[1]}T${plain[2] ?? '00:00'}Z` : text);
  return Number.isFinite(at) && (plain !== null || ZONE.test(text)) ? at : null;
}
