import type { Seconds, Unit, Viseme } from '../../../core/index.ts';

/** A mouth shape as weights that sum to at most 1; what is not named is 0. */
export type MouthShape = Readonly<Partial<Record<Viseme, Unit>>>;

/** What a sound of speech asks of the mouth, whatever alphabet it was written in. */
export interface PhoneShape {
  /** One shape, or two for a diphthong, which glides from the first to the second. None: closed at rest. */
  readonly shapes: readonly MouthShape[];
  /**
   * How far the phone insists on its shape against its neighbours' (Cohen & Massaro 1993): 1 for a vowel, next to
   * nothing for sounds made behind open lips.
   */
  readonly dominance: Unit;
  /** A vowel opens as far as it is long and loud. */
  readonly vowel: boolean;
  /** The lips must meet each other or the teeth: nothing else shows while they do. */
  readonly closure: boolean;
}

/** A phone's shape and where it lies in the sound of its sentence. */
export interface ShapedPhone {
  readonly shape: PhoneShape;
  readonly start: Seconds;
  readonly end: Seconds;
}

export const vowel = (...shapes: MouthShape[]): PhoneShape => ({ shapes, dominance: 1, vowel: true, closure: false });
export const consonant = (shape: MouthShape, dominance: Unit): PhoneShape => ({ shapes: [shape], dominance, vowel: false, closure: false });
export const closure = (shape: MouthShape): PhoneShape => ({ shapes: [shape], dominance: 1, vowel: false, closure: true });
export const REST: PhoneShape = { shapes: [], dominance: 1, vowel: false, closure: false };

/** The shapes that the alphabets of phones share. */
export const VOWELS = {
  open: { aa: 0.95 }, nearOpen: { aa: 0.5, E: 0.4 }, strut: { aa: 0.65, E: 0.15 }, openMid: { E: 0.85 },
  nearClose: { ih: 0.75, E: 0.1 }, close: { ih: 0.95 }, schwa: { E: 0.35, aa: 0.25 }, rhotic: { RR: 0.6, E: 0.2 },
  nearCloseRound: { ou: 0.55, E: 0.15 }, closeRound: { ou: 0.95 }, midRound: { oh: 0.9 }, openRound: { oh: 0.8, aa: 0.15 },
  frontRound: { ou: 0.7, ih: 0.25 },
} as const satisfies Record<string, MouthShape>;

export const CONSONANTS = {
  lips: closure({ PP: 1 }), teethOnLip: closure({ FF: 1 }),
  betweenTeeth: consonant({ TH: 0.85 }, 0.75),
  stop: consonant({ DD: 0.7 }, 0.55), tap: consonant({ DD: 0.5 }, 0.5), nasal: consonant({ nn: 0.7 }, 0.55), lateral: consonant({ nn: 0.6, aa: 0.1 }, 0.55),
  back: consonant({ kk: 0.7 }, 0.1), backNasal: consonant({ kk: 0.5, nn: 0.2 }, 0.15),
  hush: consonant({ CH: 0.9 }, 0.85), hiss: consonant({ SS: 0.85 }, 0.75),
  curled: consonant({ RR: 0.8 }, 0.75), rounded: consonant({ ou: 0.9 }, 0.85), spread: consonant({ ih: 0.7 }, 0.65),
  breath: consonant({ aa: 0.2 }, 0.05),
} as const satisfies Record<string, PhoneShape>;
