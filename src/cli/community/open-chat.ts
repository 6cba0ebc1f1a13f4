import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ChatMessage } from '../../community/index.ts';
import { detectEncoding } from '../rows/detect-encoding.ts';
import { type BadRow, openRows, type Row } from '../rows/open-rows.ts';
import { UsageError } from '../usage-error.ts';
import type { DateOrder } from './read-dates.ts';
import { type ExportKind, kindOfExport, readExport } from './read-exports.ts';
import { isWhatsApp, orderOfDates, readWhatsApp } from './read-whatsapp.ts';

/** A chat that is read message by message. */
export interface ChatSource {
  readonly kind: 'whatsapp' | 'table' | ExportKind;
  /** How dates in figures were taken; null where they are not in question. */
  readonly order: DateOrder | null;
  messages(): AsyncGenerator<ChatMessage | BadRow>;
  /** Lines of the system and of bots that were left out by now. */
  readonly left: number;
}

const SHAPE = {
  columns: {
    text: ['text', 'message', 'content', 'body', 'nachricht', '内容', '文本', '消息'],
    time: ['time', 'date', 'datetime', 'timestamp', 'created_at', 'zeit', 'datum', '时间', '日期'],
    author: ['author', 'from', 'name', 'user', 'sender', 'absender', '作者', '发送者', '昵称'],
  },
  required: ['text', 'time', 'author'],
  numbers: ['time'],
} as const;
type Column = keyof typeof SHAPE.columns;

/** JSON is read whole, so it may be so large. */
const MOST_JSON = 200 * 1024 * 1024;
/** Lines by which a text is taken for a chat. */
const LOOKED_AT = 20;

/**
 * Opens an export of a chat: WhatsApp (.txt), Telegram, Discord or Slack (.json; of Slack also the folder of a channel), or a table (.csv, .tsv, .jsonl) with time, author and text.
 *
 * @param order how to take dates that may be read in two ways, where the caller knows
 * @throws {UsageError} for what is missing, of no kind that is read, or whose dates can't be told
 */
export async function openChat(path: string, order: DateOrder | null): Promise<ChatSource> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new UsageError(`Expected a chat export ${path}, but there is none.`);
  const ending = extname(path).toLowerCase();
  if (found.isDirectory()) return openFolder(path);
  if (ending === '.json') return openJson(path, found.size);
  if (['.csv', '.tsv', '.jsonl', '.ndjson'].includes(ending)) return openTable(path);
  if (ending === '.txt') return openText(path, order);
  throw new UsageError(`Expected a chat export that ends in .txt (WhatsApp), .json (Telegram, Discord, Slack), .csv, .tsv or .jsonl, but got ${path}.`);
}

async function openText(path: string, order: DateOrder | null): Promise<ChatSource> {
  const encoding = await detectEncoding(path);
  const lines = (): AsyncIterable<string> => createInterface({ input: Readable.from(decoded(path, encoding)), crlfDelay: Infinity });
  let [seen, known] = [0, false];
  for await (const line of lines()) {
    known ||= isWhatsApp(line);
    if (known || (seen += 1) >= LOOKED_AT) break;
  }
  if (!known) throw new UsageError(`Expected ${path} to be a chat as WhatsApp exports it, with lines such as "12.03.24, 14:05 - Ann: hello", but none of the first ${seen} is. Export the chat as text, or make a .csv with time, author and text.`);
  const told = order ?? (await orderOfDates(lines()));
  if (told === null) throw new UsageError(`Expected dates in ${path} that can be read in one way only, but day and month may be either way. Say which with --dates dmy or --dates mdy.`);
  const source = { left: 0 };
  return { kind: 'whatsapp', order: told, messages: () => readWhatsApp(lines(), told, () => void (source.left += 1)), get left() { return source.left; } };
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

async function openJson(path: string, size: number): Promise<ChatSource> {
  return exportOf(path, await readJson(path, size), new Map());
}

/** The folder of one channel of Slack: a file for each day, named by it. */
async function openFolder(path: string): Promise<ChatSource> {
  const names = (await readdir(path)).filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name)).toSorted();
  if (names.length === 0) throw new UsageError(`Expected the folder ${path} to be a channel of a Slack export, with a file such as 2026-03-12.json for each day, but there is none. Name the folder of one channel, or a file.`);
  const entries: unknown[] = [];
  for (const name of names) {
    const file = join(path, name);
    const data = await readJson(file, (await stat(file)).size);
    if (!Array.isArray(data)) throw new UsageError(`Expected ${file} to be a list of messages, as Slack exports a day, but it is none.`);
    entries.push(...data);
  }
  const users = await readFile(join(path, '..', 'users.json'), 'utf8').then((text) => namesIn(JSON.parse(text)), () => new Map<string, string>());
  return exportOf(path, entries, users);
}

function namesIn(users: unknown): ReadonlyMap<string, string> {
  if (!Array.isArray(users)) return new Map();
  return new Map(users.flatMap((user: { readonly id?: unknown; readonly real_name?: unknown; readonly name?: unknown } | null): [string, string][] => {
    const name = user?.real_name ?? user?.name;
    return typeof user?.id === 'string' && typeof name === 'string' ? [[user.id, name]] : [];
  }));
}

async function readJson(path: string, size: number): Promise<unknown> {
  if (size > MOST_JSON) throw new UsageError(`Expected ${path} to be at most ${MOST_JSON / 1024 / 1024} MB, as JSON is read whole, but it is ${Math.round(size / 1024 / 1024)}. Make lines of JSON with time, author and text of it, in a .jsonl, which is read line by line.`);
  const encoding = await detectEncoding(path);
  try {
    return JSON.parse(new TextDecoder(encoding).decode(await readFile(path)));
  } catch (thrown) {
    throw new UsageError(`Expected ${path} to be JSON, but ${(thrown as Error).message}. Export the chat again.`);
  }
}

function exportOf(path: string, data: unknown, users: ReadonlyMap<string, string>): ChatSource {
  const found = kindOfExport(data);
  if (!found) throw new UsageError(`Expected ${path} to be an export of Telegram (one chat), Discord or Slack, but it has no list of messages as theirs. Export one chat as JSON, or make a .csv with time, author and text.`);
  const source = { left: 0 };
  async function* messages(): AsyncGenerator<ChatMessage | BadRow> {
    for (const message of readExport(found!.kind, found!.entries, () => void (source.left += 1))) {
      yield 'fault' in message ? message : { ...message, author: users.get(message.author) ?? message.author, answers: message.answers === null ? null : users.get(message.answers) ?? message.answers };
    }
  }
  return { kind: found.kind, order: null, messages, get left() { return source.left; } };
}

async function openTable(path: string): Promise<ChatSource> {
  const rows = await openRows<Column>(path, SHAPE);
  return { kind: 'table', order: null, left: 0, messages: () => tableMessages(rows.rows()) };
}

async function* tableMessages(rows: AsyncGenerator<Row<Column> | BadRow>): AsyncGenerator<ChatMessage | BadRow> {
  for await (const row of rows) {
    if ('fault' in row) {
      yield row;
      continue;
    }
    const [time, author, text] = [row.field('time')?.trim() ?? '', row.field('author')?.trim() ?? '', row.field('text') ?? ''];
    const at = readTime(time);
    if (at === null) yield { line: row.line, field: 'time', fault: `expected a time such as 2026-03-12 14:05 or 12.03.2026 14:05, or seconds since 1970, but got ${JSON.stringify(time.slice(0, 40))}` };
    else if (author === '') yield { line: row.line, field: 'author', fault: 'is empty' };
    else yield { at, author, text: text.trim(), answers: null };
  }
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4}),? (\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** Dates with slashes may be read in two ways, so a table has none. */
function readTime(text: string): number | null {
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const german = GERMAN.exec(text);
  const iso = german ? `${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}T${german[4]!.padStart(2, '0')}:${german[5]}:${german[6] ?? '00'}` : text;
  if (!ISO.test(iso)) return null;
  const at = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) && iso.length > 10 ? iso.replace(' ', 'T') : `${iso.replace(' ', 'T')}${iso.length === 10 ? 'T00:00' : ''}Z`);
  return Number.isNaN(at) ? null : at;
}
