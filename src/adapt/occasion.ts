import { type AffectState, byRespect, certainty, type Course, type Style, STYLE_RESPECTS, type StyleRange, type StyleRespect } from '../core/index.ts';

/** What is known before a turn, as far as a taste may depend on it. Each in [-1, 1] or [0, 1]; what is not known is 0 and says nothing. */
export interface Occasion {
  /** How the player seems, as far as that is sure. */
  readonly valence: number;
  readonly arousal: number;
  /** 1 where something weighs on the player. */
  readonly weighs: number;
  /** Whether the message is shorter (-1) or longer (1) than this player's usually are. */
  readonly length: number;
}

export const OCCASION_TRAITS = ['valence', 'arousal', 'weighs', 'length'] as const satisfies readonly (keyof Occasion)[];

/** The levels that are tried: less, as the character is, more. */
export const LEVELS = [-1, 0, 1] as const;
/** How much of a respect is tried, as one of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number];

/** Respects by twos, as places among {@link STYLE_RESPECTS}. */
const PAIRS = STYLE_RESPECTS.flatMap((_, one) => STYLE_RESPECTS.map((_other, other) => [one, other] as const).filter(([, other]) => other > one));

/**
 * What a regression is told of a turn, by kind: a constant and the occasion; of each respect its level, any departure (which may be good or bad on both
 * sides), and the level by mood and by whether something weighs on the player; how many departures there are in all; and what two respects do together.
 */
export const FEATURE_KINDS = [
  'constant', ...OCCASION_TRAITS.map(() => 'trait' as const), ...STYLE_RESPECTS.flatMap(() => ['level', 'away', 'by-occasion', 'by-occasion'] as const), 'far', ...PAIRS.map(() => 'together' as const),
] as const;
/** A kind of number that a regression is told, as one of {@link FEATURE_KINDS}. */
export type FeatureKind = (typeof FEATURE_KINDS)[number];

export const FEATURES = FEATURE_KINDS.length;

/** Where the numbers of a respect begin. */
export const featuresOf = (respect: StyleRespect): number => FEATURE_KINDS.indexOf('level') + 4 * STYLE_RESPECTS.indexOf(respect);

/** Where it is told how many departures there are. */
export const FAR = FEATURE_KINDS.indexOf('far');

/** Where it is told what two respects do together, by their places among {@link STYLE_RESPECTS}; nowhere (-1) for a respect and itself. */
export const TOGETHER: readonly (readonly number[])[] = STYLE_RESPECTS.map((_, one) => STYLE_RESPECTS.map((_other, other) => {
  const pair = PAIRS.findIndex(([least, most]) => least === Math.min(one, other) && most === Math.max(one, other));
  return pair < 0 ? pair : FAR + 1 + pair;
}));

/** A turn as the regressions see it. */
export function describeTurn(occasion: Occasion, style: Style): Float64Array {
  return describeMean(occasion, style, byRespect((respect) => Math.abs(style[respect])));
}

/** Turns as the regressions see them, on average over styles whose respects are independent: by the mean of each level, and of how far it is from 0. */
export function describeMean(occasion: Occasion, level: Style, away: Style): Float64Array {
  const x = new Float64Array(FEATURES);
  x[0] = 1;
  OCCASION_TRAITS.forEach((trait, k) => {
    x[1 + k] = occasion[trait];
  });
  for (const respect of STYLE_RESPECTS) {
    x.set([level[respect], away[respect], level[respect] * occasion.valence, level[respect] * occasion.weighs], featuresOf(respect));
    x[FAR]! += away[respect];
  }
  PAIRS.forEach(([one, other], k) => {
    x[FAR + 1 + k] = level[STYLE_RESPECTS[one]!] * level[STYLE_RESPECTS[other]!];
  });
  return x;
}

export function occasionOf(affect: AffectState, course: Course, length: number): Occasion {
  const { valence, arousal } = affect.estimate;
  return { valence: valence.mean * certainty(valence), arousal: arousal.mean * certainty(arousal), weighs: course.matter === null ? 0 : 1, length };
}

/** The levels of each respect that a moment allows; 0 is always among them. */
export function allowedLevels(range: StyleRange): Readonly<Record<StyleRespect, readonly Level[]>> {
  return byRespect((respect) => LEVELS.filter((level) => level >= range[respect][0] && level <= range[respect][1]));
}
