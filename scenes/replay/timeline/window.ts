/** The stretch of time that is shown, in seconds of the session. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Nothing is to be seen in less. */
const SHORTEST = 0.5;

/** Keeps a window within the session, as long as it is if that is possible. */
export function within({ from, to }: Window, whole: Window): Window {
  const length = Math.min(whole.to - whole.from, Math.max(SHORTEST, to - from));
  const begin = Math.min(whole.to - length, Math.max(whole.from, from));
  return { from: begin, to: begin + length };
}

export function panned({ from, to }: Window, by: number, whole: Window): Window {
  return within({ from: from + by, to: to + by }, whole);
}

/** Shows `factor` times as much; the moment `around` stays where it is. */
export function zoomed({ from, to }: Window, factor: number, around: number, whole: Window): Window {
  const length = Math.min(whole.to - whole.from, Math.max(SHORTEST, (to - from) * factor));
  const share = (around - from) / (to - from);
  return within({ from: around - share * length, to: around + (1 - share) * length }, whole);
}

/** The window, moved only where a moment would not be in it. */
export function holding(window: Window, moment: number, whole: Window): Window {
  if (moment >= window.from && moment <= window.to) return window;
  const length = window.to - window.from;
  return within({ from: moment - length / 2, to: moment + length / 2 }, whole);
}

/** The index of the first of some sorted times that is not before `moment`. */
export function firstFrom(times: ArrayLike<number>, moment: number, low = 0): number {
  let [begin, end] = [low, times.length];
  while (begin < end) {
    const middle = (begin + end) >> 1;
    if (times[middle]! < moment) begin = middle + 1;
    else end = middle;
  }
  return begin;
}

/** Where an axis of time is marked: round times, at most so many. */
export function timeMarks({ from, to }: Window, most: number): readonly number[] {
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
  const step = steps.find((each) => (to - from) / each <= most) ?? 14_400;
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(to / step + 1e-9) - first + 1) }, (_, i) => (first + i) * step);
}
