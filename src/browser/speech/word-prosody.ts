import type { Hertz } from '../../core/index.ts';
import type { Ending, PhrasedSentence, PhrasedWord } from './phrase-words.ts';
import type { Prosody } from './tone-to-prosody.ts';

/** How one word shall be said. */
export interface WordProsody {
  readonly text: string;
  /** Factor on its phones' lengths, beyond that of the utterance. */
  readonly stretch: number;
  readonly pitch: Hertz;
  /** Below 0 the voice's own movement is upside down: what would fall rises. */
  readonly range: Hertz;
}

/** An emphasised word is this much longer, one that carries only grammar this much shorter. */
const LENGTHENED = 0.16;
const LIGHTENED = 0.04;
/** How much of the fall begins anew with every phrase. */
const RESET = 0.4;
/** A phrase that goes on after its comma is held up, as a share of an accent. */
const HELD = 0.4;
/** How high the end of a question begins, as a share of an accent. */
const RISE = 0.6;
/** Within the word that rises, the voice's own movement would fall: it is turned around, and made larger. */
const RISING_RANGE = -2;

/**
 * Targets for every word: the declination of the sentence, which each phrase takes up a little higher, raised and longer words
 * that stand out, what is held before a comma, and the end of a question. On average the utterance's own pitch is kept.
 */
export function wordProsody({ words, ending }: PhrasedSentence, prosody: Prosody): WordProsody[] {
  const lifts = words.map((word, i) => liftOf(word, words.length > 1 ? i / (words.length - 1) : 0.5, i === words.length - 1, ending, prosody));
  const middle = ending === 'asking' ? 0 : lifts.reduce((sum, lift, i) => sum + lift * words[i]!.text.length, 0) / words.reduce((sum, { text }) => sum + text.length, 0);
  return words.map((word, i) => ({
    text: word.text,
    stretch: (1 + LENGTHENED * word.emphasis) * (word.light ? 1 - LIGHTENED : 1),
    pitch: prosody.pitch * 2 ** ((lifts[i]! - middle) / 12),
    range: prosody.range * (ending === 'asking' && i === words.length - 1 ? RISING_RANGE : 1),
  }));
}

/** How many semitones a word lies above the utterance's pitch. */
function liftOf(word: PhrasedWord, place: number, last: boolean, ending: Ending, { accent, fall }: Prosody): number {
  const sinking = fall * (0.5 - RESET * word.place - (1 - RESET) * place);
  const standing = accent * word.emphasis * (ending === 'exclaiming' ? 1.3 : 1);
  if (ending === 'asking' && last) return RISE * accent + sinking;
  return sinking + standing + (word.lastOfPhrase && !last ? HELD * accent : 0);
}
