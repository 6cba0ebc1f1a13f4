const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function spell(number: number): string {
  if (number < 20) return SMALL[number]!;
  if (number < 100) return `${TENS[Math.floor(number / 10)]}${number % 10 ? ` ${SMALL[number % 10]}` : ''}`;
  if (number < 1000) return `${SMALL[Math.floor(number / 100)]} hundred${number % 100 ? ` ${spell(number % 100)}` : ''}`;
  if (number < 1e6) return `${spell(Math.floor(number / 1000))} thousand${number % 1000 ? ` ${spell(number % 1000)}` : ''}`;
  return [...String(number)].map((digit) => SMALL[Number(digit)]).join(' ');
}

/** The words of a text as they are compared: without case and punctuation, numbers spelled out. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('’', '\'')
    .replaceAll('%', ' percent ')
    .replaceAll(/(?<=\d),(?=\d{3}\b)/g, '')
    .replaceAll(/\d+(?:\.\d+)?/g, (number) => {
      const [whole = '', parts] = number.split('.');
      return ` ${spell(Number(whole))}${parts ? ` point ${[...parts].map((digit) => SMALL[Number(digit)]).join(' ')}` : ''} `;
    })
    .replaceAll(/[^a-z' ]/g, ' ')
    .split(' ')
    .map((word) => word.replaceAll(/^'+|'+$/g, ''))
    .filter((word) => word !== '');
}

/** One place where what was heard is not what was said; null is no word. */
export interface Confusion {
  readonly said: string | null;
  readonly heard: string | null;
}

export interface WordErrors {
  /** How many words were said. */
  readonly words: number;
  /** The fewest substitutions, deletions and insertions that lead from one to the other, in order. */
  readonly confusions: readonly Confusion[];
}

/** Compares what was heard with what was said, word by word (Levenshtein). */
export function compareWords(said: readonly string[], heard: readonly string[]): WordErrors {
  const cost: number[][] = [];
  for (let i = 0; i <= said.length; i += 1) {
    cost.push([i]);
    for (let j = 1; j <= heard.length; j += 1) {
      cost[i]!.push(i === 0 ? j : Math.min(cost[i - 1]![j]! + 1, cost[i]![j - 1]! + 1, cost[i - 1]![j - 1]! + (said[i - 1] === heard[j - 1] ? 0 : 1)));
    }
  }
  const confusions: Confusion[] = [];
  for (let [i, j] = [said.length, heard.length]; i > 0 || j > 0;) {
    const here = cost[i]![j]!;
    if (i > 0 && j > 0 && here === cost[i - 1]![j - 1]! + (said[i - 1] === heard[j - 1] ? 0 : 1)) {
      i -= 1;
      j -= 1;
      if (said[i] !== heard[j]) confusions.unshift({ said: said[i]!, heard: heard[j]! });
    } else if (i > 0 && here === cost[i - 1]![j]! + 1) {
      i -= 1;
      confusions.unshift({ said: said[i]!, heard: null });
    } else {
      j -= 1;
      confusions.unshift({ said: null, heard: heard[j]! });
    }
  }
  return { words: said.length, confusions };
}

/** Errors for each word that was said; may be above 1. */
export function wordErrorRate(all: readonly WordErrors[]): number {
  const words = all.reduce((sum, each) => sum + each.words, 0);
  return all.reduce((sum, each) => sum + each.confusions.length, 0) / words;
}
