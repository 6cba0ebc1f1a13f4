import { HELP, type HelpOptions } from 'attune';

/** Countries of which helplines are known, each by a language and a region. */
export const LOCALES = Object.keys(HELP);

const regionOf = (tag: string): string | undefined => {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
};

/** The first of these languages that names a region of which helplines are known; null for none. Chinese without a region is mostly read in China. */
export function firstLocale(tags: readonly string[]): string | null {
  for (const tag of tags) {
    const region = regionOf(tag) ?? (tag === 'zh' || tag === 'zh-Hans' ? 'CN' : undefined);
    const known = region && LOCALES.find((locale) => regionOf(locale) === region);
    if (known) return known;
  }
  return null;
}

/** Where nothing is known of a country, what holds in most of them is told. */
export const helpIn = (locale: string | null): HelpOptions => (locale === null ? { resources: [] } : { locale });

/** A country's name in the language of the page. */
export const countryName = (locale: string, language: string): string => new Intl.DisplayNames([language], { type: 'region' }).of(regionOf(locale) ?? '') ?? locale;
