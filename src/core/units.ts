/**
 * The units that every number in Attune carries. They are plain numbers: the names exist so that a
 * signature says what it wants. Adapters convert to these at the edge; nothing inside uses
 * milliseconds or degrees.
 */

/** A length of time in seconds. */
export type Seconds = number;

/** Seconds since the session began, on the session's own {@link Clock}. Never wall-clock time. */
export type SessionTime = number;

/** A number in [0, 1]. */
export type Unit = number;

/** A number in [-1, 1]. */
export type SignedUnit = number;

/** A frequency in hertz. */
export type Hertz = number;

/** A level in decibels relative to digital full scale: 0 is the loudest, silence is very negative. */
export type Decibels = number;

/** An angle in radians. */
export type Radians = number;

/** Clips a number to [low, high]; NaN becomes `low`, so that no NaN ever leaves a clip. */
export function clamp(value: number, low: number, high: number): number {
  if (value >= high) return high;
  return value > low ? value : low;
}

/** Clips a number to [0, 1]; NaN becomes 0. */
export function unit(value: number): Unit {
  return clamp(value, 0, 1);
}

/** Clips a number to [-1, 1]; NaN becomes 0, the middle, rather than an extreme. */
export function signedUnit(value: number): SignedUnit {
  return Number.isNaN(value) ? 0 : clamp(value, -1, 1);
}

/** 0 below `low`, 1 above `high`, and a smooth cubic between; the usual smoothstep. */
export function smoothstep(low: number, high: number, value: number): Unit {
  const t = unit((value - low) / (high - low));
  return t * t * (3 - 2 * t);
}
