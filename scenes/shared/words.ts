import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keep, kept } from './keep.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

export const PAGE_LANGUAGES = ['en', 'zh'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

const REMEMBERED = 'attune-language';

/** What the page was told, then what was chosen last time, then what the browser prefers. */
function firstLanguage(): PageLanguage {
  const wishes = [new URLSearchParams(location.search).get('lang'), kept(REMEMBERED), ...navigator.languages];
  for (const wish of wishes) {
    const language = PAGE_LANGUAGES.find((each) => wish?.toLowerCase().startsWith(each));
    if (language) return language;
  }
  return 'en';
}

/** Readies the words of the page in the player's language, and keeps `<html lang>` true. */
export function startWords(): i18n {
  const words = i18next.createInstance();
  const tell = (language: string): void => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
  };
  words.on('languageChanged', tell);
  void words.use(initReactI18next).init({
    lng: firstLanguage(), fallbackLng: 'en', initAsync: false, interpolation: { escapeValue: false },
    resources: { en: { translation: en }, zh: { translation: zh } },
  });
  return words;
}

/** Remembers a chosen language for the next visit. It is the only thing, with the theme, that the pages store unasked. */
export function rememberLanguage(language: PageLanguage): void {
  keep(REMEMBERED, language);
}
