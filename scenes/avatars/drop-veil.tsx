import { Stack, Text, ThemeIcon } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './drop-veil.module.css';

/** While a file hovers over the page: what will happen to it, and that it stays here. */
export function DropVeil() {
  const { t } = useTranslation();
  return (
    <div className={classes.veil} data-testid="drop-veil">
      <Stack align="center" gap="xs">
        <ThemeIcon size={64} radius="xl" variant="light"><IconFileUpload size={32} aria-hidden /></ThemeIcon>
        <Text fw={700} size="xl">{t('avatars.drop.title')}</Text>
        <Text c="dimmed">{t('avatars.drop.text')}</Text>
      </Stack>
    </div>
  );
}
