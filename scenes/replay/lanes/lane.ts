import type { Numbers } from '../timeline/pyramid.ts';

/** A value over time, with how unsure it is if that is known. */
export interface Series {
  readonly id: string;
  readonly label: string;
  /** A CSS colour; may be a variable. */
  readonly colour: string;
  readonly dash: readonly number[];
  /** In seconds of the session, never falling. */
  readonly times: Float64Array;
  /** One for each time; NaN is no data. */
  readonly mean: Numbers;
  /** One standard deviation for each time; without it there is no band. */
  readonly deviation?: Numbers;
}

/** Something that lasts from one moment to another, or happens at one. */
export interface Item {
  readonly from: number;
  /** The same as `from` for a moment. */
  readonly to: number;
  readonly label: string;
  readonly colour: string;
}

/** Items that follow each other. */
export interface Row {
  readonly id: string;
  readonly label: string;
  /** Sorted by `from`. */
  readonly items: readonly Item[];
}

interface LaneBase<K extends string> {
  readonly kind: K;
  readonly id: string;
  readonly label: string;
}

/** Lines in one coordinate system. */
export interface LinesLane extends LaneBase<'lines'> {
  readonly series: readonly Series[];
  readonly range: readonly [number, number];
  /** Where the upright axis is marked. */
  readonly ticks: readonly number[];
  readonly unit: string;
  readonly digits: number;
}

/** Shares in [0, 1], each as a ridge of its own over its own ground. */
export interface RidgesLane extends LaneBase<'ridges'> {
  readonly series: readonly Series[];
}

/** Rows of things with names. */
export interface ItemsLane extends LaneBase<'items'> {
  readonly rows: readonly Row[];
}

export type Lane = LinesLane | RidgesLane | ItemsLane;

/** How high rows are, and whether their names stand above them in the drawing, because there is no room for them beside it. */
export interface Layout {
  readonly row: number;
  readonly ridge: number;
  readonly named: boolean;
}

export const WIDE: Layout = { row: 26, ridge: 21, named: false };
export const NARROW: Layout = { row: 40, ridge: 32, named: true };
/** What the name above a row takes, in CSS pixels. */
export const NAME = 14;

/** The height of a lane's drawing, in CSS pixels. */
export function heightOf(lane: Lane, { row, ridge }: Layout): number {
  switch (lane.kind) {
    case 'lines':
      return Math.max(96, 34 + 20 * lane.series.length);
    case 'ridges':
      return 6 + ridge * lane.series.length;
    case 'items':
      return 4 + row * lane.rows.length;
  }
}
