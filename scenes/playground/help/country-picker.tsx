import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeeting, useMeetingView } from '../meeting-context.ts';
import { countryName, LOCALES } from './country.ts';

const ELSEWHERE = 'elsewhere';

/** Which country's numbers are told when somebody may be in danger. */
export function CountryPicker() {
  const { t, i18n } = useTranslation();
  const meeting = useMeeting();
  const locale = useMeetingView((view) => view.locale);
  const countries = LOCALES.map((value) => ({ value, label: countryName(value, i18n.language) })).toSorted((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <Select
      label={t('help.country')} description={t('help.countryHelp')} allowDeselect={false} data-testid="country" value={locale ?? ELSEWHERE}
      data={[...countries, { value: ELSEWHERE, label: t('help.elsewhere') }]} onChange={(value) => meeting.chooseCountry(value === ELSEWHERE ? null : value)}
    />
  );
}
