import type { NoteKind } from '../../memory/index.ts';

/** Seconds since 1970, as clocks of hosts count them. */
export type ClockTime = number;

/** Something that an assistant keeps in mind, without its words. */
export interface Item {
  readonly id: string;
  readonly kind: NoteKind;
  readonly due: ClockTime | null;
  /** Only the day was told; `due` is its noon. */
  readonly day: boolean;
  /** There are words for it; a timer may have none. */
  readonly named: boolean;
  readonly done: boolean;
  /** It was told of when it was due. */
  readonly rung: boolean;
  /** It was put off because there was too much. */
  readonly moved: boolean;
}

/** Whether something may be put off: nothing with a time of day, which somebody else may wait for. */
export function canWait({ kind, due, day, done }: Item, endOfDay: ClockTime): boolean {
  return !done && (kind === 'task' || kind === 'reminder') && (due === null || (day && due <= endOfDay));
}

/**
 * What to do next today, in the order in which it is due: what has a time of day, then what is due today, then what has no date. What is due on another
 * day is left out, and so are notes, which nobody does.
 *
 * @param most so many at most
 */
export function planDay(items: readonly Item[], endOfDay: ClockTime, most: number): readonly string[] {
  const rank = ({ due, day }: Item): number => (due === null ? 2 : day ? 1 : 0);
  return items.filter(({ kind, due, done }) => !done && kind !== 'note' && (due === null || due <= endOfDay))
    .toSorted((a, b) => rank(a) - rank(b) || (a.due ?? 0) - (b.due ?? 0))
    .slice(0, most).map(({ id }) => id);
}
