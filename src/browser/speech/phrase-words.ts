import type { Unit } from '../../core/index.ts';
import { EMPHASIS_MARK } from './clean-text.ts';

/** One word of a sentence, as it is said. */
export interface PhrasedWord {
  /** With the punctuation that follows it. */
  readonly text: string;
  /** How much it stands out. */
  readonly emphasis: Unit;
  /** How far into its phrase it is: 0 is its first word, 1 its last. */
  readonly place: Unit;
  readonly lastOfPhrase: boolean;
  /** Carries grammar rather than content, and is said lightly. */
  readonly light: boolean;
}

/** How a sentence ends: `asking` wants a yes or a no and rises, other questions fall as statements do. */
export type Ending = 'stating' | 'asking' | 'exclaiming' | 'open';

export interface PhrasedSentence {
  readonly words: readonly PhrasedWord[];
  readonly ending: Ending;
}

/** The word with which a phrase comes to rest, as is usual where nothing else stands out (Cruttenden 1997). */
const NUCLEAR: Unit = 0.5;
const INTENSE: Unit = 0.65;
const CONTRASTED: Unit = 0.8;

const LIGHT = new Set((
  'a an the this that these those my your his her its our their some any i you he she it we they me him us them one who whom whose which what when where why how '
  + 'am is are was were be been being do does did have has had will would shall should can could may might must and or but if so as than then because while though although '
  + 'of to in on at by for with from about into onto over under after before between through during without within up down out off away there here not no nor just too also very really '
  + 'i\'m i\'d i\'ll i\'ve you\'re you\'d you\'ll you\'ve he\'s she\'s it\'s we\'re we\'d we\'ll we\'ve they\'re they\'d they\'ll they\'ve that\'s there\'s let\'s don\'t doesn\'t didn\'t isn\'t aren\'t wasn\'t weren\'t won\'t wouldn\'t can\'t couldn\'t shouldn\'t haven\'t hasn\'t hadn\'t'
).split(' '));
const INTENSIFIERS = new Set('so very really truly such never always absolutely completely'.split(' '));
/** What they are followed by is contrasted with something else. */
const FOCUS = new Set('not only even instead but'.split(' '));
const ASKED_FOR = new Set('who whom whose which what when where why how'.split(' '));
/** A contrast lies at most this many words after the particle. */
const FOCUS_REACH = 3;

/**
 * The words of a cleaned sentence with how much each stands out: those marked in the text fully, one intensified or contrasted
 * word of a phrase, and the last word of content of every phrase. A phrase ends at punctuation.
 */
export function phraseWords(sentence: string): PhrasedSentence {
  const raw = sentence.split(/\s+/).filter((word) => /[A-Za-z0-9]/.test(word));
  const phrases: string[][] = [[]];
  raw.forEach((word, i) => {
    phrases.at(-1)!.push(word);
    if (/[,;:.!?)][")']*$/.test(word) && i < raw.length - 1 && !/^[A-Za-z]\.$|\d[.,:]$/.test(word)) phrases.push([]);
  });
  return { words: phrases.flatMap(phrase), ending: endingOf(sentence, raw) };
}

function phrase(raw: readonly string[]): PhrasedWord[] {
  const plain = raw.map((word) => word.toLowerCase().replace(/[^a-z0-9']/g, ''));
  const emphases = emphasesOf(raw, plain);
  return raw.map((word, i) => ({
    text: word.replaceAll(EMPHASIS_MARK, ''),
    emphasis: emphases[i]!,
    place: raw.length > 1 ? i / (raw.length - 1) : 1,
    lastOfPhrase: i === raw.length - 1,
    light: LIGHT.has(plain[i]!) && !emphases[i],
  }));
}

function emphasesOf(raw: readonly string[], plain: readonly string[]): Unit[] {
  const marked = raw.map((word) => word.includes(EMPHASIS_MARK));
  const emphases = marked.map(Number);
  if (marked.includes(true)) return emphases;
  const nucleus = plain.findLastIndex((word) => !LIGHT.has(word));
  emphases[nucleus === -1 ? plain.length - 1 : nucleus] = NUCLEAR;
  const focus = plain.findIndex((word) => FOCUS.has(word));
  const contrasted = focus === -1 ? -1 : plain.findIndex((word, i) => i > focus && i <= focus + FOCUS_REACH && !LIGHT.has(word));
  const intense = plain.findIndex((word, i) => INTENSIFIERS.has(word) && i < plain.length - 1);
  if (contrasted !== -1) emphases[contrasted] = CONTRASTED;
  else if (intense !== -1) emphases[intense] = INTENSE;
  return emphases;
}

function endingOf(sentence: string, raw: readonly string[]): Ending {
  const mark = /[.!?](?=[")']*$)/.exec(sentence)?.[0];
  if (mark === '!') return 'exclaiming';
  if (mark === '.') return 'stating';
  if (mark !== '?') return 'open';
  const words = raw.map((word) => word.toLowerCase().replace(/[^a-z']/g, ''));
  // "And how did she take it?", but not "Did you see how she did it?"
  return words.slice(0, 2).some((word) => ASKED_FOR.has(word.replace(/'.*/, ''))) ? 'stating' : 'asking';
}
