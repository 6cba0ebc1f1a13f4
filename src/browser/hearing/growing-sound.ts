/** Sound that is still coming in. */
export interface GrowingSound {
  /** Samples so far. */
  readonly length: number;
  push(samples: Float32Array): void;
  /** All of it, or its first `length` samples; valid until the next change. */
  view(length?: number): Float32Array;
  /** Forgets the first samples. */
  drop(count: number): void;
}

/** Begins with nothing, and room for four seconds at 16 kHz. */
export function createGrowingSound(): GrowingSound {
  let samples = new Float32Array(1 << 16);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(more) {
      if (length + more.length > samples.length) {
        const larger = new Float32Array(Math.max(2 * samples.length, length + more.length));
        larger.set(samples.subarray(0, length));
        samples = larger;
      }
      samples.set(more, length);
      length += more.length;
    },
    view: (count = length) => samples.subarray(0, count),
    drop(count) {
      samples.copyWithin(0, count, length);
      length -= count;
    },
  };
}
