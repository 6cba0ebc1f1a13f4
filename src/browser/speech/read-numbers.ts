const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SHORT_MONTHS = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const SHORT_DAYS: Readonly<Record<string, string>> = { Mon: 'Monday', Tue: 'Tuesday', Tues: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Thurs: 'Thursday', Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday' };
const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty'];

/** What is said for a unit after one and after other numbers. */
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'km/h': ['kilometer an hour', 'kilometers an hour'], 'mph': ['mile an hour', 'miles an hour'], 'm/s': ['meter a second', 'meters a second'],
  km: ['kilometer', 'kilometers'], cm: ['centimeter', 'centimeters'], mm: ['millimeter', 'millimeters'], m: ['meter', 'meters'], ft: ['foot', 'feet'], mi: ['mile', 'miles'], yd: ['yard', 'yards'],
  kg: ['kilogram', 'kilograms'], mg: ['milligram', 'milligrams'], g: ['gram', 'grams'], lb: ['pound', 'pounds'], lbs: ['pound', 'pounds'], oz: ['ounce', 'ounces'],
  ml: ['milliliter', 'milliliters'], mL: ['milliliter', 'milliliters'], l: ['liter', 'liters'], L: ['liter', 'liters'],
  kB: ['kilobyte', 'kilobytes'], MB: ['megabyte', 'megabytes'], GB: ['gigabyte', 'gigabytes'], TB: ['terabyte', 'terabytes'], Hz: ['hertz', 'hertz'], kHz: ['kilohertz', 'kilohertz'],
  kW: ['kilowatt', 'kilowatts'], kWh: ['kilowatt hour', 'kilowatt hours'], ms: ['millisecond', 'milliseconds'], sec: ['second', 'seconds'], secs: ['second', 'seconds'], s: ['second', 'seconds'],
  min: ['minute', 'minutes'], mins: ['minute', 'minutes'], hr: ['hour', 'hours'], hrs: ['hour', 'hours'], h: ['hour', 'hours'], kcal: ['kilocalorie', 'kilocalories'],
  '\u00B0C': ['degree Celsius', 'degrees Celsius'], '\u00B0F': ['degree Fahrenheit', 'degrees Fahrenheit'], '\u00B0': ['degree', 'degrees'], 'm\u00B2': ['square meter', 'square meters'],
};
const MONEY: Readonly<Record<string, readonly [one: string, many: string, part: string]>> = {
  $: ['dollar', 'dollars', 'cent'], '\u20AC': ['euro', 'euros', 'cent'], '\u00A3': ['pound', 'pounds', 'pence'], '\u00A5': ['yen', 'yen', ''],
};
const FRACTIONS: Readonly<Record<string, string>> = {
  '1/2': 'one half', '1/3': 'one third', '2/3': 'two thirds', '1/4': 'one quarter', '3/4': 'three quarters', '1/5': 'one fifth', '1/8': 'one eighth', '1/10': 'one tenth',
};
const GLYPHS: Readonly<Record<string, string>> = { '\u00BD': '1/2', '\u2153': '1/3', '\u2154': '2/3', '\u00BC': '1/4', '\u00BE': '3/4', '\u215B': '1/8' };

/** So many digits in a row are a number to be counted; more are a name, and told one by one. */
const COUNTED = 9;

const pattern = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).map((word) => word.replaceAll(/[$.*+?/]/g, '\\$&')).join('|');
const UNIT = new RegExp(`(\\d)\\s?(${pattern(Object.keys(UNITS))})(?![\\p{L}\\d/\u00B2]|\\.\\p{L})`, 'gu');
const COIN = /([$\u20AC\u00A3\u00A5])\s?(\d+(?:,\d{3})*)(?:\.(\d\d?))?(?!\d)(?:\s?(thousand|million|billion|trillion|k|m|bn)\b)?/gi;
const LARGE: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', bn: 'billion' };

/** Dates, times, amounts, units, fractions and ranges as they are said. Plain numbers, ordinals and decimals are left, since Flite reads them. */
export function readNumbers(text: string): string {
  return text
    .replaceAll(/[\u00BD\u2153\u2154\u00BC\u00BE\u215B]/g, (glyph, at: number) => (/\d/.test(text[at - 1] ?? '') ? ` and ${GLYPHS[glyph]}` : GLYPHS[glyph]!))
    .replaceAll(/\b(\d{4})-(\d\d)-(\d\d)\b/g, (whole, year: string, month: string, day: string) => date(year, Number(month), Number(day)) ?? whole)
    .replaceAll(/\b(\d\d?)\/(\d\d?)\/(\d{4})\b/g, (whole, first: string, second: string, year: string) => (Number(first) > 12 ? date(year, Number(second), Number(first)) : date(year, Number(first), Number(second))) ?? whole)
    .replaceAll(new RegExp(`\\b(${SHORT_MONTHS})\\b\\.?(?=\\s\\d)|(?<=\\d(?:st|nd|rd|th)?(?: of)? )\\b(${SHORT_MONTHS})\\b\\.?`, 'g'), (whole) => MONTHS.find((month) => month.startsWith(whole.slice(0, 3)))!)
    .replaceAll(new RegExp(`\\b(${MONTHS.join('|')}) (\\d\\d?)(?![\\d:/.]\\d|\\d|st|nd|rd|th| ?[ap]\\.?m)`, 'g'), (_, month: string, day: string) => `${month} ${ordinal(Number(day))}`)
    .replaceAll(new RegExp(`\\b(\\d\\d?) (${MONTHS.join('|')})\\b`, 'g'), (_, day: string, month: string) => `the ${ordinal(Number(day))} of ${month}`)
    .replaceAll(/\b(Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)(?:\.|\b)(?=,? (?:the |\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b))/g, (_, day: string) => SHORT_DAYS[day]!)
    .replaceAll(/\b([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\s?([APap])\.?[Mm]\b(?:\.(?=\s+[a-z]|[,;:!?]))?)?/g, (_, hours: string, minutes: string, seconds: string | undefined, half: string | undefined) => time(Number(hours), minutes, seconds, half))
    .replaceAll(/\b(1[0-2]|\d)\s?([APap])\.?[Mm]\b(\.(?=\s+[a-z]|[,;:!?]))?/g, (_, hours: string, half: string) => `${hours} ${half.toUpperCase()} M`)
    .replaceAll(COIN, (_, sign: string, whole: string, part: string | undefined, large: string | undefined) => amount(sign, whole, part, large))
    .replaceAll(/(?<![\d/])(\d+)\/(\d+)\b(?!\/)/g, (fraction, over: string, under: string) => FRACTIONS[fraction] ?? (fraction === '24/7' ? '24 7' : `${over} over ${under}`))
    .replaceAll(/(\d)\s?[\u2013-]\s?(?=\d)/g, (whole, before: string, at: number, all: string) => (isPhone(all, at) ? whole : `${before} to `))
    .replaceAll(/(^|[\s(])[-\u2212](?=\d)/g, '$1minus ')
    .replaceAll(/(\d)\s?[\u00D7x]\s?(?=\d)/g, '$1 times ')
    .replaceAll(/(^|[\s(])[~\u2248]\s?(?=\d)/g, '$1about ')
    .replaceAll(UNIT, (_, digit: string, unit: string, at: number, all: string) => `${digit} ${UNITS[unit]![isOne(all, at) ? 0 : 1]}`)
    .replaceAll(/\+?\(?\d{1,4}\)?(?:[ -]\d{2,4}){1,3}(?![\d,])/g, (whole) => (/-/.test(whole) || whole.startsWith('+') ? digits(whole) : whole))
    .replaceAll(/(?<![\d.,])[1-9]\d{4,}(?![\d,]*\.?\d)/g, (whole) => (whole.length <= COUNTED ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : digits(whole)));
}

function date(year: string, month: number, day: number): string | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${MONTHS[month - 1]} ${ordinal(day)}, ${year}` : null;
}

function ordinal(day: number): string {
  return `${day}${day % 100 > 10 && day % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
}

function time(hours: number, minutes: string, seconds: string | undefined, half: string | undefined): string {
  const past = minutes === '00' ? (half ? '' : hours >= 1 && hours <= 12 ? ' o\'clock' : ' hundred') : minutes.startsWith('0') ? ` oh ${below60(Number(minutes))}` : ` ${below60(Number(minutes))}`;
  return `${below60(hours)}${past}${seconds === undefined ? '' : ` and ${below60(Number(seconds))} seconds`}${half ? ` ${half.toUpperCase()} M` : ''}`;
}

function below60(number: number): string {
  if (number < 20) return SMALL[number]!;
  return number % 10 === 0 ? TENS[number / 10]! : `${TENS[Math.floor(number / 10)]} ${SMALL[number % 10]}`;
}

function amount(sign: string, whole: string, part: string | undefined, large: string | undefined): string {
  const [one, many, cent] = MONEY[sign]!;
  if (large !== undefined) return `${whole}${part === undefined ? '' : `.${part}`} ${LARGE[large.toLowerCase()] ?? large.toLowerCase()} ${many}`;
  const coins = part === undefined ? 0 : Number(part.padEnd(2, '0'));
  const small = coins === 0 || cent === '' ? '' : `${coins} ${cent === 'cent' && coins !== 1 ? 'cents' : cent}`;
  const big = `${whole} ${whole === '1' ? one : many}`;
  return small === '' ? big : whole === '0' ? small : `${big} and ${small}`;
}

/** Whether the number that ends at this place is one. */
function isOne(text: string, at: number): boolean {
  return text[at] === '1' && !/[\d.,/]/.test(text[at - 1] ?? ' ');
}

/** Digits with hyphens at irregular places are a telephone number, not a range. */
function isPhone(text: string, at: number): boolean {
  const before = /[\d-]*$/.exec(text.slice(0, at + 1))?.[0] ?? '';
  const after = /^\s?[\u2013-]\s?([\d-]*)/.exec(text.slice(at + 1))?.[1] ?? '';
  return before.includes('-') || after.includes('-') || (before.length === 3 && after.length === 4);
}

function digits(whole: string): string {
  return whole.replaceAll(/[()]/g, '').replaceAll(/[ -]+/g, ', ').replaceAll(/\d(?=\d)/g, '$& ').replaceAll('+', 'plus ');
}
