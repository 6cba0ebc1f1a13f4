/** What lies within a stretch of time, and one more before it, so that lines reach its edge. */
export function within<Timed extends { readonly at: number }>(list: readonly Timed[], [from]: readonly [number, number]): readonly Timed[] {
  const first = list.findIndex(({ at }) => at >= from);
  return first === -1 ? [] : list.slice(Math.max(0, first - 1));
}

export interface ChartProps {
  /** From when to when, in session time. */
  readonly span: readonly [number, number];
}
