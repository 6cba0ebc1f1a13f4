import { AttuneError } from '../../core/index.ts';
import { readNumbers } from './read-numbers.ts';
import { readWords } from './read-words.ts';

/** The longest text of one utterance, in UTF-16 code units: about two minutes of speech. */
export const MAX_SPEECH_CHARACTERS = 2000;

/** Follows a word that the text emphasises, as *so*, **so** or _so_. */
export const EMPHASIS_MARK = '*';
const MARKED = /(^|[\s("'])(\*\*|\*|__|_)(?=[^\s*_])([^*_\n]{1,60})\2(?=$|[^\w*])/g;
/** Stands for the mark while all other stars are removed; of a private use area, so no text has it. */
const KEPT = '\uE000';

/** Signs that Flite would spell out or skip, and what a person says instead. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201B\u2032`]/g, "'"],
  [/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"'],
  [/\s*[\u2013\u2014\u2015]\s*|\s-+\s/g, ', '],
  [/&/g, ' and '],
  [/%/g, ' percent '],
  [/@/g, ' at '],
  [/\+/g, ' plus '],
  [/=/g, ' equals '],
  [/\u00DF/g, 'ss'],
  [/\u00C6/g, 'AE'],
  [/\u00E6/g, 'ae'],
  [/\u00D8/g, 'O'],
  [/\u00F8/g, 'o'],
];

/**
 * The text as it is said in English, with dates, times, amounts, units, abbreviations and addresses in words: one line of plain ASCII without control characters, emoji,
 * markup, accents and letters of other scripts. Empty when nothing sayable is left.
 *
 * A line break ends a sentence. Emphasised words are followed by {@link EMPHASIS_MARK}. Captions should show the original, not this.
 *
 * @throws {AttuneError} `bad-input` when the text is longer than {@link MAX_SPEECH_CHARACTERS}
 */
export function cleanText(text: string): string {
  if (text.length > MAX_SPEECH_CHARACTERS) {
    throw new AttuneError('bad-input', `Expected at most ${MAX_SPEECH_CHARACTERS} characters to say, but got ${text.length}. Say it as several utterances.`);
  }
  let plain = readNumbers(readWords(text.replaceAll(KEPT, ' '))).replace(/([^\s.!?,;:])[^\S\n]*\n\s*/g, '$1. ').replace(MARKED, (_, before: string, __, words: string) => before + markEach(words));
  for (const [sign, words] of SPOKEN) plain = plain.replace(sign, words);
  plain = plain.normalize('NFKD').replace(/\p{M}/gu, '');
  plain = plain.replace(/[^A-Za-z0-9.,;:!?'"()$/\s\uE000-]/g, ' ').replaceAll(KEPT, EMPHASIS_MARK).replace(/\s+/g, ' ').replace(/ (?=[.,;:!?])/g, '').trim();
  return /[A-Za-z0-9]/.test(plain) ? plain : '';
}

function markEach(words: string): string {
  return words.split(' ').map((word) => word.replace(/^(.*[\p{L}\p{N}])/u, `$1${KEPT}`)).join(' ');
}
