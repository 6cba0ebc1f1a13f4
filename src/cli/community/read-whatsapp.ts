import type { ChatMessage } from '../../community/index.ts';
import type { BadRow } from '../rows/open-rows.ts';
import { createOrderFinder, type DateOrder, timeOf, WRITTEN_TIME, type WrittenTime, writtenTime } from './read-dates.ts';

/** "[12.03.24, 14:05:33] Ann: hello", "12.03.24, 14:05 - Ann: hello" and what lies between, as phones of different languages write it. */
const HEAD = new RegExp(String.raw`^[\u200e\u200f\ufeff]*\[?${WRITTEN_TIME}\]?[\s\u00a0\u202f]*(?:-[\s\u00a0]+)?(?<rest>.*)$`, 'iu');
const AUTHOR = /^[\u200e\u200f~\u00a0 ]*(?<author>[^:：]{1,80}?)(?::(?:\s|$)|：\s?)(?<text>[^]*)$/u;
/** Where WhatsApp itself speaks under the name of a group or of somebody, it writes this mark before. */
const OWN_MARK = /^\s*\u200e/;
/** What stands in the place of a picture, a voice message or something that was taken back. */
const LEFT_OUT = /^\u200e?<[^>]*(?:omitted|ausgeschlossen|weggelassen|省略)[^>]*>$|^\u200e?(?:image|video|audio|sticker|gif|document|contact card|bild|video|audio|sticker|dokument) (?:omitted|weggelassen)$|^(?:图片|视频|音频|表情)已?省略$|^(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht|此消息已删除|消息已撤回)\.?$/iu;
/** A message that goes on over many lines is cut: what follows is mostly pasted. */
const LONGEST = 4000;

interface Opened {
  readonly line: number;
  readonly time: WrittenTime;
  readonly author: string | null;
  readonly text: string;
}

async function* opened(lines: AsyncIterable<string>): AsyncGenerator<Opened | BadRow> {
  let [line, open, before] = [0, null as Opened | null, 0];
  for await (const raw of lines) {
    line += 1;
    const text = raw.replace(/\r$/, '');
    const match = HEAD.exec(text);
    const separator = /\d([./\-年])/.exec(text)?.[1] ?? '';
    const time = match?.groups ? writtenTime(match.groups, separator) : null;
    if (time) {
      if (open) yield open;
      const said = AUTHOR.exec(match!.groups!['rest']!);
      open = { line, time, author: said?.groups?.['author']?.trim() ?? null, text: said?.groups?.['text'] ?? '' };
    } else if (open) open = { ...open, text: open.text.length < LONGEST ? `${open.text}\n${text}`.slice(0, LONGEST) : open.text };
    else if (text.trim() !== '') {
      before += 1;
      // One fault for what stands before the first message, not one for each line.
      if (before === 1) yield { line, field: 'line', fault: 'expected a date, a time and a name as WhatsApp exports them, such as "12.03.24, 14:05 - Ann: hello"' };
    }
  }
  if (open) yield open;
}

/** Whether a line opens a message as WhatsApp writes it. */
export function isWhatsApp(line: string): boolean {
  return HEAD.test(line);
}

/** Which figure is the day in a whole export; null where both would do. */
export async function orderOfDates(lines: AsyncIterable<string>): Promise<DateOrder | null> {
  const finder = createOrderFinder();
  for await (const each of opened(lines)) if ('time' in each) finder.add(each.time);
  return finder.order;
}

/** Reads an export of WhatsApp; lines of the system have no author and are left out. */
export async function* readWhatsApp(lines: AsyncIterable<string>, order: DateOrder, onSystem: () => void): AsyncGenerator<ChatMessage | BadRow> {
  for await (const each of opened(lines)) {
    if (!('time' in each)) {
      yield each;
      continue;
    }
    const at = timeOf(each.time, order);
    if (at === null) yield { line: each.line, field: 'date', fault: `expected a day that there is, in the order ${order}, but got ${each.time.figures.join('/')}` };
    else if (each.author === null || (OWN_MARK.test(each.text) && !LEFT_OUT.test(each.text.trim()))) onSystem();
    else yield { at, author: each.author, text: LEFT_OUT.test(each.text.trim()) ? '' : each.text.trim(), answers: null };
  }
}
