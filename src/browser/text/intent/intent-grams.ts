/** Characters of a message that are looked at; what comes after them seldom changes what is wanted. */
const MAX_CHARACTERS = 2000;
const LETTER_GRAMS = [3, 4];

/**
 * The pieces of a message that intents are told by, each as often as it occurs.
 *
 * Of words in letters: the word, each pair of neighbours, and 3- and 4-grams of the word with its edges. Of Chinese:
 * each character and each pair. Case, punctuation and compatibility forms are left out. Any string will do.
 */
export function intentGrams(text: string): Map<string, number> {
  const grams = new Map<string, number>();
  const count = (gram: string): unknown => grams.set(gram, (grams.get(gram) ?? 0) + 1);
  const plain = text.slice(0, MAX_CHARACTERS).normalize('NFKC').slice(0, MAX_CHARACTERS).toLowerCase().replaceAll('’', "'");
  let before = '';
  for (const [word] of plain.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'])+/gu)) {
    if (/^\p{Script=Han}/u.test(word)) countHan(word, count);
    else {
      countWord(word, count);
      if (before) count(`${before} ${word}`);
    }
    before = word;
  }
  return grams;
}

/** Of the pieces of a message those that are whole words, and neighbouring characters of Chinese. */
export function wordGrams(text: string): string[] {
  return [...intentGrams(text).keys()].filter((gram) => gram.startsWith(' ') || /^\p{Script=Han}{2}$/u.test(gram));
}

function countHan(run: string, count: (gram: string) => void): void {
  const characters = [...run];
  characters.forEach((character, i) => {
    count(character);
    if (i > 0) count(characters[i - 1]! + character);
  });
}

function countWord(word: string, count: (gram: string) => void): void {
  // A mark in front keeps whole words apart from pieces of words.
  count(` ${word}`);
  const edged = `<${word}>`;
  for (const size of LETTER_GRAMS) {
    for (let i = 0; i + size <= edged.length; i += 1) count(edged.slice(i, i + size));
  }
}
