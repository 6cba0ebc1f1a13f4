import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PAGE_LANGUAGES, type PageLanguage, rememberLanguage } from './words.ts';

/** Each language is named in itself, so that whoever needs it can find it. */
const NAMES: Readonly<Record<PageLanguage, string>> = { en: 'English', zh: '中文' };

export function LanguageSwitch({ onChange }: { onChange?: (language: PageLanguage) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('settings.language')}
      value={i18n.language}
      data={PAGE_LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
      onChange={(value) => {
        const language = value as PageLanguage;
        void i18n.changeLanguage(language);
        rememberLanguage(language);
        onChange?.(language);
      }}
    />
  );
}
