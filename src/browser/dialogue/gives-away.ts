/** So many words, or Chinese characters, in a row are no coincidence any more. */
const WORDS = 7;
const CHARACTERS = 14;

/** A whole sentence of so many words is none either. */
const WHOLE = 4;

/** Words by which models speak of what they were told. */
const TELLING = /\b(?:system (?:prompt|message|text)|my (?:instructions|prompt|rules)|(?:previous|above|following) instructions|i was (?:told|instructed) to|language model|developer mode)\b|<\/?(?:player|memory)>|系统提示|我的(?:指令|提示词|规则)|语言模型/i;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}']+/gu) ?? [];
}

/** Whether words of a reply come out of the instructions. */
export function createGiveawayCheck(secret: string): (sentence: string) => boolean {
  const told = ` ${wordsOf(secret).join(' ')} `;
  return (sentence) => {
    if (TELLING.test(sentence)) return true;
    const words = wordsOf(sentence);
    if (words.length >= WHOLE && told.includes(` ${words.join(' ')} `)) return true;
    const row = words.some((word) => /\p{Script=Han}/u.test(word)) ? CHARACTERS : WORDS;
    return words.some((_, i) => i + row <= words.length && told.includes(` ${words.slice(i, i + row).join(' ')} `));
  };
}
