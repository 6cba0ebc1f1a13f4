const LETTER = /[\p{L}\p{N}'’]/u;

/**
 * How many characters of `now` were also in `before` and will hardly change any more: whole words, from the first on.
 *
 * The last word of both never counts unless something follows it in both: it may still be half of a longer one.
 */
export function stablePrefix(before: string, now: string): number {
  let same = 0;
  while (same < Math.min(before.length, now.length) && before[same] === now[same]) same += 1;
  while (same > 0 && !(isBorder(before, same) && isBorder(now, same))) same -= 1;
  return same;
}

/** Whether a word ends here, before a character that is none of a word; Chinese words end everywhere. */
function isBorder(text: string, at: number): boolean {
  const [left = '', right = ''] = [text[at - 1], text[at]];
  if (right === '') return false;
  return !LETTER.test(right) || !LETTER.test(left) || /\p{Script=Han}/u.test(left);
}
