import { createHash } from 'node:crypto';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type MonitorDocument, readDocument } from '../../monitor/index.ts';
import { type BadRow, openRows, type Row, streamRows } from '../rows/open-rows.ts';
import { UsageError } from '../usage-error.ts';
import { readFeed } from './read-feed.ts';

/** Something that documents are read from. */
export interface DocumentSource {
  /** What it is called in messages, and in the store's account of how far it was read. */
  readonly name: string;
  /** Tells another file of the same name from it; null for streams and feeds, which begin anew each time. */
  readonly beginning: string | null;
  readonly bytes: number | null;
  /** Bytes that were read by now. */
  read(): number;
  documents(): AsyncGenerator<MonitorDocument | BadRow>;
}

const SHAPE = {
  columns: {
    text: ['text', 'title', 'headline', 'body', 'content', '文本', '标题', '正文', '内容'],
    time: ['time', 'date', 'datetime', 'published', 'timestamp', 'created_at', '时间', '日期', '发布时间'],
    id: ['id', 'url', 'link', 'guid', '编号', '链接'],
    source: ['source', 'publisher', 'feed', 'site', '来源', '媒体'],
    entity: ['entity', 'entities', 'ticker', 'company', '主体', '公司', '代码'],
  },
  required: ['text', 'time'],
  numbers: ['time'],
} as const;
type Column = keyof typeof SHAPE.columns;

const TABLES = new Set(['.csv', '.tsv', '.jsonl', '.ndjson']);
const FEEDS = new Set(['.xml', '.rss', '.atom', '.rdf']);
const ENDINGS = [...TABLES, ...FEEDS].join(', ');
/** So much of a file tells it from another one. */
const BEGINNING = 4096;

/**
 * Finds what to read: files, folders with all that lies in them, or `-` for standard input.
 *
 * @param kind what standard input is
 * @param now in milliseconds since 1970
 * @throws {UsageError} for what is not there or of no kind that is read
 */
export async function findSources(paths: readonly string[], kind: 'csv' | 'jsonl', now: () => number): Promise<readonly DocumentSource[]> {
  const sources: DocumentSource[] = [];
  for (const path of paths) {
    if (path === '-') sources.push(openStream(kind, now));
    else for (const file of await filesIn(path)) sources.push(await openSource(file, now));
  }
  return sources;
}

async function filesIn(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new UsageError(`Expected a file or a folder ${path}, but there is none.`);
  if (!found.isDirectory()) {
    if (!isRead(path)) throw new UsageError(`Expected a file that ends in ${ENDINGS}, but got ${path}.`);
    return [path];
  }
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && isRead(entry.name)).map((entry) => join(entry.parentPath, entry.name)).toSorted();
  if (files.length === 0) throw new UsageError(`Expected files that end in ${ENDINGS} in ${path}, but there are none.`);
  return files;
}

function isRead(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return TABLES.has(ending) || FEEDS.has(ending);
}

async function openSource(file: string, now: () => number): Promise<DocumentSource> {
  if (!FEEDS.has(extname(file).toLowerCase())) {
    const beginning = await beginningOf(file);
    const rows = await openRows<Column>(file, SHAPE);
    return { name: file, beginning, bytes: rows.bytes, read: rows.read, documents: () => documentsOf(rows.rows(), basename(file), now) };
  }
  const { size } = await stat(file);
  let read = 0;
  return {
    name: file, beginning: null, bytes: size, read: () => read,
    async* documents() {
      yield* readFeed(file, now());
      read = size;
    },
  };
}

function openStream(kind: 'csv' | 'jsonl', now: () => number): DocumentSource {
  const rows = streamRows<Column>('standard input', kind, process.stdin, SHAPE);
  return { name: '-', beginning: null, bytes: null, read: rows.read, documents: () => documentsOf(rows.rows(), 'stdin', now) };
}

async function* documentsOf(rows: AsyncGenerator<Row<Column> | BadRow>, otherwise: string, now: () => number): AsyncGenerator<MonitorDocument | BadRow> {
  for await (const row of rows) {
    if ('fault' in row) {
      yield row;
      continue;
    }
    const { field, line } = row;
    const document = readDocument({ id: field('id'), time: field('time'), source: field('source'), text: field('text'), entity: field('entity') }, now(), otherwise);
    yield 'fault' in document ? { line, ...document } : document;
  }
}

/** A file that grows keeps its first line. */
async function beginningOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    const line = buffer.subarray(0, bytesRead).indexOf(10);
    return createHash('sha256').update(buffer.subarray(0, line > 0 ? line : bytesRead)).digest('hex').slice(0, 24);
  } finally {
    await handle.close();
  }
}
