import { Button, Container, Group, Text, Tooltip } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Wordmark } from '../shared/wordmark.tsx';
import { useReplaying } from './replaying-context.ts';
import classes from './top-bar.module.css';

/** Where one is, whether anything is being read, and one tap to delete it all; always there. */
export function TopBar() {
  const { t } = useTranslation();
  const { first, second, erase } = useReplaying();
  const states = [useStore(first.view, ({ state }) => state), useStore(second.view, ({ state }) => state)];
  const [deleted, setDeleted] = useState(false);
  const { start: fade } = useTimeout(() => setDeleted(false), 3000);
  const status = states.includes('reading') ? 'reading' : states.includes('shown') ? 'kept' : 'nothing';
  return (
    <header className={classes.bar}>
      <Container size={1800} py={8}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Wordmark home="../" compact />
          <Group gap={8} wrap="nowrap">
            {status === 'reading' && <span className={classes.light} aria-hidden />}
            <Text size="sm" role="status" data-testid="status" data-status={status}>{deleted ? t('memory.deleted') : t(`replay.status.${status}`)}</Text>
            <Tooltip label={t('replay.deleteHelp')}>
              <Button
                size="compact-md" radius="xl" style={{ flex: 'none' }} variant="outline" color="red" leftSection={<IconTrash size={14} aria-hidden />} data-testid="delete"
                onClick={() => {
                  erase();
                  setDeleted(true);
                  fade();
                }}
              >
                {t('reading.delete')}
              </Button>
            </Tooltip>
          </Group>
        </Group>
      </Container>
    </header>
  );
}
