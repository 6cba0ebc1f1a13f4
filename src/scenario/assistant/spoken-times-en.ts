const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16,
  seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90,
};
const TENS = 'twenty|thirty|forty|fifty';
const WORD = `(?:(?:${TENS})[- ](?:one|two|three|four|five|six|seven|eight|nine)|${Object.keys(NUMBERS).filter((word) => word.length > 2).join('|')})`;
const HOUR = `(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])`;
const UNIT = '(seconds?|secs?|minutes?|mins?|hours?|hrs?)';

function numberOf(word: string): number {
  const [tens, ones] = word.toLowerCase().split(/[- ]/);
  return /^\d/.test(word) ? Number(word) : (NUMBERS[tens!] ?? 0) + (ones === undefined ? 0 : NUMBERS[ones]!);
}

const clock = (hour: number, minute: number): string => `${hour}:${String(minute).padStart(2, '0')}`;

/** How people say times, turned into what a reader of written ones knows: "half past four" is 4:30. */
export function writeTimesInEnglish(text: string): string {
  return text
    .replaceAll(/\bthree quarters of an hour\b/gi, '45 minutes')
    .replaceAll(/\b(?:a )?quarter of an hour\b/gi, '15 minutes')
    .replaceAll(/\bhalf an? hour\b/gi, '30 minutes')
    .replaceAll(new RegExp(`\\b(an?|one|\\d+|${WORD}) (hour|minute)s? and a half\\b`, 'gi'), (_, count: string, unit: string) => halved(numberOf(count), unit))
    .replaceAll(new RegExp(`\\b(\\d+|${WORD}) and a half (hour|minute)s?\\b`, 'gi'), (_, count: string, unit: string) => halved(numberOf(count), unit))
    .replaceAll(/\b(?:a )?fortnight\b/gi, '14 days')
    .replaceAll(new RegExp(`\\b(half|(?:a )?quarter|${WORD}|\\d{1,2})(?: minutes?)? (past|to) (${HOUR})\\b`, 'gi'), (all, minutes: string, side: string, hour: string) => {
      const count = /half/i.test(minutes) ? 30 : /quarter/i.test(minutes) ? 15 : numberOf(minutes);
      if (count >= 60 || (/half/i.test(minutes) && side === 'to')) return all;
      return side.toLowerCase() === 'past' ? clock(numberOf(hour), count) : clock((numberOf(hour) + 10) % 12 + 1, 60 - count);
    })
    .replaceAll(new RegExp(`\\b(at|by|before|until|till) (${HOUR})\\b(?! (?:o'clock)?\\s*(?:minutes?|hours?|days?|weeks?))`, 'gi'), (_, before: string, hour: string) => `${before} ${numberOf(hour)}`)
    .replaceAll(new RegExp(`\\b(${HOUR}) o['’]?clock\\b`, 'gi'), (_, hour: string) => `at ${numberOf(hour)}`)
    .replaceAll(/\bat at\b/gi, 'at')
    .replaceAll(new RegExp(`\\b(${WORD}) ${UNIT}\\b`, 'gi'), (_, count: string, unit: string) => `${numberOf(count)} ${unit}`);
}

function halved(count: number, unit: string): string {
  return /hour/i.test(unit) ? `${count * 60 + 30} minutes` : `${count * 60 + 30} seconds`;
}
