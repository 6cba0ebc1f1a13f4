const DIGITS = '零一二三四五六七八九';
const NUMBER = '[零〇一二两三四五六七八九十\\d]{1,4}';

/** A Chinese number under a hundred, or one in digits. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零');
  const [tens, ones] = plain.split('十');
  if (ones === undefined) return [...plain].reduce((sum, digit) => 10 * sum + (/\d/.test(digit) ? Number(digit) : DIGITS.indexOf(digit)), 0);
  return (tens === '' ? 1 : DIGITS.indexOf(tens!)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

const SECONDS: Readonly<Record<string, number>> = { 秒: 1, 秒钟: 1, 分: 60, 分钟: 60, 刻钟: 900, 小时: 3600, 钟头: 3600, 天: 86_400, 周: 604_800, 星期: 604_800, 礼拜: 604_800 };
const UNIT = '(秒钟?|分钟|刻钟|小时|钟头|天|周|星期|礼拜)';
const PART = `(?:半(?:个)?(?:小时|钟头|分钟)|${NUMBER}个?半?${UNIT}半?)`;
/** A length of time is a time where it is said to pass, or to be counted. */
const PASSES = new RegExp(`(再?过|倒计时|计时)?((?:${PART})+)(?:零)?(${NUMBER}分)?(以后|之后|后|内|到了|的(?:闹钟|计时|倒计时|定时)|倒计时)?`, 'u');
const COUNTED = /定(?:个|一个)|设(?:个|一个)?|闹钟|计时|提醒|叫我|告诉我/;

/** A length of time that is told, in seconds, whether in whole days, and the words that tell it; null for none. */
export function lengthInChinese(text: string): { readonly seconds: number; readonly days: boolean; readonly words: string } | null {
  const found = PASSES.exec(text);
  if (!found) return null;
  const [words, before, parts, odd, after] = [found[0], found[1], found[2]!, found[4], found[5]];
  const days = /天|周|星期|礼拜/.test(parts);
  if (before === undefined && after === undefined && (days || !COUNTED.test(text))) return null;
  let seconds = odd === undefined ? 0 : 60 * chineseNumber(odd.slice(0, -1));
  for (const [part] of parts.matchAll(new RegExp(PART, 'gu'))) seconds += secondsOf(part);
  return { seconds, days, words };
}

function secondsOf(part: string): number {
  const unit = SECONDS[new RegExp(`${UNIT}半?$`, 'u').exec(part)![1]!]!;
  if (part.startsWith('半')) return unit / 2;
  return (chineseNumber(new RegExp(`^${NUMBER}`, 'u').exec(part)![0]) + (/个半|半$/.test(part) ? 0.5 : 0)) * unit;
}

/** How people say times of day and dates, turned into what a reader of written ones knows: 九点一刻 is 9点15分. */
export function writeTimesInChinese(text: string): string {
  return text
    // "A bit" is written as one o'clock is.
    .replaceAll(/(?<=[有早晚快慢多少好])一点(?![\d半钟整一二三四五十])|(?<=^|[，。、！？\s])一点(?=[儿也都没不])/gu, '有些')
    .replaceAll(new RegExp(`差(一刻|${NUMBER}分)(?:到|就)?(${NUMBER})点`, 'gu'), (_, minutes: string, hour: string) => `${(chineseNumber(hour) + 11) % 12 || 12}点${60 - (minutes === '一刻' ? 15 : chineseNumber(minutes.slice(0, -1)))}分`)
    .replaceAll(new RegExp(`(${NUMBER})点(?:钟|整)?(一刻|三刻|半|过?${NUMBER}分?)?`, 'gu'), (_, hour: string, minutes: string | undefined) => `${chineseNumber(hour)}点${minutesOf(minutes)}`)
    .replaceAll(new RegExp(`(${NUMBER})月(${NUMBER})[号日]`, 'gu'), (_, month: string, day: string) => `${chineseNumber(month)}月${chineseNumber(day)}日`)
    .replaceAll(new RegExp(`(?<!月)(${NUMBER})[号](?!楼|线|店|门|房)`, 'gu'), (_, day: string) => `${chineseNumber(day)}号`);
}

function minutesOf(minutes: string | undefined): string {
  if (minutes === undefined) return '';
  if (minutes === '半') return '30分';
  if (minutes.endsWith('刻')) return minutes === '一刻' ? '15分' : '45分';
  return `${String(chineseNumber(minutes.replace(/^过|分$/g, ''))).padStart(2, '0')}分`;
}
