import { Button, Container, Group, Text } from '@mantine/core';
import { IconCamera, IconEyeOff, IconMicrophone, IconPlayerStopFilled, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Wordmark } from '../shared/wordmark.tsx';
import { useCollecting, useCollectingView } from './collecting-context.ts';
import classes from './top-bar.module.css';

/** What is on for as long as anything is, and one tap each to stop it and to delete everything; always there. */
export function TopBar() {
  const { t } = useTranslation();
  const { stop, erase } = useCollecting();
  const face = useCollectingView(({ open }) => open.face === 'live' || open.face === 'starting');
  const voice = useCollectingView(({ open }) => open.voice === 'live' || open.voice === 'starting');
  const on = face && voice ? 'both' : face ? 'face' : voice ? 'voice' : 'none';
  return (
    <header className={classes.bar}>
      <Container size={1200} py={8}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Wordmark home="../" compact />
          <Group gap={8} wrap="nowrap">
            {on !== 'none' && <span className={classes.light} aria-hidden />}
            {face && <IconCamera size={18} aria-hidden />}
            {voice && <IconMicrophone size={18} aria-hidden />}
            {on === 'none' && <IconEyeOff size={18} aria-hidden />}
            <Text size="sm" role="status" className={classes.words} data-testid="on" data-on={on}>{t(`reading.${on}`)}</Text>
            <Button size="compact-md" radius="xl" variant="light" color="red" leftSection={<IconPlayerStopFilled size={14} aria-hidden />} data-testid="stop" disabled={on === 'none'} onClick={() => void stop()}>{t('reading.stop')}</Button>
            <Button size="compact-md" radius="xl" variant="outline" color="red" leftSection={<IconTrash size={14} aria-hidden />} data-testid="delete" onClick={() => void erase()}>{t('reading.delete')}</Button>
          </Group>
        </Group>
      </Container>
    </header>
  );
}
