import fc from 'fast-check';
import { createWhenReader, type WhenReader } from 'attune/scenario';
import { beforeAll, describe, expect, it } from 'vitest';

/** Wednesday 6 May 2026, ten past ten. */
const NOW = new Date(2026, 4, 6, 10, 10);
const two = (value: number): string => String(value).padStart(2, '0');

let read: WhenReader;
beforeAll(async () => {
  read = await createWhenReader();
});

function told(words: string, language: 'en' | 'zh'): string | null {
  const when = read(words, language, NOW);
  if (!when) return null;
  const { at, precision } = when;
  const day = `${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return precision === 'day' ? day : `${day} ${two(at.getHours())}:${two(at.getMinutes())}${at.getSeconds() > 0 ? `:${two(at.getSeconds())}` : ''}`;
}

describe('when something is to be', () => {
  it.each([
    ['set a timer for 8 minutes', '05-06 10:18'], ['wake me in two and a half hours', '05-06 12:40'], ['call Ben at 6', '05-06 18:00'], ['at quarter past nine tomorrow', '05-07 09:15'],
    ['on Sunday at 10 am', '05-10 10:00'], ['timer 90 seconds', '05-06 10:11:30'], ['in a quarter of an hour', '05-06 10:25'], ['next Tuesday', '05-12'], ['on the 3rd of June', '06-03'],
    ['tonight at eight', '05-06 20:00'], ['by noon tomorrow', '05-07 12:00'], ['three days from now', '05-09'], ['at 10.30 on 9 May', '05-09 10:30'], ['this afternoon', '05-06'],
    ['in a fortnight', '05-20'], ['at half past four', '05-06 16:30'], ['meeting at 9', '05-06 21:00'], ['an hour and ten minutes', '05-06 11:20'], ['Friday evening', '05-08'],
    ['at 5 in the morning', '05-07 05:00'], ['ten to six', '05-06 17:50'], ['seven o’clock', '05-06 19:00'], ['Friday at 4', '05-08 16:00'], ['tell me in forty-five minutes', '05-06 10:55'],
    ['at nine tomorrow morning', '05-07 09:00'], ['at 23:15', '05-06 23:15'],
    ['buy five eggs', null], ['may I ask', null], ['second hand car', null], ['the first of all', null], ['every now and then', null], ['chapter two', null], ['two cups of tea', null],
  ])('%s', (words, when) => {
    expect(told(words, 'en')).toBe(when);
  });

  it.each([
    ['定个八分钟的计时器', '05-06 10:18'], ['两个半小时后叫我', '05-06 12:40'], ['六点给小王打电话', '05-06 18:00'], ['明天九点一刻', '05-07 09:15'], ['周日上午十点', '05-10 10:00'], ['90秒倒计时', '05-06 10:11:30'],
    ['一刻钟后', '05-06 10:25'], ['下周二', '05-12'], ['六月三号', '06-03'], ['今晚八点', '05-06 20:00'], ['明天中午之前', '05-07 12:00'], ['三天后', '05-09'], ['5月9日10点半', '05-09 10:30'],
    ['今天下午', '05-06'], ['过五分钟', '05-06 10:15'], ['四点半开会', '05-06 16:30'], ['一小时十分钟后', '05-06 11:20'], ['周五晚上', '05-08'], ['凌晨五点起床', '05-07 05:00'], ['大后天', '05-09'],
    ['晚上十点半', '05-06 22:30'], ['12:30吃饭', '05-06 12:30'], ['差一刻六点', '05-06 17:45'], ['周五下午三点半', '05-08 15:30'], ['提醒我45分钟后关火', '05-06 10:55'], ['后天早上八点', '05-08 08:00'],
    ['二十三点十五分', '05-06 23:15'], ['两周后', '05-20'], ['明早七点', '05-07 07:00'],
    ['买五个鸡蛋', null], ['有点事', null], ['我等了三个小时', null], ['早一点睡', null], ['我有点难过', null], ['第三章', null], ['一点也不累', null], ['坐2号线', null],
  ])('%s', (words, when) => {
    expect(told(words, 'zh')).toBe(when);
  });

  it('counts any length of time, in either language, from any moment', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom(['seconds', '秒', 1], ['minutes', '分钟', 60], ['hours', '小时', 3600]), fc.date({ min: new Date(2025, 0, 1), max: new Date(2030, 0, 1), noInvalidDate: true }), (count, [en, zh, seconds], now) => {
      now.setMilliseconds(0);
      const after = now.getTime() + count * (seconds as number) * 1000;
      expect(read(`remind me in ${count} ${en}`, 'en', now)!.at.getTime()).toBe(after);
      expect(read(`${count}${zh}后提醒我`, 'zh', now)!.at.getTime()).toBe(after);
    }), { numRuns: 60 });
  });

  it('never tells of a time that is past, for a time of day alone', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 24 * 60 - 1 }), (hour, minute, past) => {
      const now = new Date(2026, 4, 6, 0, past);
      for (const [words, language] of [[`at ${hour}:${two(minute)}`, 'en'], [`${hour}点${two(minute)}分`, 'zh']] as const) {
        const { at } = read(words, language, now)!;
        expect(at > now).toBe(true);
        expect(at.getHours() % 12).toBe(hour % 12);
        expect(at.getMinutes()).toBe(minute);
      }
    }), { numRuns: 60 });
  });
});
