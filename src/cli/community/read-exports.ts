import * as v from 'valibot';
import type { ChatMessage } from '../../community/index.ts';
import type { BadRow } from '../rows/open-rows.ts';

/** Exports of chats in JSON that are told apart. */
export type ExportKind = 'telegram' | 'discord' | 'slack';

const idText = v.union([v.string(), v.pipe(v.number(), v.transform(String))]);
const telegramText = v.union([v.string(), v.pipe(v.array(v.union([v.string(), v.object({ text: v.string() })])), v.transform((parts) => parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')))]);

const TELEGRAM = v.object({
  id: idText, type: v.string(), date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/, 'a date such as 2026-03-12T14:05:33')),
  from: v.optional(v.nullable(v.string())), text: v.optional(telegramText, ''), reply_to_message_id: v.optional(idText),
});
const DISCORD = v.object({
  id: idText, type: v.string(), timestamp: v.string(), content: v.optional(v.string(), ''),
  author: v.object({ id: idText, name: v.string(), nickname: v.optional(v.nullable(v.string())), isBot: v.optional(v.boolean(), false) }),
  reference: v.optional(v.nullable(v.object({ messageId: v.optional(v.nullable(idText)) }))),
});
const SLACK = v.object({
  type: v.literal('message'), subtype: v.optional(v.string()), ts: v.pipe(v.string(), v.regex(/^\d{9,11}(\.\d+)?$/, 'seconds since 1970 such as 1710252333.000100')),
  user: v.optional(v.string()), text: v.optional(v.string(), ''), thread_ts: v.optional(v.string()), parent_user_id: v.optional(v.string()), bot_id: v.optional(v.string()),
  user_profile: v.optional(v.object({ real_name: v.optional(v.string()), display_name: v.optional(v.string()) })),
});

/** What is in one entry of an export: a message, a line of the system, or neither. */
interface Entry {
  readonly id: string;
  readonly at: number;
  /** Null for the system and for bots. */
  readonly author: string | null;
  readonly text: string;
  readonly replyTo: string | null;
}

const utc = (text: string): number => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);

const READERS: Readonly<Record<ExportKind, (data: unknown) => Entry | string>> = {
  telegram: (data) => entryOf(TELEGRAM, data, ({ id, type, date, from, text, reply_to_message_id: replyTo }) => ({ id, at: utc(date), author: type === 'message' ? from ?? null : null, text, replyTo: replyTo ?? null })),
  discord: (data) => entryOf(DISCORD, data, ({ id, type, timestamp, content, author, reference }) => ({ id, at: utc(timestamp), author: author.isBot || !['Default', 'Reply'].includes(type) ? null : author.nickname ?? author.name, text: content, replyTo: reference?.messageId ?? null })),
  slack: (data) => entryOf(SLACK, data, ({ ts, subtype, user, text, thread_ts: thread, bot_id: bot, user_profile: profile }) => ({
    id: ts, at: Math.round(Number(ts) * 1000), author: bot !== undefined || (subtype !== undefined && subtype !== 'thread_broadcast' && subtype !== 'file_share') ? null : profile?.display_name || profile?.real_name || user || null,
    // Marks of Slack's own, such as <@U123> and <https://…|a link>, are no words.
    text: text.replaceAll(/<[^>]*>/g, ' ').trim(), replyTo: thread !== undefined && thread !== ts ? thread : null,
  })),
};

function entryOf<Schema extends v.GenericSchema>(schema: Schema, data: unknown, make: (data: v.InferOutput<Schema>) => Entry): Entry | string {
  const result = v.safeParse(schema, data, { abortEarly: true });
  if (result.success) {
    const entry = make(result.output);
    return Number.isFinite(entry.at) ? entry : 'the time: expected a date as the export writes it';
  }
  const [issue] = result.issues;
  return `${v.getDotPath(issue) ?? 'the entry'}: ${issue.message}`;
}

/** Which of the exports it is; null for none that is read. */
export function kindOfExport(data: unknown): { readonly kind: ExportKind; readonly entries: readonly unknown[] } | null {
  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (Array.isArray(data)) return data.some((entry) => isObject(entry) && 'ts' in entry) ? { kind: 'slack', entries: data } : null;
  if (!isObject(data) || !Array.isArray(data['messages'])) return null;
  const entries: readonly unknown[] = data['messages'];
  return { kind: 'guild' in data || entries.some((entry) => isObject(entry) && isObject(entry['author'])) ? 'discord' : 'telegram', entries };
}

/** Authors of messages that may be answered later; of older ones it is not told. */
const REMEMBERED = 20_000;

/** Reads entries of an export; those of the system and of bots are left out. Entries have no lines, so faults tell the number of the entry. */
export function* readExport(kind: ExportKind, entries: Iterable<unknown>, onSystem: () => void): Generator<ChatMessage | BadRow> {
  const authors = new Map<string, string>();
  let number = 0;
  for (const data of entries) {
    number += 1;
    const entry = READERS[kind](data);
    if (typeof entry === 'string') yield { line: number, field: 'entry', fault: entry };
    else if (entry.author === null || entry.author.trim() === '') onSystem();
    else {
      authors.set(entry.id, entry.author);
      if (authors.size > REMEMBERED) authors.delete(authors.keys().next().value!);
      yield { at: entry.at, author: entry.author, text: entry.text, answers: entry.replyTo === null ? null : authors.get(entry.replyTo) ?? null };
    }
  }
}
