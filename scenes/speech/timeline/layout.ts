import type { Seconds } from 'attune';

/** The rows of the picture, below each other; each has its name above it. Lengths are CSS pixels. */
const NAME = 18;
const GAP = 8;
const HEIGHTS = { wave: 72, pitch: 84, phones: 26, mouth: 58 } as const;
export type RowName = keyof typeof HEIGHTS;
export const ROWS = Object.keys(HEIGHTS) as readonly RowName[];

interface RowPlace {
  readonly name: number;
  readonly top: number;
  readonly height: number;
}

let below = 0;
export const PLACES = Object.fromEntries(ROWS.map((row) => {
  const place: RowPlace = { name: below + 13, top: below + NAME, height: HEIGHTS[row] };
  below = place.top + place.height + GAP;
  return [row, place];
})) as Readonly<Record<RowName, RowPlace>>;

/** Where the axis of time is written, and how high all of it is. */
export const AXIS = below;
export const HEIGHT = AXIS + 20;

/** A second is at least so wide: then most phones have room for their names. */
const WIDTH_OF_SECOND = 150;

/** As wide as its frame; wider, and scrolled, where a sentence is long. */
export const widthOf = (length: Seconds, frame: number): number => Math.max(frame, Math.ceil(length * WIDTH_OF_SECOND));

/** Marks of the axis: a readable number of them, at round times. */
export function marksOf(length: Seconds, width: number): readonly Seconds[] {
  const step = [0.1, 0.2, 0.5, 1, 2, 5].find((each) => (each / length) * width >= 56) ?? 10;
  return Array.from({ length: Math.floor(length / step + 1e-9) + 1 }, (_, i) => i * step);
}
