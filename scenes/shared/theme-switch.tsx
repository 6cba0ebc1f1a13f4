import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('settings.theme')}
      value={colorScheme}
      data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
      onChange={(value) => setColorScheme(value as MantineColorScheme)}
    />
  );
}
