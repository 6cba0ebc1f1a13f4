/** Where a face is, as shares of the picture's width and height. */
export interface FaceBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around points of a face. */
export function boxAround(points: readonly { readonly x: number; readonly y: number }[]): FaceBox {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Intersection over union: 1 is the same box, 0 another place. */
export function overlap(a: FaceBox, b: FaceBox): number {
  const shared = area({ left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
  const together = area(a) + area(b) - shared;
  return together > 0 ? shared / together : 0;
}

/** How far apart two boxes are, in sizes of the larger one. */
export function distance(a: FaceBox, b: FaceBox): number {
  const size = (from: 'left' | 'top', to: 'right' | 'bottom'): number => Math.max(a[to] - a[from], b[to] - b[from]) || 1;
  const across = ((a.left + a.right) - (b.left + b.right)) / 2 / size('left', 'right');
  const down = ((a.top + a.bottom) - (b.top + b.bottom)) / 2 / size('top', 'bottom');
  return Math.hypot(across, down);
}

/** How much a face stands out: by its size, but at the edge of the picture it counts for half. */
export function prominence(box: FaceBox): number {
  const { left, right, top, bottom } = box;
  const fromMiddle = Math.min(1, 2 * Math.max(Math.abs((left + right) / 2 - 0.5), Math.abs((top + bottom) / 2 - 0.5)));
  return area(box) * (1 - 0.5 * fromMiddle);
}

function area({ left, top, right, bottom }: FaceBox): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
