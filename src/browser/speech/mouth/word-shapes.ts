import type { Seconds } from '../../../core/index.ts';
import { CONSONANTS as C, type MouthShape, type PhoneShape, REST, type ShapedPhone, vowel, VOWELS as V } from './phone-shape.ts';

/**
 * What English letters sound like most often, longest first. A mouth that follows spelling is wrong in places, but closes its
 * lips for b, m and p, rounds them for w and oo, and opens where vowels are.
 */
const SPELLINGS: readonly (readonly [string, PhoneShape])[] = [
  ['eigh', vowel(V.openMid, V.close)], ['igh', vowel(V.open, V.nearClose)], ['tch', C.hush], ['ough', vowel(V.openRound)], ['augh', vowel(V.openRound)],
  ['th', C.betweenTeeth], ['sh', C.hush], ['ch', C.hush], ['ph', C.teethOnLip], ['wh', C.rounded], ['wr', C.curled], ['ck', C.back], ['ng', C.backNasal], ['qu', C.rounded],
  ['ee', vowel(V.close)], ['ea', vowel(V.close)], ['ai', vowel(V.openMid, V.close)], ['ay', vowel(V.openMid, V.close)], ['ey', vowel(V.openMid, V.close)],
  ['oa', vowel(V.midRound)], ['oo', vowel(V.closeRound)], ['ou', vowel(V.open, V.closeRound)], ['ow', vowel(V.midRound, V.closeRound)], ['oi', vowel(V.midRound, V.nearClose)], ['oy', vowel(V.midRound, V.nearClose)],
  ['au', vowel(V.openRound)], ['aw', vowel(V.openRound)], ['er', vowel(V.rhotic)], ['ir', vowel(V.rhotic)], ['ur', vowel(V.rhotic)],
];
const LETTERS: Readonly<Record<string, PhoneShape>> = {
  a: vowel(V.nearOpen), e: vowel(V.openMid), i: vowel(V.nearClose), o: vowel(V.openRound), u: vowel(V.strut), y: C.spread,
  b: C.lips, m: C.lips, p: C.lips, f: C.teethOnLip, v: C.teethOnLip, t: C.stop, d: C.stop, n: C.nasal, l: C.lateral,
  c: C.back, k: C.back, g: C.back, q: C.back, x: C.hiss, s: C.hiss, z: C.hiss, j: C.hush, r: C.curled, w: C.rounded, h: C.breath,
};
/** How a Chinese character sounds is not known here: its syllable opens the mouth, by the average of what it might be. */
const ANY_VOWEL: MouthShape = { aa: 0.35, E: 0.15, ih: 0.1, oh: 0.1, ou: 0.1 };
const SYLLABLE: readonly PhoneShape[] = [C.back, vowel(ANY_VOWEL)];

/** About how long a letter, and a syllable of Chinese, sounds at the usual rate. */
const LETTER: Seconds = 0.065;
const HAN: Seconds = 0.22;
/** A vowel sounds longer than a consonant. */
const VOWEL_WEIGHT = 1.6;

/** A stretch of text as it would move the mouth if it were said at the usual rate: an estimate, for voices that tell no more than where they are. */
export function shapeWords(text: string): { readonly phones: ShapedPhone[]; readonly duration: Seconds } {
  const shapes: PhoneShape[] = [];
  let letters = 0;
  let syllables = 0;
  const plain = text.normalize('NFKD').toLowerCase();
  for (let at = 0; at < plain.length;) {
    const [spelling, shape] = shapeAt(plain, at);
    if (/\p{Script=Han}/u.test(spelling)) syllables += 1;
    else if (shape.length > 0 || /\d/.test(spelling)) letters += spelling.length;
    shapes.push(...shape);
    at += spelling.length;
  }
  const duration = letters * LETTER + syllables * HAN;
  const total = shapes.reduce((sum, shape) => sum + weightOf(shape), 0);
  let start = 0;
  const phones = shapes.map((shape): ShapedPhone => {
    const end = start + (duration * weightOf(shape)) / total;
    const phone = { shape, start, end };
    start = end;
    return phone;
  });
  return { phones: [...phones, { shape: REST, start: duration, end: duration + LETTER }], duration };
}

function shapeAt(text: string, at: number): readonly [string, readonly PhoneShape[]] {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  if (/\p{Script=Han}/u.test(character)) return [character, SYLLABLE];
  // A digit is a short word of its own.
  if (/\d/.test(character)) return [character, [C.stop, vowel(V.schwa), C.nasal]];
  const known = SPELLINGS.find(([spelling]) => text.startsWith(spelling, at));
  if (known) return [known[0], [known[1]]];
  // A doubled letter is one sound, and an e at the end of a word none where the word has a vowel before.
  const silent = text[at - 1] === character || (character === 'e' && !/[a-z]/.test(text[at + 1] ?? ' ') && /[aeiouy][a-z]*[b-df-hj-np-tv-xz]$/.test(text.slice(Math.max(0, at - 12), at)));
  const letter = LETTERS[character];
  return [character, letter && !silent ? [letter] : []];
}

function weightOf({ vowel: isVowel, shapes }: PhoneShape): number {
  return isVowel ? VOWEL_WEIGHT * shapes.length : 1;
}
