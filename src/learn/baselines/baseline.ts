/** A plain learner that every model is measured against. */
export interface Baseline {
  readonly name: string;
  /**
   * @param rows features, all of one length; standardised inside
   * @param labels index of each row's class, in [0, classes)
   */
  fit(rows: readonly Float32Array[], labels: Int32Array, classes: number, seed: number): Promise<FittedBaseline>;
}

export interface FittedBaseline {
  /** What a reader of its figures should know, such as a limit of the library. */
  readonly note?: string;
  /** Probabilities of the classes, summing to 1. */
  predict(row: Float32Array): Float32Array;
  /** Releases what is held outside the garbage collector. */
  free(): void;
}
