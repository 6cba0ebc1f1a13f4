import { EMOTIONS, type Emotion } from '../../core/index.ts';
import { CUES_EN, VALENCES_EN } from './cues-en.ts';
import { CUES_ZH, VALENCES_ZH } from './cues-zh.ts';
import { EMOJI } from './emoji.ts';
import type { Scope, Sense } from './plain-scope.ts';
import type { Token } from './tokens.ts';

/** A word, phrase or emoji that shows feeling. */
export interface Cue {
  /** Indices of its first and last token. */
  readonly first: number;
  readonly last: number;
  /** Null where it is only known to be pleasant or unpleasant. */
  readonly emotion: Emotion | null;
  /** As it stands, before any negation: from -4 to 4, as in VADER. */
  readonly valence: number;
  /** How strongly it is meant; 1 as it stands. */
  readonly degree: number;
  readonly sense: Sense;
  readonly drawn: boolean;
}

/** The valence of a word of a lexicon, from -4 to 4; 0 where it is not known. */
export type ValenceOf = (form: string) => number;

const TYPICAL: Readonly<Record<Emotion, number>> = { neutral: 0, happiness: 2.2, surprise: 0.2, sadness: -2, anger: -2.2, disgust: -2.2, fear: -1.9, contempt: -1.8 };
/** Letters that were written in capitals, or drawn out, are meant more strongly. */
const [CAPITALS, ELONGATED, DRAWN] = [1.35, 1.3, 1.3] as const;
/** Weaker than this, a word of the lexicon shows nothing. */
const LEAST_VALENCE = 0.9;

interface Entry {
  readonly forms: readonly string[];
  readonly emotion: Emotion | null;
  readonly valence: number;
}

/** All entries by their first form, the longest first. */
const ENTRIES = collect();

function collect(): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>();
  const add = (forms: readonly string[], emotion: Emotion | null, valence: number): void => {
    const known = entries.get(forms[0]!);
    if (known) known.push({ forms, emotion, valence });
    else entries.set(forms[0]!, [{ forms, emotion, valence }]);
  };
  for (const [word, valence] of Object.entries(VALENCES_EN)) add([word], null, valence);
  for (const [word, valence] of Object.entries(VALENCES_ZH)) add([...word], null, valence);
  for (const emotion of EMOTIONS) {
    const [single = '', ...phrases] = (CUES_EN[emotion] ?? '').split('|');
    for (const word of single.split(/\s+/).filter((each) => each !== '')) add([word], emotion, TYPICAL[emotion]);
    for (const phrase of phrases) add(phrase.trim().split(' '), emotion, TYPICAL[emotion]);
    for (const word of (CUES_ZH[emotion] ?? '').split(/\s+/).filter((each) => each !== '')) add(/^\p{Script=Han}/u.test(word) ? [...word] : [word], emotion, TYPICAL[emotion]);
  }
  for (const list of entries.values()) list.sort((a, b) => b.forms.length - a.forms.length);
  return entries;
}

/** Finds what shows feeling, from left to right; the longest phrase wins, and each token is part of one cue at most. */
export function findCues(tokens: readonly Token[], scope: Scope, valenceOf: ValenceOf): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length;) {
    // How much is no feeling of its own: nobody is afraid in "terribly glad".
    const found = scope.sense[at] === 'measure' ? null : lookUp(tokens, at, scope, valenceOf);
    if (!found) {
      at += 1;
      continue;
    }
    const { last } = found;
    let degree = Math.max(...scope.degree.slice(at, last + 1));
    const { kind } = tokens[at]!;
    const drawn = kind === 'emoji' || kind === 'emoticon';
    if (tokens.slice(at, last + 1).some(({ capitals }) => capitals)) degree *= CAPITALS;
    if (tokens.slice(at, last + 1).some(({ elongated }) => elongated)) degree *= ELONGATED;
    cues.push({ first: at, last, emotion: found.emotion, valence: found.valence, degree: drawn ? degree * DRAWN : degree, sense: drawn ? 'plain' : scope.sense[at]!, drawn });
    at = last + 1;
  }
  return cues;
}

interface Found extends Pick<Entry, 'emotion' | 'valence'> {
  readonly last: number;
}

function lookUp(tokens: readonly Token[], at: number, scope: Scope, valenceOf: ValenceOf): Found | null {
  const { kind, form } = tokens[at]!;
  if (kind === 'emoji' || kind === 'emoticon') {
    const emotion = EMOJI.get(form);
    return emotion ? { last: at, emotion, valence: 1.2 * TYPICAL[emotion] } : null;
  }
  if (kind !== 'word' && kind !== 'han') return null;
  const valence = kind === 'word' ? valenceOf(form) : 0;
  for (const entry of ENTRIES.get(form) ?? []) {
    const last = endOf(entry, tokens, at, scope);
    if (last !== null) return { last, emotion: entry.emotion, valence: rated(entry, valence) };
  }
  for (const stem of kind === 'word' ? stems(form) : []) {
    const entry = ENTRIES.get(stem)?.find(({ forms }) => forms.length === 1);
    if (entry) return { last: at, emotion: entry.emotion, valence: rated(entry, valence) };
  }
  return Math.abs(valence) >= LEAST_VALENCE ? { last: at, emotion: null, valence } : null;
}

/** Where a phrase ends, measures within it passed over; null where it is another one. */
function endOf({ forms }: Entry, tokens: readonly Token[], at: number, { sense }: Scope): number | null {
  let last = at;
  for (const form of forms.slice(1)) {
    last += 1;
    while (sense[last] === 'measure' && tokens[last]!.form !== form) last += 1;
    if (tokens[last]?.form !== form) return null;
  }
  return last;
}

/** The lexicon's rating where it points the same way as the emotion. */
function rated({ emotion, valence }: Entry, rating: number): number {
  return emotion && Math.sign(rating) === Math.sign(valence) ? rating : valence;
}

/** What an English word may be a form of. */
function stems(form: string): string[] {
  const found: string[] = [];
  for (const ending of ['s', 'es', 'd', 'ed', 'ing', 'ly', 'er', 'est', 'ness']) {
    if (!form.endsWith(ending) || form.length - ending.length < 3) continue;
    const stem = form.slice(0, -ending.length);
    found.push(stem, `${stem}e`);
    if (stem.endsWith('i')) found.push(`${stem.slice(0, -1)}y`);
    if (stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
  }
  return found;
}
