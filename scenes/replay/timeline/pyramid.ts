/** Numbers of a column, in the order of time; NaN is no data. */
export type Numbers = Float32Array | Float64Array;

/** A column with the lowest and highest value of every 8, 64, 512 ... of its numbers, so that any stretch of it costs the same to draw. */
export interface Pyramid {
  readonly values: Numbers;
  readonly levels: readonly Level[];
}

interface Level {
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/** How many numbers of a level one of the next stands for, as a power of two. */
const SHIFT = 3;
const WIDTH = 1 << SHIFT;

const built = new WeakMap<Numbers, Pyramid>();

/** The pyramid over a column, built when it is first asked for. */
export function pyramidOf(values: Numbers): Pyramid {
  const known = built.get(values);
  if (known) return known;
  const levels: Level[] = [];
  let [low, high]: [Numbers, Numbers] = [values, values];
  while (low.length > WIDTH) {
    const size = Math.ceil(low.length / WIDTH);
    const level = { low: new Float32Array(size), high: new Float32Array(size) };
    for (let i = 0; i < size; i += 1) {
      const end = Math.min(low.length, (i + 1) * WIDTH);
      let [least, most] = [Infinity, -Infinity];
      for (let j = i * WIDTH; j < end; j += 1) {
        if (low[j]! < least) least = low[j]!;
        if (high[j]! > most) most = high[j]!;
      }
      level.low[i] = least;
      level.high[i] = most;
    }
    levels.push(level);
    ({ low, high } = level);
  }
  const pyramid = { values, levels };
  built.set(values, pyramid);
  return pyramid;
}

/** Where {@link rangeOf} leaves what it found. Without any data, `low` is above `high`. */
export interface Range {
  low: number;
  high: number;
}

/** The lowest and highest of the numbers from index `from` up to, not including, `to`. NaN is passed over. */
export function rangeOf({ values, levels }: Pyramid, from: number, to: number, range: Range): void {
  let [low, high] = [Infinity, -Infinity];
  const take = (lows: Numbers, highs: Numbers, begin: number, end: number): void => {
    for (let i = begin; i < end; i += 1) {
      if (lows[i]! < low) low = lows[i]!;
      if (highs[i]! > high) high = highs[i]!;
    }
  };
  let [begin, end] = [Math.max(0, from), Math.min(values.length, to)];
  let [lows, highs]: [Numbers, Numbers] = [values, values];
  for (const level of levels) {
    if (end - begin < 2 * WIDTH) break;
    // What does not fill a whole number of the next level is taken here.
    const [inner, outer] = [Math.ceil(begin / WIDTH), end >> SHIFT];
    take(lows, highs, begin, inner << SHIFT);
    take(lows, highs, outer << SHIFT, end);
    [begin, end, lows, highs] = [inner, outer, level.low, level.high];
  }
  take(lows, highs, begin, end);
  range.low = low;
  range.high = high;
}
