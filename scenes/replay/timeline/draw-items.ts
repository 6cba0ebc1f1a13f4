import { type Item, type Layout, NAME, type Row } from '../lanes/lane.ts';
import type { Brush } from './brush.ts';
import { firstFrom } from './window.ts';

/** A moment is drawn as wide as this, in pixels. */
const MOMENT = 8;
/** Names shorter than this many pixels help nobody. */
const SHORTEST_NAME = 22;
const GAP = 4;

const starts = new WeakMap<readonly Item[], Float64Array>();
const ends = new WeakMap<readonly Item[], Float64Array>();

/** When each begins, and by when all up to it have ended: both sorted, to be searched. */
function timesOf(items: readonly Item[]): readonly [begins: Float64Array, ended: Float64Array] {
  let [begins, ended] = [starts.get(items), ends.get(items)];
  if (!begins || !ended) {
    begins = Float64Array.from(items, ({ from }) => from);
    let latest = -Infinity;
    ended = Float64Array.from(items, ({ to }) => (latest = Math.max(latest, to)));
    starts.set(items, begins);
    ends.set(items, ended);
  }
  return [begins, ended];
}

/** The items that are to be seen between two moments: from the first index up to, not including, the second. */
export function seen(items: readonly Item[], from: number, to: number): readonly [first: number, end: number] {
  const [begins, ended] = timesOf(items);
  return [firstFrom(ended, from), firstFrom(begins, to)];
}

/** A row of things that last or happen, each with its name where there is room. Ghosts lie thin below those that they are compared with. */
export function drawRow(brush: Brush, { items }: Row, { row, named }: Layout, above: number, shift: number, ghost: boolean): void {
  const { context, window, x, width } = brush;
  const top = above + (named ? NAME : 0);
  const bottom = above + row;
  const [first, end] = seen(items, window.from - shift, window.to - shift);
  const [upper, height] = ghost ? [bottom - 7, 4] : [top + 1, bottom - top - 9];
  let taken = -1;
  context.textBaseline = 'middle';
  context.font = brush.font;
  for (let i = first; i < end; i += 1) {
    const { from, to, label, colour } = items[i]!;
    const moment = to === from;
    const left = Math.max(-2, x(from + shift));
    const right = moment ? left + 2 : Math.min(width + 2, x(to + shift));
    // What lies within a pixel that is drawn already can't be seen.
    if (Math.round(right) <= taken) continue;
    taken = Math.max(Math.round(left) + 1, Math.round(right));
    const hue = brush.colour(colour);
    context.fillStyle = hue;
    if (ghost) {
      context.fillRect(left, upper, Math.max(1, right - left), height);
      continue;
    }
    if (moment) drawMoment(context, left, upper + height / 2);
    else {
      context.globalAlpha = 0.22;
      context.fillRect(left, upper, Math.max(1, right - left), height);
      context.globalAlpha = 1;
      context.fillRect(left, upper, Math.max(1, right - left), 2);
      context.fillRect(left, upper, Math.min(2, right - left), height);
    }
    // A name may go on until the next thing begins.
    const begin = Math.max(0, left) + (moment ? MOMENT : GAP + 2);
    write(brush, label, begin, upper + height / 2 + 1, Math.min(width, i + 1 < items.length ? x(items[i + 1]!.from + shift) : width) - GAP - begin);
  }
}

function drawMoment(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x - 4, y);
  context.lineTo(x, y - 5);
  context.lineTo(x + 4, y);
  context.lineTo(x, y + 5);
  context.closePath();
  context.fill();
}

const widths = new Map<string, number>();

/** Writes a name, cut off with an ellipsis where it is longer than the room. */
function write({ context, font, colour }: Brush, text: string, x: number, y: number, room: number): void {
  if (room < SHORTEST_NAME) return;
  const measure = (part: string): number => {
    const key = `${font} ${part}`;
    const known = widths.get(key) ?? context.measureText(part).width;
    if (widths.size > 5000) widths.clear();
    widths.set(key, known);
    return known;
  };
  let shown = text;
  if (measure(text) > room) {
    // Halving finds the longest beginning that fits.
    let [fits, tooLong] = [0, text.length];
    while (tooLong - fits > 1) {
      const middle = (fits + tooLong) >> 1;
      if (measure(`${text.slice(0, middle)}…`) <= room) fits = middle;
      else tooLong = middle;
    }
    if (fits === 0) return;
    shown = `${text.slice(0, fits)}…`;
  }
  context.fillStyle = colour('var(--mantine-color-text)');
  context.fillText(shown, x, y);
}
