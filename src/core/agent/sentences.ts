/** A sentence that ends here, with the quotes that close it: at once in Chinese, before a space in other scripts. A row of full stops is only looked at from its beginning. */
const END = /[。！？…]+[”’」』）"']*|(?<![.!?])[.!?]+["'”’)]*(?=\s)/gu;

/** What has a full stop and goes on: titles, initials, numbers of a list. */
const GOES_ON = /(?:^|[\s("'])(?:mr|mrs|ms|dr|prof|st|vs|e\.g|i\.e|[a-z]|\d+)\.$/i;

/** A sentence that is longer goes out in parts, so that somebody who never ends one is heard all the same. */
const LONGEST_SENTENCE = 300;

/**
 * Parts what has come so far into whole sentences and the rest. Nothing is lost: joined together they are the text.
 *
 * The last sentence of a text is only known to be whole when something follows it.
 */
export function partSentences(text: string): { readonly sentences: readonly string[]; readonly rest: string } {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    const sentence = text.slice(from, to);
    if (GOES_ON.test(sentence)) continue;
    sentences.push(...partLong(sentence));
    from = to;
  }
  const parts = partLong(text.slice(from));
  return { sentences: [...sentences, ...parts.slice(0, -1)], rest: parts.at(-1) ?? '' };
}

/** In parts of at most {@link LONGEST_SENTENCE}, at the end of a clause or word where there is one, and never within a character. */
function partLong(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST_SENTENCE) {
    const stretch = rest.slice(0, LONGEST_SENTENCE);
    const clause = Math.max(...[', ', '; ', '，', '；', '、'].map((mark) => stretch.lastIndexOf(mark)));
    const cut = Math.max(clause, stretch.lastIndexOf(' ')) + 1 || (/[\uD800-\uDBFF]$/.test(stretch) ? LONGEST_SENTENCE - 1 : LONGEST_SENTENCE);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}
