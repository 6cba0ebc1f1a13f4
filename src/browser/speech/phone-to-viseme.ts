import type { Unit, Viseme } from '../../core/index.ts';
import type { FlitePhone } from './phones.ts';

/** A mouth shape as weights that sum to at most 1; what is not named is 0. */
export type MouthShape = Readonly<Partial<Record<Viseme, Unit>>>;

export interface PhoneShape {
  /** One shape, or two for a diphthong, which glides from the first to the second. None: closed at rest. */
  readonly shapes: readonly MouthShape[];
  /**
   * How far the phone insists on its shape against its neighbours' (Cohen & Massaro 1993): 1 for
   * lips that must meet, little for sounds made behind open lips.
   */
  readonly dominance: Unit;
  /** A vowel lends its shape to the consonants around it. */
  readonly vowel: boolean;
}

const vowel = (...shapes: MouthShape[]): PhoneShape => ({ shapes, dominance: 1, vowel: true });
const consonant = (shape: MouthShape, dominance: Unit): PhoneShape => ({ shapes: [shape], dominance, vowel: false });
const rest: PhoneShape = { shapes: [], dominance: 1, vowel: false };

const aa: MouthShape = { aa: 0.95 };
const eh: MouthShape = { E: 0.85 };
const ih: MouthShape = { ih: 0.75, E: 0.1 };
const iy: MouthShape = { ih: 0.95 };
const schwa: MouthShape = { E: 0.35, aa: 0.25 };
const er: MouthShape = { RR: 0.6, E: 0.2 };
const uh: MouthShape = { ou: 0.55, E: 0.15 };
const uw: MouthShape = { ou: 0.95 };
const oh: MouthShape = { oh: 0.9 };

/** Flite's phones as visemes of the OVR set. */
export const PHONE_SHAPES: Readonly<Record<FlitePhone, PhoneShape>> = {
  aa: vowel(aa), ae: vowel({ aa: 0.5, E: 0.4 }), ah: vowel({ aa: 0.65, E: 0.15 }), ao: vowel({ oh: 0.8, aa: 0.15 }),
  ax: vowel(schwa), axr: vowel(er), er: vowel(er), eh: vowel(eh), ih: vowel(ih), iy: vowel(iy), uh: vowel(uh), uw: vowel(uw),
  aw: vowel(aa, uw), ay: vowel(aa, ih), ey: vowel(eh, iy), ow: vowel(oh, { ou: 0.85 }), oy: vowel(oh, ih),
  p: consonant({ PP: 1 }, 1), b: consonant({ PP: 1 }, 1), m: consonant({ PP: 1 }, 1), em: consonant({ PP: 1 }, 1),
  f: consonant({ FF: 1 }, 1), v: consonant({ FF: 0.95 }, 1),
  th: consonant({ TH: 0.9 }, 0.8), dh: consonant({ TH: 0.8 }, 0.7),
  t: consonant({ DD: 0.7 }, 0.5), d: consonant({ DD: 0.7 }, 0.5), dx: consonant({ DD: 0.5 }, 0.4),
  n: consonant({ nn: 0.7 }, 0.5), nx: consonant({ nn: 0.5 }, 0.4), en: consonant({ nn: 0.7 }, 0.6),
  l: consonant({ nn: 0.6, aa: 0.1 }, 0.5), el: consonant({ nn: 0.6, oh: 0.1 }, 0.6),
  k: consonant({ kk: 0.7 }, 0.4), g: consonant({ kk: 0.7 }, 0.4), ng: consonant({ kk: 0.5, nn: 0.2 }, 0.4),
  ch: consonant({ CH: 0.9 }, 0.8), jh: consonant({ CH: 0.85 }, 0.8), sh: consonant({ CH: 0.9 }, 0.8), zh: consonant({ CH: 0.85 }, 0.8),
  s: consonant({ SS: 0.85 }, 0.75), z: consonant({ SS: 0.8 }, 0.7),
  r: consonant({ RR: 0.8 }, 0.7), w: consonant({ ou: 0.9 }, 0.85), y: consonant({ ih: 0.7 }, 0.6),
  hh: consonant({ aa: 0.2 }, 0.1), hv: consonant({ aa: 0.2 }, 0.1),
  pau: rest, 'h#': rest, brth: rest,
};
