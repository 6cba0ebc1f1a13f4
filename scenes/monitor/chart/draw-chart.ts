import type { Alert, ViewSeries } from 'attune/monitor';
import type { Mark } from './time-marks.ts';
import type { Stretch } from './time-window.ts';

/** A series with its band, worked out once. */
export interface Drawn extends ViewSeries {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** All that a chart shows. Lengths are CSS pixels. */
export interface Picture {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly window: Stretch;
  /** How long a stretch of the series is, in milliseconds. */
  readonly step: number;
  readonly series: Drawn;
  readonly alerts: readonly Alert[];
  readonly marks: readonly Mark[];
  /** The most mentions of a stretch in any of the charts, so that they can be compared. */
  readonly most: number;
  /** What is pointed at, and what is picked. */
  readonly at: number | null;
  readonly picked: Stretch | null;
  readonly colours: Colours;
}

export interface Colours {
  readonly ground: string;
  readonly line: string;
  readonly grid: string;
  readonly volume: string;
  readonly text: string;
  readonly alert: string;
  readonly stretch: string;
}

/** The lower part is for the volume. */
const VOLUME = 0.3;
const GAP = 8;
/** Stretches that lie further apart than so many of their length are not joined. */
const JOINED = 2.5;
const TOP = 14;

/** Where a sentiment lies, in pixels from the top. */
const heightOf = (height: number): ((value: number) => number) => {
  const bottom = height * (1 - VOLUME) - GAP;
  return (value) => TOP + ((bottom - TOP) * (1 - value)) / 2;
};

/** Draws one entity: sentiment with its band above, the volume below, and where something was unusual. */
export function drawChart(picture: Picture): void {
  const { context, width, height, window: { from, to }, step, series, marks, at, picked, colours } = picture;
  const x = (moment: number): number => ((moment - from) / (to - from)) * width;
  const y = heightOf(height);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  if (picked) {
    context.fillStyle = colours.stretch;
    context.fillRect(x(picked.from), 0, Math.max(3, x(picked.to) - x(picked.from)), height);
  }
  context.fillStyle = colours.grid;
  for (const mark of marks) context.fillRect(Math.round(x(mark.at)), 0, 1, height);
  for (const value of [-1, 0, 1]) context.fillRect(0, Math.round(y(value)), width, 1);
  const [first, end] = [Math.max(0, firstFrom(series.at, from - step) - 1), Math.min(series.at.length, firstFrom(series.at, to) + 1)];
  drawVolume(picture, x, first, end);
  for (const run of runsOf(series.at, first, end, step)) drawRun(picture, run, x, y);
  drawAlerts(picture, x);
  if (at !== null) {
    context.fillStyle = colours.text;
    context.globalAlpha = 0.5;
    context.fillRect(Math.round(x(at)), 0, 1, height);
    context.globalAlpha = 1;
  }
}

/** Places whose stretches follow each other. */
function runsOf(at: readonly number[], first: number, end: number, step: number): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  for (let from = first; from < end;) {
    let to = from + 1;
    while (to < end && at[to]! - at[to - 1]! <= JOINED * step) to += 1;
    runs.push([from, to]);
    from = to;
  }
  return runs;
}

function drawRun({ context, step, series: { at, mean, low, high }, colours }: Picture, [from, to]: readonly [number, number], x: (moment: number) => number, y: (value: number) => number): void {
  const middle = (i: number): number => x(at[i]! + step / 2);
  context.fillStyle = context.strokeStyle = colours.line;
  if (to - from === 1) {
    // One stretch alone: a dot in its band.
    context.globalAlpha = 0.35;
    context.fillRect(middle(from) - 1, y(high[from]!), 2, y(low[from]!) - y(high[from]!));
    context.globalAlpha = 1;
    context.beginPath();
    context.arc(middle(from), y(mean[from]!), 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.globalAlpha = 0.18;
  context.beginPath();
  for (let i = from; i < to; i += 1) context.lineTo(middle(i), y(high[i]!));
  for (let i = to - 1; i >= from; i -= 1) context.lineTo(middle(i), y(low[i]!));
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  context.lineJoin = 'round';
  context.beginPath();
  for (let i = from; i < to; i += 1) context.lineTo(middle(i), y(mean[i]!));
  context.stroke();
}

/** Bars; the darker part is what was not said before. */
function drawVolume({ context, height, step, series: { at, volume, fresh }, most, colours }: Picture, x: (moment: number) => number, first: number, end: number): void {
  const room = height * VOLUME;
  const bar = Math.max(1, x(step) - x(0) - (x(step) - x(0) > 4 ? 1 : 0));
  const paint = (count: (i: number) => number, opacity: number): void => {
    context.globalAlpha = opacity;
    for (let i = first; i < end; i += 1) {
      const tall = (count(i) / Math.max(1, most)) * room;
      context.fillRect(x(at[i]!), height - tall, bar, tall);
    }
  };
  context.fillStyle = colours.volume;
  paint((i) => volume[i]!, 0.45);
  paint((i) => fresh[i] ?? 0, 0.6);
  context.globalAlpha = 1;
}

/** A triangle upwards for better, downwards for worse, a diamond for much more than usual; each at the time that it was noticed, over the stretch that it lasted. */
function drawAlerts({ context, width, window: { from, to }, alerts, colours }: Picture, x: (moment: number) => number): void {
  for (const { kind, direction, onsetAt, noticedAt, untilAt } of alerts) {
    if (untilAt < from || onsetAt > to) continue;
    const [left, right] = [Math.max(0, x(onsetAt)), Math.min(width, x(untilAt))];
    context.fillStyle = colours.alert;
    context.globalAlpha = 0.7;
    context.fillRect(left, 0, Math.max(2, right - left), 2);
    context.globalAlpha = 1;
    const middle = x(noticedAt);
    context.beginPath();
    if (kind === 'volume') for (const [dx, dy] of [[0, 3], [4, 7], [0, 11], [-4, 7]] as const) context.lineTo(middle + dx, dy);
    else for (const [dx, dy] of [[-5, direction > 0 ? 11 : 4], [5, direction > 0 ? 11 : 4], [0, direction > 0 ? 3 : 12]] as const) context.lineTo(middle + dx, dy);
    context.fill();
  }
}

/** The first place whose moment is not before one. */
export function firstFrom(at: readonly number[], moment: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
