import { Button, Group, Paper, Text, VisuallyHidden } from '@mantine/core';
import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react';
import type { Agent } from 'attune';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { Wordmark } from '../shared/wordmark.tsx';
import { useMeetingView } from './meeting-context.ts';
import { NAMES, type Query } from './query.ts';
import classes from './top-bar.module.css';

interface TopBarProps {
  readonly query: Query;
  readonly agent: Agent | null;
  readonly onStop: () => void;
}

/** Where one is, whether the microphone is open, and the way to end it. */
export function TopBar({ query, agent, onStop }: TopBarProps) {
  const { t } = useTranslation();
  const loading = useMeetingView((view) => view.loading);
  const [hears, setHears] = useState(false);
  useEffect(() => agent?.subscribe(() => setHears(agent.state.senses.voice.status === 'live')), [agent]);
  const name = NAMES[query.character];
  return (
    <header className={classes.bar}>
      <Paper className={classes.pill} radius="xl"><Wordmark home="../" compact /></Paper>
      <Group gap="xs" wrap="nowrap">
        <Paper className={classes.pill} radius="xl" p={4} visibleFrom="xs"><ThemeSwitch /></Paper>
        <Paper className={classes.pill} radius="xl" p={4} pl="sm">
          {hears && <IconMicrophone size={17} aria-hidden />}
          <VisuallyHidden role="status">{t(hears ? 'reading.voice' : 'reading.none')}</VisuallyHidden>
          {loading < 1 && <Text size="sm" c="dimmed" role="status">{t('xr.loading', { name, percent: Math.round(100 * loading) })}</Text>}
          <Button size="compact-md" radius="xl" variant="light" color="red" leftSection={<IconPlayerStopFilled size={14} aria-hidden />} data-testid="stop" onClick={onStop}>{t('reading.stop')}</Button>
        </Paper>
      </Group>
    </header>
  );
}
