/** The days of the week, as a configuration names them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** One of {@link WEEKDAYS}. */
export type Weekday = (typeof WEEKDAYS)[number];

/** Hours that begin on certain days. Where `to` is not later than `from`, they end on the next day. */
export interface QuietHours {
  readonly days: readonly Weekday[];
  /** "HH:MM" on the wall. */
  readonly from: string;
  readonly to: string;
}

/** A moment as a clock on the wall shows it. */
export interface WallTime {
  readonly day: Weekday;
  /** Since midnight, in [0, 1439]. */
  readonly minute: number;
}

const DAY = 24 * 60;

/** What a clock on the wall of a time zone shows, summer time included; of the machine's own where none is named. */
export function wallTime(at: Date, timeZone?: string): WallTime {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(timeZone === undefined ? {} : { timeZone }) });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const name = parts.get('weekday')?.toLowerCase();
  return { day: WEEKDAYS.find((day) => day === name) ?? 'mon', minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

/**
 * Whether some of the quiet hours hold. They go by the clock on the wall: when the clocks change, a night is an hour longer or
 * shorter, and what would begin in the hour that is left out begins after it.
 */
export function isQuiet(hours: readonly QuietHours[], { day, minute }: WallTime): boolean {
  const before = dayBefore(day);
  return hours.some(({ days, from, to }) => {
    const [begins, ends] = [minutesOf(from), minutesOf(to)];
    if (begins < ends) return days.includes(day) && minute >= begins && minute < ends;
    return (days.includes(day) && minute >= begins) || (days.includes(before) && minute < ends);
  });
}

/** When the quiet hours that hold now end, as the clock will show it then; null where none hold, or they never end. */
export function quietUntil(hours: readonly QuietHours[], now: WallTime): (WallTime & { readonly time: string }) | null {
  if (!isQuiet(hours, now)) return null;
  const first = WEEKDAYS.indexOf(now.day);
  for (let ahead = 1; ahead <= 7 * DAY; ahead += 1) {
    const whole = now.minute + ahead;
    const then: WallTime = { day: WEEKDAYS[(first + Math.floor(whole / DAY)) % 7] ?? now.day, minute: whole % DAY };
    if (!isQuiet(hours, then)) return { ...then, time: `${two(Math.floor(then.minute / 60))}:${two(then.minute % 60)}` };
  }
  return null;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const two = (value: number): string => String(value).padStart(2, '0');
const dayBefore = (day: Weekday): Weekday => WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7] ?? day;
