import type { CleanText } from './clean-characters.ts';

export type TokenKind = 'word' | 'han' | 'emoji' | 'emoticon' | 'number' | 'mark' | 'link' | 'name';

/** One word, Chinese character, emoji or mark of a text. */
export interface Token {
  readonly kind: TokenKind;
  /** What is looked up: lower case, without elongation; all links are alike, and so are all names of users. */
  readonly form: string;
  /** Where it stands in the original text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** A word of at least two letters, all of them capital. */
  readonly capitals: boolean;
  /** A letter was written three times or more ("sooo"), or a mark or emoji repeated. */
  readonly elongated: boolean;
}

const EMOTICON = String.raw`[<>]?[:;=xX8][-^']?[)(DPpOo/\\|*\]\[3]+(?![\p{L}\p{N}])|<\/?3|\^_*\^|[T;]_+[T;]|>_+<|-_+-|[oO]_+[oO]|\\o\/`;
const PATTERN = new RegExp([
  String.raw`(?<link>(?:https?:\/\/|www\.)[^\s\u3000-\u9fff]{1,500}|<\/?[a-z][^<>]{0,500}>)`,
  String.raw`(?<name>@[\p{L}\p{N}_]{1,50}|\/?\b[ur]\/[\p{L}\p{N}_-]{1,50}|\[[A-Z]{3,12}\])`,
  String.raw`(?<emoticon>(?<![\p{L}\p{N}])(?:${EMOTICON}))`,
  String.raw`(?<han>\p{Script=Han})(?:\k<han>{2,})?`,
  String.raw`(?<word>(?:(?!\p{Script=Han})[\p{L}\p{M}])(?:(?:(?!\p{Script=Han})[\p{L}\p{M}])|['-](?=(?!\p{Script=Han})\p{L})){0,80})`,
  String.raw`(?<number>\p{N}(?:\p{N}|[.,:](?=\p{N})){0,40})`,
  String.raw`(?<emoji>(?<pictograph>\p{Extended_Pictographic})\p{Emoji_Modifier}?(?:\k<pictograph>\p{Emoji_Modifier}?)*)`,
  String.raw`(?<mark>[!?\uFF01\uFF1F]+|\.{2,}|\u2026+|[^\s])`,
].join('|'), 'gu');

/** Splits a clean text into tokens, in time linear in its length. */
export function tokenise({ text, origin }: CleanText): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const written = match[0];
    const start = origin[match.index]!;
    // One character of the original may have become several, which then all stand for the whole of it.
    let past = match.index + written.length;
    while (origin[past]! <= start && past < origin.length - 1) past += 1;
    const end = origin[past]!;
    const { link, name, emoticon, han, word, number, emoji, pictograph } = match.groups as Record<string, string | undefined>;
    const add = (kind: TokenKind, form: string, elongated = false, capitals = false): void => { tokens.push({ kind, form, start, end, capitals, elongated }); };
    if (link !== undefined) add('link', '<link>');
    else if (name !== undefined) add('name', name.startsWith('[') ? name.toLowerCase() : '<name>');
    else if (emoticon !== undefined) add('emoticon', emoticon.replaceAll(/([)(\]D])\1+/g, '$1'), /([)(\]D])\1/.test(emoticon));
    else if (han !== undefined) add('han', han, written.length > han.length);
    else if (word !== undefined) addWord(word, add);
    else if (number !== undefined) add('number', '<number>');
    else if (emoji !== undefined) add('emoji', pictograph!, emoji.length >= 2 * pictograph!.length);
    else add('mark', /^[!?]{2,}$/.test(written) ? (written.includes('?') ? (written.includes('!') ? '?!' : '??') : '!!') : written.startsWith('..') || written.startsWith('…') ? '...' : written, written.length > 1 && /^[!?]/.test(written));
  }
  return tokens;
}

function addWord(word: string, add: (kind: TokenKind, form: string, elongated: boolean, capitals: boolean) => void): void {
  const lower = word.toLowerCase();
  const plain = shorten(lower);
  add('word', plain, plain !== lower, /^(?=(?:.*\p{Lu}){2})[^\p{Ll}]+$/u.test(word));
}

/** "sooo" becomes "so" and "happyyy" "happy"; two of a letter stay where a word may have them ("coool" becomes "cool"). */
function shorten(word: string): string {
  return word.replaceAll(/(\p{L})\1{2,}/gu, (_, letter: string, at: number, whole: string) =>
    (/[eo]/.test(letter) && at > 0 && /\p{L}$/u.test(whole.slice(-1)) && !whole.endsWith(letter) ? letter + letter : letter));
}
