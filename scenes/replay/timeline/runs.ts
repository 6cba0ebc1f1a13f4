import type { Brush } from './brush.ts';
import { type Numbers, pyramidOf, type Range, rangeOf } from './pyramid.ts';

/** More samples to a pixel than this are drawn as the range that they cover there. */
const DENSE = 1.5;

/** A stretch without a gap: pixels from the left, and the highest and lowest value at each. The first `count` of each are meant; they are used again for the next run. */
export interface Run {
  count: number;
  x: Float32Array;
  high: Float32Array;
  low: Float32Array;
  /** Whether each point is all that lies within a pixel, not one sample. */
  dense: boolean;
}

const run: Run = { count: 0, x: new Float32Array(0), high: new Float32Array(0), low: new Float32Array(0), dense: false };
const range: Range = { low: 0, high: 0 };

function roomFor(points: number): void {
  if (run.x.length >= points) return;
  run.x = new Float32Array(points);
  run.high = new Float32Array(points);
  run.low = new Float32Array(points);
}

/**
 * Gives what of a column, or of the room between two, is to be seen, run by run.
 *
 * Work and points grow with the pixels, not with the samples.
 *
 * @param shift how much later than `times` say, in seconds
 */
export function eachRun(brush: Brush, times: Float64Array, shift: number, upper: Numbers, lower: Numbers, draw: (run: Run) => void): void {
  const edges = brush.edges(times, shift);
  const pixels = brush.end - brush.first;
  const [first, last] = [edges[0]!, edges[pixels]!];
  run.count = 0;
  run.dense = last - first > DENSE * pixels;
  const end = (): void => {
    if (run.count > 0) draw(run);
    run.count = 0;
  };
  const add = (x: number, high: number, low: number): void => {
    run.x[run.count] = x;
    run.high[run.count] = high;
    run.low[run.count] = low;
    run.count += 1;
  };
  if (run.dense) {
    roomFor(pixels);
    const [uppers, lowers] = [pyramidOf(upper), pyramidOf(lower)];
    for (let x = 0; x < pixels; x += 1) {
      const [from, to] = [edges[x]!, edges[x + 1]!];
      if (from === to) continue;
      rangeOf(uppers, from, to, range);
      const { high, low } = range;
      if (high < low) {
        end();
        continue;
      }
      if (lower === upper) add(brush.first + x + 0.5, high, low);
      else {
        rangeOf(lowers, from, to, range);
        add(brush.first + x + 0.5, high, range.low);
      }
    }
  } else {
    roomFor(last - first + 2);
    // The neighbours outside of what is shown, so that lines go on to the edge.
    for (let i = Math.max(0, first - 1); i <= Math.min(times.length - 1, last); i += 1) {
      const high = upper[i]!;
      if (Number.isNaN(high)) end();
      else add(brush.x(times[i]! + shift), high, lower[i]!);
    }
  }
  end();
}
