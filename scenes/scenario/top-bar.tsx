import { Box, Button, Group, Paper, Tooltip } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { Wordmark } from '../shared/wordmark.tsx';
import classes from './top-bar.module.css';

/** Where one is, and the way to end it. */
export function TopBar({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Paper className={classes.pill} radius="xl"><Wordmark home="../" compact /></Paper>
      <Group gap="xs" wrap="nowrap">
        <Paper className={classes.pill} radius="xl"><LanguageSwitch /><Box visibleFrom="md"><ThemeSwitch /></Box></Paper>
        <Paper className={classes.pill} radius="xl" p={4}>
          <Tooltip label={t('reading.stopHelp')}>
            <Button size="compact-md" radius="xl" variant="light" color="red" leftSection={<IconPlayerStopFilled size={14} aria-hidden />} data-testid="stop" onClick={onLeave}>{t('reading.stop')}</Button>
          </Tooltip>
        </Paper>
      </Group>
    </header>
  );
}
