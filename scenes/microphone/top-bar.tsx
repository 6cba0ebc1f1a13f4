import { Button, Container, Group, Text, Tooltip } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { IconFileMusic, IconMicrophone, IconMicrophoneOff, IconPlayerStopFilled, IconTrash } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Wordmark } from '../shared/wordmark.tsx';
import { useListening, useListeningView } from './listening-context.ts';
import classes from './top-bar.module.css';

const ICONS = { microphone: IconMicrophone, files: IconFileMusic, nothing: IconMicrophoneOff };

/** Where one is, what is heard for as long as anything is, and one tap each to stop it and to delete it; always there. */
export function TopBar() {
  const { t } = useTranslation();
  const { stop, erase } = useListening();
  const source = useListeningView((view) => view.source);
  const open = useAgentState(({ senses }) => senses.voice.status === 'live' || senses.voice.status === 'starting');
  const [deleted, setDeleted] = useState(false);
  const { start: fade } = useTimeout(() => setDeleted(false), 3000);
  const tellDeleted = (): void => {
    setDeleted(true);
    fade();
  };
  const heard = open ? source : 'nothing';
  const HeardIcon = ICONS[heard];
  return (
    <header className={classes.bar}>
      <Container size={1440} py={8}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Wordmark home="../" compact />
          <Group gap={8} wrap="nowrap">
            {heard !== 'nothing' && <span className={classes.light} aria-hidden />}
            <HeardIcon size={18} aria-hidden style={{ flex: 'none' }} />
            <Text size="sm" role="status" className={classes.words} data-testid="heard" data-heard={heard}>{deleted ? t('memory.deleted') : t(`microphone.heard.${heard}`)}</Text>
            <Tooltip label={t('microphone.stopHelp')}>
              <Button size="compact-md" radius="xl" style={{ flex: 'none' }} variant="light" color="red" leftSection={<IconPlayerStopFilled size={14} aria-hidden />} data-testid="stop" disabled={heard === 'nothing'} onClick={() => void stop()}>
                {t('reading.stop')}
              </Button>
            </Tooltip>
            <Tooltip label={t('microphone.deleteHelp')}>
              <Button size="compact-md" radius="xl" style={{ flex: 'none' }} variant="outline" color="red" leftSection={<IconTrash size={14} aria-hidden />} data-testid="delete" onClick={() => void erase().then(tellDeleted)}>
                {t('reading.delete')}
              </Button>
            </Tooltip>
          </Group>
        </Group>
      </Container>
    </header>
  );
}
