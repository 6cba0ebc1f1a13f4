import type { FlitePhone, TimedPhone } from '../phones.ts';
import { CONSONANTS as C, type PhoneShape, REST, type ShapedPhone, vowel, VOWELS as V } from './phone-shape.ts';

/** Flite's phones as visemes of the OVR set. */
export const FLITE_SHAPES: Readonly<Record<FlitePhone, PhoneShape>> = {
  aa: vowel(V.open), ae: vowel(V.nearOpen), ah: vowel(V.strut), ao: vowel(V.openRound), ax: vowel(V.schwa), axr: vowel(V.rhotic), er: vowel(V.rhotic),
  eh: vowel(V.openMid), ih: vowel(V.nearClose), iy: vowel(V.close), uh: vowel(V.nearCloseRound), uw: vowel(V.closeRound),
  aw: vowel(V.open, V.closeRound), ay: vowel(V.open, V.nearClose), ey: vowel(V.openMid, V.close), ow: vowel(V.midRound, V.closeRound), oy: vowel(V.midRound, V.nearClose),
  p: C.lips, b: C.lips, m: C.lips, em: C.lips, f: C.teethOnLip, v: C.teethOnLip,
  th: C.betweenTeeth, dh: C.betweenTeeth, t: C.stop, d: C.stop, dx: C.tap, n: C.nasal, nx: C.nasal, en: C.nasal, l: C.lateral, el: C.lateral,
  k: C.back, g: C.back, ng: C.backNasal, ch: C.hush, jh: C.hush, sh: C.hush, zh: C.hush, s: C.hiss, z: C.hiss,
  r: C.curled, w: C.rounded, y: C.spread, hh: C.breath, hv: C.breath,
  pau: REST, 'h#': REST, brth: REST,
};

export function shapeFlitePhones(phones: readonly TimedPhone[]): ShapedPhone[] {
  return phones.map(({ phone, start, end }) => ({ shape: FLITE_SHAPES[phone], start, end }));
}
