import { AttuneError, plainWords } from '../../../core/index.ts';

/** Puts an English gloss in place of each word of a Chinese text, so that an encoder that reads English gets its drift. What is English already stays. */
export type Glosser = (text: string) => string;

/** What stands for a particle that no English word stands for. */
const NOTHING = '-';

/**
 * Reads the list of models/glosses: a word and its gloss in each line, with a tab between. Always the longest word that the list knows is taken; a character that no word begins with is left out.
 *
 * @throws {AttuneError} `asset-wrong` when a line is something else, or there is none
 */
export function parseGlosses(list: string): Glosser {
  const glosses = new Map(list.trimEnd().split('\n').map((line, i) => {
    const [word, gloss, ...more] = line.split('\t');
    if (!word || !gloss || more.length > 0) throw new AttuneError('asset-wrong', `Expected a list of glosses with a word, a tab and its gloss in each line, but line ${i + 1} is ${JSON.stringify(line.slice(0, 80))}. Run "attune assets --out FOLDER" again, or check the URL.`);
    return [word, gloss];
  }));
  const longest = Math.max(...Array.from(glosses.keys(), (word) => word.length));

  function glossSentence(plain: string): string {
    const said: string[] = [];
    for (let at = 0; at < plain.length;) {
      const length = wordAt(plain, at);
      const word = plain.slice(at, at + length);
      const gloss = glosses.get(word) ?? (/\p{Script=Han}/u.test(word) ? NOTHING : word);
      if (gloss !== NOTHING && gloss.trim() !== '') said.push(gloss.trim());
      at += length;
    }
    return said.join(' ');
  }

  /** How long the word is that begins here: the longest that the list knows, else a character or a run of others. */
  function wordAt(plain: string, at: number): number {
    for (let length = Math.min(longest, plain.length - at); length > 0; length -= 1) {
      const cut = /[\p{L}\p{N}]/u.test(plain[at + length] ?? '') && !isHan(plain, at + length) && !isHan(plain, at + length - 1);
      if (!cut && glosses.has(plain.slice(at, at + length))) return length;
    }
    let end = at + 1;
    if (!isHan(plain, at)) while (end < plain.length && !isHan(plain, end) && plain[end] !== ' ') end += 1;
    return end - at;
  }

  return (text) => plainWords(text, 2).split('\n').map(glossSentence).filter((sentence) => sentence !== '').join('. ');
}

function isHan(text: string, at: number): boolean {
  return /\p{Script=Han}/u.test(text[at] ?? '');
}
