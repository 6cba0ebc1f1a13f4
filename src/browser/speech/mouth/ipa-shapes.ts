import type { Seconds } from '../../../core/index.ts';
import { CONSONANTS as C, type MouthShape, type PhoneShape, REST, type ShapedPhone, vowel, VOWELS as V } from './phone-shape.ts';

/** Vowels of the International Phonetic Alphabet, by where the tongue and how round the lips are. */
const IPA_VOWELS: Readonly<Record<string, MouthShape>> = {
  i: V.close, ɨ: V.close, ᵻ: V.nearClose, ɪ: V.nearClose, ɯ: V.nearClose, ɿ: V.nearClose, ʅ: V.nearClose,
  y: V.frontRound, ʏ: V.frontRound, ø: V.frontRound, œ: V.frontRound, ɵ: V.frontRound, ʉ: V.closeRound,
  u: V.closeRound, ʊ: V.nearCloseRound, o: V.midRound, ɔ: V.openRound, ɒ: V.openRound, ɤ: V.schwa,
  e: V.openMid, ɛ: V.openMid, ɘ: V.openMid, æ: V.nearOpen, ə: V.schwa, ᵊ: V.schwa, ɐ: V.strut, ʌ: V.strut,
  ɜ: V.rhotic, ɚ: V.rhotic, ɝ: V.rhotic, ɞ: V.rhotic, a: V.open, ɑ: V.open, ɶ: V.open,
};

const IPA_CONSONANTS: Readonly<Record<string, PhoneShape>> = {
  p: C.lips, b: C.lips, m: C.lips, ɸ: C.lips, β: C.lips, f: C.teethOnLip, v: C.teethOnLip, ɱ: C.teethOnLip, ʋ: C.teethOnLip,
  θ: C.betweenTeeth, ð: C.betweenTeeth, t: C.stop, d: C.stop, ʈ: C.stop, ɖ: C.stop, ɾ: C.tap, ɽ: C.tap,
  n: C.nasal, ɳ: C.nasal, ɲ: C.nasal, l: C.lateral, ɫ: C.lateral, ɭ: C.lateral, ʎ: C.lateral, ɬ: C.lateral, ɮ: C.lateral,
  k: C.back, ɡ: C.back, g: C.back, q: C.back, x: C.back, ɣ: C.back, χ: C.back, ʁ: C.back, ʀ: C.back, ŋ: C.backNasal, ɴ: C.backNasal,
  ʃ: C.hush, ʒ: C.hush, ʂ: C.hush, ʐ: C.hush, ʧ: C.hush, ʤ: C.hush, ɕ: C.hush, ʑ: C.hush, ʨ: C.hush, ʥ: C.hush,
  s: C.hiss, z: C.hiss, ʦ: C.hiss, ʣ: C.hiss, r: C.curled, ɹ: C.curled, ɻ: C.curled, w: C.rounded, ʍ: C.rounded, ɥ: C.rounded, j: C.spread, ç: C.spread, ʝ: C.spread,
  h: C.breath, ɦ: C.breath, ħ: C.breath, ʕ: C.breath, ʔ: C.breath,
};

/** Capitals by which Misaki, the phonemes of Kokoro, writes diphthongs. */
const MISAKI: Readonly<Record<string, string>> = { A: 'eɪ', I: 'aɪ', O: 'oʊ', Q: 'əʊ', W: 'aʊ', Y: 'ɔɪ', ᵿ: 'ʊ' };

/**
 * What one phoneme asks of the mouth, written in IPA as eSpeak NG writes it (`ˈoʊ`, `tʃ`, `ɑː`) or in Misaki. Two vowels are a
 * diphthong, and of a vowel with consonants the vowel shows; marks of stress, tone and length are passed over. Rest where
 * nothing is left.
 */
export function shapeOfIpa(phoneme: string): PhoneShape {
  const symbols = Array.from(Array.from(phoneme.normalize('NFD'), (symbol) => MISAKI[symbol] ?? symbol).join(''));
  const vowels = symbols.flatMap((symbol) => IPA_VOWELS[symbol] ?? []);
  if (vowels.length > 0) return vowel(vowels[0]!, ...vowels.slice(1).slice(-1));
  const consonants = symbols.flatMap((symbol) => IPA_CONSONANTS[symbol] ?? []);
  // An affricate, such as tʃ, is heard and seen as what it ends in.
  return consonants.at(-1) ?? REST;
}

/** A phoneme and where it lies in its sound. */
export interface TimedPhoneme {
  readonly phoneme: string;
  readonly start: Seconds;
  readonly end: Seconds;
}

/** Phonemes as shapes; marks that last for no time are passed over. */
export function shapeIpa(phonemes: readonly TimedPhoneme[]): ShapedPhone[] {
  return phonemes.filter(({ start, end }) => end > start).map(({ phoneme, start, end }) => ({ shape: shapeOfIpa(phoneme), start, end }));
}
