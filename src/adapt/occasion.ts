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

/** What a regression is told of a turn: a constant, the occasion, and four numbers for each respect. */
export const FEATURES = 1 + OCCASION_TRAITS.length + 4 * STYLE_RESPECTS.length;

/** Where the numbers of a respect begin. */
export const featuresOf = (respect: StyleRespect): number => 1 + OCCASION_TRAITS.length + 4 * STYLE_RESPECTS.indexOf(respect);

/**
 * A turn as the regressions see it. Of each respect they learn what more of it does, what any departure does (which may be good or bad
 * on both sides), and how the first depends on the mood and on whether something weighs on the player.
 */
export function describeTurn(occasion: Occasion, style: Style): Float64Array {
  const x = new Float64Array(FEATURES);
  x[0] = 1;
  OCCASION_TRAITS.forEach((trait, k) => {
    x[1 + k] = occasion[trait];
  });
  for (const respect of STYLE_RESPECTS) describeLevel(x, respect, occasion, style[respect]);
  return x;
}

/** Fills in the numbers of one respect. */
export function describeLevel(x: Float64Array, respect: StyleRespect, { valence, weighs }: Occasion, level: number): void {
  const at = featuresOf(respect);
  x[at] = level;
  x[at + 1] = Math.abs(level);
  x[at + 2] = level * valence;
  x[at + 3] = level * weighs;
}

export function occasionOf(affect: AffectState, course: Course, length: number): Occasion {
  const { valence, arousal } = affect.estimate;
  return { valence: valence.mean * certainty(valence), arousal: arousal.mean * certainty(arousal), weighs: course.matter === null ? 0 : 1, length };
}

/** The levels of each respect that a moment allows; 0 is always among them. */
export function allowedLevels(range: StyleRange): Readonly<Record<StyleRespect, readonly Level[]>> {
  return byRespect((respect) => LEVELS.filter((level) => level >= range[respect][0] && level <= range[respect][1]));
}
