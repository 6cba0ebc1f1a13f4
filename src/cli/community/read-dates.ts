/** In which order a date in figures has day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** A date and a time as a line of a chat has them, without saying yet which figure is the day. */
export interface WrittenTime {
  readonly figures: readonly [number, number, number];
  /** What the figures themselves say of their order; null where it may be a day or a month first. */
  readonly order: DateOrder | null;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const DATE = String.raw`(?<a>\d{1,4})[./\-年](?<b>\d{1,2})[./\-月](?<c>\d{1,4})日?`;
const BEFORE = String.raw`(?<before>上午|下午|凌晨|早上|中午|晚上)?`;
const TIME = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2}))?`;
const AFTER = String.raw`(?:[\s\u00a0\u202f]*(?<after>[ap]\.?\s?m\.?|上午|下午))?`;
/** How a chat writes when something was said, at the beginning of a line. */
export const WRITTEN_TIME = String.raw`${DATE},?[\s\u00a0\u202f]+${BEFORE}\s*${TIME}${AFTER}`;

/** Takes the date and time out of a match of {@link WRITTEN_TIME}; null where there is no such time. */
export function writtenTime(groups: Readonly<Record<string, string | undefined>>, separator: string): WrittenTime | null {
  const [a, b, c] = [Number(groups['a']), Number(groups['b']), Number(groups['c'])];
  const half = /[p下晚]|中午/i.test(groups['after'] ?? groups['before'] ?? '') ? 'pm' : groups['after'] ?? groups['before'] ? 'am' : null;
  const hour = Number(groups['hour']);
  const [minute, second] = [Number(groups['minute']), Number(groups['second'] ?? 0)];
  if (hour > (half ? 12 : 23) && !(half && hour < 24) || minute > 59 || second > 59) return null;
  const order: DateOrder | null = groups['a']!.length === 4 ? 'ymd' : separator === '.' || a > 12 ? 'dmy' : b > 12 ? 'mdy' : null;
  return { figures: [a, b, c], order, hour: half && hour <= 12 ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour, minute, second };
}

/**
 * When it was, in milliseconds since 1970, as if the clock on the wall were that of Greenwich.
 *
 * @returns null where there is no such day
 */
export function timeOf({ figures, order, hour, minute, second }: WrittenTime, otherwise: DateOrder): number | null {
  const [a, b, c] = figures;
  const [year, month, day] = { dmy: [c, b, a], mdy: [c, a, b], ymd: [a, b, c] }[order ?? otherwise] as [number, number, number];
  const full = year < 100 ? 2000 + year : year;
  const at = Date.UTC(full, month - 1, day, hour, minute, second);
  const date = new Date(at);
  return date.getUTCFullYear() === full && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : null;
}

/** Finds out which figure is the day, by dates that only make sense in one way, and by time, which goes on. */
export interface OrderFinder {
  add(time: WrittenTime): void;
  /** Null where both make the same sense. */
  readonly order: DateOrder | null;
}

/** Watches dates; those of whole files are needed, as a chat may begin on the third of March. */
export function createOrderFinder(): OrderFinder {
  const told = new Map<DateOrder, number>();
  const steps = { dmy: { last: -Infinity, back: 0 }, mdy: { last: -Infinity, back: 0 } };
  return {
    add(time) {
      if (time.order) told.set(time.order, (told.get(time.order) ?? 0) + 1);
      for (const order of ['dmy', 'mdy'] as const) {
        const at = timeOf(time, order);
        const step = steps[order];
        if (at === null || at < step.last - 86_400_000) step.back += 1;
        if (at !== null) step.last = at;
      }
    },
    get order() {
      const [most] = [...told].toSorted(([, a], [, b]) => b - a);
      if (most) return most[0];
      return steps.dmy.back === steps.mdy.back ? null : steps.dmy.back < steps.mdy.back ? 'dmy' : 'mdy';
    },
  };
}
