/** What a column of texts is usually called, the surest first. */
const NAMES = ['text', 'message', 'comment', 'review', 'feedback', 'content', 'body', 'sentence', 'utterance', 'post', 'tweet', '文本', '内容', '正文', '文字', '消息', '留言', '评论', '评价', '句子'];

/** Rows that are looked at, so that a large file costs no more. */
const LOOKED_AT = 200;
/** A column whose cells are shorter than this on average, in characters, holds no texts; a Chinese character counts for three. */
const SHORTEST = 10;

/** Which column holds the texts: one that is called so, or the one with the longest sentences; null where there are none. */
export function guessText(columns: readonly string[], rows: readonly (readonly string[])[]): number | null {
  const names = columns.map((column) => column.toLowerCase());
  for (const name of NAMES) if (names.includes(name)) return names.indexOf(name);
  const some = rows.slice(0, LOOKED_AT);
  const lengths = columns.map((_, at) => some.reduce((sum, row) => sum + lengthOf(row[at]!), 0) / some.length);
  const longest = lengths.indexOf(Math.max(...lengths));
  return lengths[longest]! >= SHORTEST ? longest : null;
}

/** How long a cell is as a sentence; a name, number, date or address is none. */
function lengthOf(cell: string): number {
  const han = cell.match(/\p{Script=Han}/gu)?.length ?? 0;
  const isSentence = han > 3 || (/\p{L}{2,}\s+\p{L}{2,}/u.test(cell) && !/^https?:/.test(cell.trim()));
  return isSentence ? cell.length + 2 * han : 0;
}
