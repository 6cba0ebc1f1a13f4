import type { Series } from '../lanes/lane.ts';
import type { Brush } from './brush.ts';
import type { Numbers } from './pyramid.ts';
import { eachRun } from './runs.ts';

/** Where a value lies, in pixels from the top. */
type Height = (value: number) => number;

type Edges = readonly [upper: Numbers, lower: Numbers];
const bands = new WeakMap<Numbers, Edges>();

/** Mean plus and minus one standard deviation; worked out when the band is first drawn. */
function bandOf(mean: Numbers, deviation: Numbers): Edges {
  const known = bands.get(deviation);
  if (known) return known;
  const edges: Edges = [Float32Array.from(mean, (value, i) => value + deviation[i]!), Float32Array.from(mean, (value, i) => value - deviation[i]!)];
  bands.set(deviation, edges);
  return edges;
}

/** The band of one standard deviation around a series, where it has one. */
export function drawBand(brush: Brush, { times, mean, deviation }: Series, y: Height, shade: string): void {
  if (!deviation) return;
  const { context } = brush;
  const [upper, lower] = bandOf(mean, deviation);
  context.fillStyle = shade;
  context.beginPath();
  eachRun(brush, times, 0, upper, lower, ({ count, x, high, low }) => {
    context.moveTo(x[0]!, y(high[0]!));
    for (let i = 1; i < count; i += 1) context.lineTo(x[i]!, y(high[i]!));
    for (let i = count - 1; i >= 0; i -= 1) context.lineTo(x[i]!, y(low[i]!));
    context.closePath();
  });
  context.fill();
}

/** A series as a line. Where many samples share a pixel it is as tall as their range, and dashes are pixels that are left out, or they would be lost. */
export function drawLine(brush: Brush, { times, mean, dash }: Series, shift: number, y: Height, colour: string, width: number): void {
  const { context, window } = brush;
  const period = dash.reduce((sum, each) => sum + each, 0);
  // Dashes stay with the moments while the picture moves.
  const phase = Math.round((window.from * brush.width) / (window.to - window.from));
  const hidden = (x: number): boolean => {
    let left = (((Math.floor(x) + phase) % period) + period) % period;
    for (let i = 0; i < dash.length; i += 1) {
      left -= dash[i]!;
      if (left < 0) return i % 2 === 1;
    }
    return false;
  };
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.beginPath();
  eachRun(brush, times, shift, mean, mean, ({ count, dense, x, high, low }) => {
    if (!dense) {
      context.setLineDash(dash as number[]);
      context.lineDashOffset = phase % (period || 1);
    }
    let up = false;
    let drawn = false;
    for (let i = 0; i < count; i += 1) {
      if (dense && period > 0 && hidden(x[i]!)) {
        drawn = false;
        continue;
      }
      const [top, bottom] = [y(high[i]!), y(low[i]!)];
      // Every second pixel goes upwards, so that neighbours meet at their near ends.
      if (drawn) context.lineTo(x[i]!, up ? bottom : top);
      else context.moveTo(x[i]!, up ? bottom : top);
      if (bottom - top > 0.5) {
        context.lineTo(x[i]!, up ? top : bottom);
        up = !up;
      } else if (count === 1) context.lineTo(x[i]! + 1, top);
      drawn = true;
    }
  });
  context.stroke();
  context.setLineDash([]);
}

/** Shares over their ground at `floor` pixels: a surface, or its outline. */
export function drawRidge(brush: Brush, { times, mean }: Series, shift: number, y: Height, floor: number, colour: string, filled: boolean): void {
  const { context } = brush;
  context.beginPath();
  eachRun(brush, times, shift, mean, mean, ({ count, x, high }) => {
    if (filled) context.moveTo(x[0]!, floor);
    else context.moveTo(x[0]!, y(high[0]!));
    for (let i = 0; i < count; i += 1) context.lineTo(x[i]!, y(high[i]!));
    if (filled) context.lineTo(x[count - 1]!, floor);
  });
  if (filled) {
    context.fillStyle = colour;
    context.fill();
  } else {
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.stroke();
  }
}
