import type { Stretch } from './time-window.ts';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY] as const;
/** Where days do not fit any more: so many months apart. */
const MONTHS = [1, 2, 3, 6, 12] as const;
const MONTH = 30.4 * DAY;

export interface Mark {
  readonly at: number;
  readonly label: string;
}

/** Round moments in UTC, at most `most` of them, each with a label that is as long as it needs to be. */
export function timeMarks({ from, to }: Stretch, most: number, language: string): readonly Mark[] {
  const step = STEPS.find((each) => (to - from) / each <= most);
  const write = labels(language, step ?? MONTH);
  if (step !== undefined) {
    // Weeks begin on Mondays; the first day of 1970 was a Thursday.
    const shift = step === 7 * DAY ? 4 * DAY : 0;
    const first = Math.ceil((from - shift) / step) * step + shift;
    return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step).map((at) => ({ at, label: write(at) }));
  }
  const months = MONTHS.find((each) => (to - from) / (each * MONTH) <= most) ?? MONTHS.at(-1)!;
  const marks: Mark[] = [];
  const begin = new Date(from);
  for (let month = Math.floor(begin.getUTCMonth() / months) * months; ; month += months) {
    const at = Date.UTC(begin.getUTCFullYear(), month);
    if (at > to) return marks;
    if (at >= from) marks.push({ at, label: write(at) });
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: 'UTC', hourCycle: 'h23', ...options });
  formats.set(key, known);
  return known;
}

function labels(language: string, step: number): (at: number) => string {
  const [day, clock, month, year] = [format(language, { day: 'numeric', month: 'short' }), format(language, { hour: '2-digit', minute: '2-digit' }), format(language, { month: 'short' }), format(language, { month: 'short', year: 'numeric' })];
  if (step >= MONTH) return (at) => (new Date(at).getUTCMonth() === 0 ? year : month).format(at);
  if (step >= DAY) return (at) => day.format(at);
  return (at) => (at % DAY === 0 ? day : clock).format(at);
}

/** A moment in words, in UTC. */
export const momentWords = (at: number, language: string): string => format(language, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at);
/** A day in words. */
export const dayWords = (at: number, language: string): string => format(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
