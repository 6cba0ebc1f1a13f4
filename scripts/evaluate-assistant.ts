import { readFile } from 'node:fs/promises';
import { GB } from 'chrono-node/en';
import { hans } from 'chrono-node/zh';
import { type Language, LANGUAGES } from 'attune';
import { createWhenReader } from 'attune/scenario';

/** `npm run evaluate -- assistant [--json]`: when something is to be, in sixty sentences that no reader was made with, beside chrono-node alone. */

const file = JSON.parse(await readFile(new URL('../tests/unit/scenario/when-sentences.json', import.meta.url), 'utf8')) as { readonly now: string } & Readonly<Record<Language, readonly (readonly [string, string | null])[]>>;
const now = new Date(file.now);
const read = await createWhenReader();

const two = (value: number): string => String(value).padStart(2, '0');
function told(at: Date, day: boolean): string {
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return day ? date : `${date}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

const readers: Readonly<Record<string, (words: string, language: Language) => string | null>> = {
  'chrono-node alone': (words, language) => {
    const [found] = (language === 'zh' ? hans : GB).parse(words, now, { forwardDate: true });
    return found ? told(found.start.date(), !found.start.isCertain('hour')) : null;
  },
  'createWhenReader': (words, language) => {
    const when = read(words, language, now);
    return when && told(when.at, when.precision === 'day');
  },
};

const results = Object.entries(readers).flatMap(([reader, when]) => LANGUAGES.map((language) => {
  const misses = file[language].flatMap(([words, expected]) => {
    const got = when(words, language);
    return got === expected ? [] : [{ words, expected, got }];
  });
  return { reader, language, sentences: file[language].length, right: file[language].length - misses.length, misses };
}));
if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, 2));
else for (const { reader, language, right, sentences } of results) console.log(`${reader.padEnd(18)} ${language}: ${right} of ${sentences} sentences`);
