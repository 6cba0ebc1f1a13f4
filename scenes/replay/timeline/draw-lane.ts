import type { Item, Lane, Layout, LinesLane, RidgesLane } from '../lanes/lane.ts';
import type { Brush } from './brush.ts';
import { drawRow, seen } from './draw-items.ts';
import { drawBand, drawLine, drawRidge } from './draw-series.ts';
import { timeMarks } from './window.ts';

/** What a lane's picture is made of besides the lane itself. */
export interface Scenery {
  /** Stretches in which nothing is known. */
  readonly unknown: readonly Item[];
  /** What was noted by hand. */
  readonly notes: readonly Item[];
  /** The same lane of the session that this one is compared with, and how much later that is drawn. */
  readonly other: Lane | null;
  readonly shift: number;
  readonly layout: Layout;
}

/** Room above and below what is drawn. */
const PADDING = 6;

export function drawLane(brush: Brush, lane: Lane, scenery: Scenery): void {
  drawGrid(brush);
  const { other, shift, layout } = scenery;
  switch (lane.kind) {
    case 'lines':
      hatch(brush, scenery.unknown);
      drawLines(brush, lane, other?.kind === 'lines' ? other : null, shift);
      break;
    case 'ridges':
      hatch(brush, scenery.unknown);
      drawRidges(brush, lane, layout, other?.kind === 'ridges' ? other : null, shift);
      break;
    case 'items':
      for (const [i, row] of lane.rows.entries()) {
        drawRow(brush, row, layout, 2 + i * layout.row, 0, false);
        const ghost = other?.kind === 'items' ? other.rows.find(({ id }) => id === row.id) : undefined;
        if (ghost) drawRow(brush, ghost, layout, 2 + i * layout.row, shift, true);
      }
  }
  drawNotes(brush, scenery.notes);
}

/** So many upright lines fit. */
export const marksIn = (width: number): number => Math.max(2, width / 90);

function drawGrid(brush: Brush): void {
  const { context, height } = brush;
  context.fillStyle = brush.colour('var(--attune-line)');
  context.globalAlpha = 0.55;
  for (const mark of timeMarks(brush.window, marksIn(brush.width))) context.fillRect(Math.round(brush.x(mark)), 0, 1, height);
  context.globalAlpha = 1;
}

/** Where a value of a lane lies, in pixels from the top of its `height`. */
export function heightIn({ range: [lowest, highest] }: LinesLane, height: number): (value: number) => number {
  return (value) => PADDING + (height - 2 * PADDING) * (1 - (Math.min(highest, Math.max(lowest, value)) - lowest) / (highest - lowest));
}

function drawLines(brush: Brush, lane: LinesLane, other: LinesLane | null, shift: number): void {
  const { context, width, height } = brush;
  const { series, ticks } = lane;
  const y = heightIn(lane, height);
  context.fillStyle = brush.colour('var(--attune-line)');
  for (const tick of ticks) context.fillRect(0, Math.round(y(tick)), width, 1);
  for (const each of series) drawBand(brush, each, y, tint(brush.colour(each.colour), each.dash.length === 0 ? 0.14 : 0.07));
  for (const ghost of other?.series ?? []) if (ghost.dash.length === 0 || other?.series.length === 1) drawLine(brush, { ...ghost, dash: [2, 2] }, shift, y, brush.colour('var(--attune-second)'), 1.5);
  // All senses together lie over what each of them tells.
  for (const each of series) drawLine(brush, each, 0, y, brush.colour(each.colour), each.dash.length === 0 ? 2 : 1.25);
}

function drawRidges(brush: Brush, { series }: RidgesLane, { ridge }: Layout, other: RidgesLane | null, shift: number): void {
  const { context, width } = brush;
  for (const [i, each] of series.entries()) {
    const floor = 2 + (i + 1) * ridge;
    const y = (share: number): number => floor - share * (ridge - 3);
    context.fillStyle = brush.colour('var(--attune-line)');
    context.fillRect(0, floor, width, 1);
    drawRidge(brush, each, 0, y, floor, tint(brush.colour(each.colour), 0.75), true);
    const ghost = other?.series.find(({ id }) => id === each.id);
    if (ghost) drawRidge(brush, ghost, shift, y, floor, brush.colour('var(--attune-second)'), false);
  }
}

function drawNotes(brush: Brush, notes: readonly Item[]): void {
  const { context, height, x } = brush;
  const [first, end] = seen(notes, brush.moment(brush.first - 1), brush.moment(brush.end + 1));
  for (const { from, to, colour } of notes.slice(first, end)) {
    context.fillStyle = brush.colour(colour);
    context.globalAlpha = 0.12;
    context.fillRect(x(from), 0, x(to) - x(from), height);
    context.globalAlpha = 0.8;
    context.fillRect(Math.round(x(from)), 0, 1, height);
    if (to > from) context.fillRect(Math.round(x(to)), 0, 1, height);
    context.globalAlpha = 1;
  }
}

/** Not knowing, drawn as not knowing. */
function hatch(brush: Brush, stretches: readonly Item[]): void {
  const { context, height, x } = brush;
  const [first, end] = seen(stretches, brush.moment(brush.first), brush.moment(brush.end));
  if (first >= end) return;
  context.save();
  context.beginPath();
  for (const { from, to } of stretches.slice(first, end)) context.rect(x(from), 0, x(to) - x(from), height);
  context.clip();
  context.strokeStyle = brush.colour('var(--attune-line)');
  context.lineWidth = 1;
  context.beginPath();
  for (const { from, to } of stretches.slice(first, end)) {
    // The hatching stays with the moments while the picture moves.
    const [left, right] = [Math.round(x(from)), Math.min(brush.end, x(to))];
    const begin = left + Math.max(0, Math.floor((brush.first - left) / 9) * 9);
    for (let at = begin - 9 * Math.ceil(height / 9); at < right; at += 9) {
      context.moveTo(at, height);
      context.lineTo(at + height, 0);
    }
  }
  context.stroke();
  context.restore();
}

/** A colour that lets through what lies behind. */
function tint(colour: string, share: number): string {
  return `${colour}${Math.round(share * 255).toString(16).padStart(2, '0')}`;
}
