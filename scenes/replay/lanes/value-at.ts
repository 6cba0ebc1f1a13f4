import { firstFrom } from '../timeline/window.ts';
import { seen } from '../timeline/draw-items.ts';
import type { Item, Series } from './lane.ts';

/** What a series says at a moment: its newest value then, with how unsure it is; null where there is none. */
export function valueAt({ times, mean, deviation }: Series, moment: number): { readonly value: number; readonly deviation: number | null } | null {
  const at = firstFrom(times, moment + 1e-9) - 1;
  const value = mean[at];
  if (value === undefined || Number.isNaN(value)) return null;
  return { value, deviation: deviation ? deviation[at]! : null };
}

/** What lasts or happens at a moment; of what only happens, the last one of the `lately` seconds before. */
export function itemAt(items: readonly Item[], moment: number, lately: number): Item | null {
  const [first, end] = seen(items, moment - lately, moment + 1e-9);
  for (let i = end - 1; i >= first; i -= 1) {
    const { from, to } = items[i]!;
    if (to === from ? moment - from <= lately : moment < to) return items[i]!;
  }
  return null;
}
