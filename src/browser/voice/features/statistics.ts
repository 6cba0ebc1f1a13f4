/** Mean and standard deviation of the numbers that are not NaN; NaN of none. */
export interface Moments {
  mean: number;
  deviation: number;
}

/** Measures the numbers of a column. */
export function momentsOf(values: ArrayLike<number>): Moments {
  let [count, sum] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isNaN(values[i]!)) continue;
    count += 1;
    sum += values[i]!;
  }
  if (count === 0) return { mean: Number.NaN, deviation: Number.NaN };
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) if (!Number.isNaN(values[i]!)) squares += (values[i]! - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / count) };
}

/** Linear interpolation between order statistics; NaN of an empty list. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

/** Slopes of the stretches on which a contour only rises, or only falls; a gap (NaN) ends a stretch. */
export function slopesOf(contour: ArrayLike<number>, step: number): { readonly rising: number[]; readonly falling: number[] } {
  const slopes = { rising: [] as number[], falling: [] as number[] };
  let start = 0;
  const close = (end: number): void => {
    if (end > start) {
      const slope = (contour[end]! - contour[start]!) / ((end - start) * step);
      if (slope > 0) slopes.rising.push(slope);
      if (slope < 0) slopes.falling.push(slope);
    }
  };
  for (let i = 1; i < contour.length; i += 1) {
    const [before, now] = [contour[i - 1]!, contour[i]!];
    if (Number.isNaN(now) || Number.isNaN(before)) {
      close(i - 1);
      start = i;
    } else if (i - 1 > start && Math.sign(now - before) !== Math.sign(contour[i - 1]! - contour[i - 2]!)) {
      close(i - 1);
      start = i - 1;
    }
  }
  close(contour.length - 1);
  return slopes;
}

/** Lengths of the runs of true and of false. */
export function runsOf(flags: readonly boolean[]): { readonly on: number[]; readonly off: number[] } {
  const runs = { on: [] as number[], off: [] as number[] };
  let start = 0;
  for (let i = 1; i <= flags.length; i += 1) {
    if (i < flags.length && flags[i] === flags[start]) continue;
    if (i > start) runs[flags[start] ? 'on' : 'off'].push(i - start);
    start = i;
  }
  return runs;
}
