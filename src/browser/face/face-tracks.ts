import type { Seconds } from '../../core/index.ts';

/** Where a face is, as shares of the picture's width and height. */
export interface FaceBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whom a look at several faces is about. */
export interface Followed {
  /** Which of the boxes is the one that is followed; null when none of them is. */
  readonly chosen: number | null;
  /** How many of them are somebody else's. */
  readonly others: number;
  /** Whether the chosen one may be another person than before: what was learned of a face must be forgotten. */
  readonly changed: boolean;
}

/** Follows one face among several by where it is, from look to look. It never knows whose face it is. */
export interface FaceTracks {
  follow(boxes: readonly FaceBox[], at: Seconds): Followed;
}

/** A face that has moved less than this between two looks is the same one: intersection over union. */
const SAME: number = 0.2;
/** A face that is alone in both looks may have moved by this share of its own size in between. */
const ALONE_MOVES = 1;
/** Longer between two looks, and a face that is alone may have taken the other's place. */
const CONTINUOUS: Seconds = 1;
/** For so long nobody takes the place of a face that has gone; it may only have turned away. */
const HELD: Seconds = 2;

/** Makes tracks that have met nobody. */
export function createFaceTracks(): FaceTracks {
  let last: { readonly box: FaceBox; readonly at: Seconds; readonly alone: boolean } | null = null;
  return {
    follow(boxes, at) {
      const held = last !== null && at - last.at <= HELD;
      const chosen = last && held ? continuing(last, boxes, at) : mostProminent(boxes);
      const box = chosen === null ? undefined : boxes[chosen];
      if (!box) return { chosen: null, others: boxes.length, changed: false };
      const changed = last !== null && !held;
      last = { box, at, alone: boxes.length === 1 };
      return { chosen, others: boxes.length - 1, changed };
    },
  };
}

function continuing(last: { readonly box: FaceBox; readonly at: Seconds; readonly alone: boolean }, boxes: readonly FaceBox[], at: Seconds): number | null {
  const overlaps = boxes.map((box) => overlap(last.box, box));
  const best = overlaps.indexOf(Math.max(...overlaps));
  if ((overlaps[best] ?? 0) >= SAME) return best;
  const [only] = boxes;
  const alone = last.alone && boxes.length === 1 && only && at - last.at <= CONTINUOUS && distance(last.box, only) <= ALONE_MOVES;
  return alone ? 0 : null;
}

/** The largest face, but one at the edge of the picture counts for half. */
function mostProminent(boxes: readonly FaceBox[]): number | null {
  const prominence = boxes.map((box) => {
    const { left, right, top, bottom } = box;
    const fromMiddle = Math.min(1, 2 * Math.max(Math.abs((left + right) / 2 - 0.5), Math.abs((top + bottom) / 2 - 0.5)));
    return area(box) * (1 - 0.5 * fromMiddle);
  });
  return boxes.length === 0 ? null : prominence.indexOf(Math.max(...prominence));
}

/** Intersection over union: 1 is the same box, 0 another place. */
export function overlap(a: FaceBox, b: FaceBox): number {
  const shared = area({ left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
  const together = area(a) + area(b) - shared;
  return together > 0 ? shared / together : 0;
}

function area({ left, top, right, bottom }: FaceBox): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

/** How far apart two boxes are, in sizes of the larger one. */
function distance(a: FaceBox, b: FaceBox): number {
  const size = (from: 'left' | 'top', to: 'right' | 'bottom'): number => Math.max(a[to] - a[from], b[to] - b[from]) || 1;
  const across = ((a.left + a.right) - (b.left + b.right)) / 2 / size('left', 'right');
  const down = ((a.top + a.bottom) - (b.top + b.bottom)) / 2 / size('top', 'bottom');
  return Math.hypot(across, down);
}
