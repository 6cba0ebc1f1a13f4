/** A stretch of time of one entity. Sums run over its mentions. */
export interface Bucket {
  /** When it begins, in milliseconds since 1970. */
  readonly at: number;
  readonly volume: number;
  /** Mentions that do not say again what was said in the three days before. */
  readonly fresh: number;
  /** Sum and sum of squares of how good the mentions are, each in [-1, 1]. */
  readonly sentiment: number;
  readonly squares: number;
  readonly fear: number;
  readonly anger: number;
  readonly relief: number;
  /** Mentions that relief was read in, which are the English ones. */
  readonly reliefVolume: number;
}
