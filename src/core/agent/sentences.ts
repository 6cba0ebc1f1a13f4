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
    sentences.push(sentence);
    from = to;
  }
  let rest = text.slice(from);
  while (rest.length > LONGEST_SENTENCE) {
    const stretch = rest.slice(0, LONGEST_SENTENCE);
    const clause = Math.max(...[', ', '; ', '，', '；', '、'].map((mark) => stretch.lastIndexOf(mark)));
    const cut = Math.max(clause, stretch.lastIndexOf(' ')) + 1 || LONGEST_SENTENCE;
    sentences.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return { sentences, rest };
}
