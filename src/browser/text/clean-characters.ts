/** How many UTF-16 code units of a text are read at most; the rest is left, and the result says so. */
export const LONGEST_TEXT = 4000;

/** More marks than this on one letter are no language's, and only cost time. */
const MOST_MARKS = 3;

/** A text made even, with the way back to where each of its characters came from. */
export interface CleanText {
  readonly text: string;
  /** Where in the original each code unit of `text` begins; one more entry for the end of what was read. */
  readonly origin: Int32Array;
  /** Whether the original was longer than {@link LONGEST_TEXT}. */
  readonly cut: boolean;
}

const QUOTES = /[\u2018\u2019\u02BC\u2032`\u00B4]/u;
const UNSEEN = /[\p{Cf}\p{Variation_Selector}]/u;
const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Zs}]/u;
const MARK = /\p{M}/u;

/**
 * Brings a text into compatibility composition (NFKC), one letter with its marks at a time. Characters that cannot be
 * seen are left out, control characters, spaces of every kind and lone surrogates become a space, and apostrophes straight. Case is kept.
 */
export function cleanCharacters(original: string): CleanText {
  const cut = original.length > LONGEST_TEXT;
  const units: string[] = [];
  const origin: number[] = [];
  let letter = '';
  let [began, marks, at] = [0, 0, 0];
  const flush = (): void => {
    const composed = letter.normalize('NFKC');
    for (let i = 0; i < composed.length; i += 1) {
      units.push(composed[i]!);
      origin.push(began);
    }
    letter = '';
  };
  for (const point of original.slice(0, LONGEST_TEXT)) {
    const here = at;
    at += point.length;
    if (UNSEEN.test(point)) continue;
    if (letter !== '' && MARK.test(point)) {
      marks += 1;
      if (marks <= MOST_MARKS) letter += point;
      continue;
    }
    flush();
    [began, marks] = [here, 0];
    letter = CONTROL.test(point) ? (point === '\n' ? '\n' : ' ') : QUOTES.test(point) ? "'" : point;
  }
  flush();
  origin.push(at);
  return { text: units.join(''), origin: Int32Array.from(origin), cut };
}
