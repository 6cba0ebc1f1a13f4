import type { Language } from '../core/index.ts';

const DAY = 86_400_000;

/** The days of a week in each language, as {@link Date.getDay} counts them. */
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const HAN_WEEKDAYS = ['日天', '一', '二', '三', '四', '五', '六'];
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];
const HAN_NUMBERS = '一二三四五六';

const inDays = (today: Date, days: number): string => {
  const day = new Date(today.getTime() + days * DAY);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
};

/** Days from today to the next such weekday, 1 to 7. */
const until = (today: Date, weekday: number): number => ((weekday - today.getDay() + 6) % 7) + 1;

/** Days from today to a weekday of the week after this one; weeks begin on Monday. */
const nextWeek = (today: Date, weekday: number): number => 7 - ((today.getDay() + 6) % 7) + ((weekday + 6) % 7);

/** The day of which words speak, as an ISO date without a time; null for none. Of a week it is the last day. */
export function findDay(text: string, language: Language, today: Date): string | null {
  const days = language === 'zh' ? chineseDays(text, today) : englishDays(text.toLowerCase(), today);
  return days === null ? null : inDays(today, days);
}

function englishDays(text: string, today: Date): number | null {
  if (/\bday after tomorrow\b/.test(text)) return 2;
  if (/\btomorrow\b/.test(text)) return 1;
  if (/\b(?:tonight|later today|this (?:afternoon|evening))\b/.test(text)) return 0;
  const named = /\b(?:on|this|next|by|until) (sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/.exec(text)?.[1];
  if (named !== undefined) return until(today, WEEKDAYS.indexOf(named));
  const count = /\bin (one|two|three|four|five|six|[1-9]|[1-2]\d) days?\b/.exec(text)?.[1];
  if (count !== undefined) return NUMBERS.indexOf(count) + 1 || Number(count);
  return /\bnext week\b/.test(text) ? nextWeek(today, 0) : null;
}

function chineseDays(text: string, today: Date): number | null {
  if (text.includes('后天')) return 2;
  if (/明[天晚早]/.test(text)) return 1;
  if (/今晚|今天(?:下午|晚上)/.test(text)) return 0;
  const named = /(下|这)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text);
  if (named?.[2] !== undefined) {
    const weekday = HAN_WEEKDAYS.findIndex((names) => names.includes(named[2] ?? ' '));
    return named[1] === '下' ? nextWeek(today, weekday) : until(today, weekday);
  }
  const count = /([一两二三四五六]|[1-9])天后/.exec(text)?.[1];
  if (count !== undefined) return count === '两' ? 2 : HAN_NUMBERS.indexOf(count) + 1 || Number(count);
  return /下(?:个)?(?:周|星期|礼拜)/.test(text) ? nextWeek(today, 0) : null;
}

/** Tells a day as people of the language do: "Friday 4 December", "12月4日星期五". */
export function tellDay(day: string, language: Language): string {
  const noon = new Date(`${day}T12:00:00`);
  if (language === 'en') return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(noon).replace(',', '');
  return new Intl.DateTimeFormat('zh-CN', { weekday: 'long', day: 'numeric', month: 'long' }).format(noon);
}

/** Whether a day lies behind. */
export function isOver(day: string, now: Date): boolean {
  return day < inDays(now, 0);
}
