import { Alert, Text } from '@mantine/core';
import { IconAlertCircle, IconNotes } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useReplaying } from '../replaying-context.ts';

/** What became of the notes that were opened, where there is anything to say about it. */
export function OpenedNotes() {
  const { t } = useTranslation();
  const { notesFile } = useReplaying();
  const opened = useStore(notesFile.view);
  if (!opened) return null;
  const { state, name } = opened;
  return (
    <Alert
      variant="default" radius="lg" icon={state === 'failed' ? <IconAlertCircle aria-hidden /> : <IconNotes aria-hidden />} data-testid="notes-opened" data-state={state}
      title={t(`replay.notes.opened.${state}`, { name })} withCloseButton closeButtonLabel={t('replay.notes.opened.close')} onClose={notesFile.clear}
    >
      {state === 'waiting' && <Text size="sm">{opened.read.session ? t('replay.notes.opened.needs', { session: opened.read.session }) : t('replay.notes.opened.needsAny')}</Text>}
      {state === 'shown' && (
        <>
          <Text size="sm">{t('replay.notes.opened.notes', { notes: opened.count })}</Text>
          {opened.about && <Text size="sm">{t('replay.notes.opened.other', { session: opened.about })}</Text>}
          {opened.outside > 0 && <Text size="sm">{t('replay.notes.opened.outside', { notes: opened.outside })}</Text>}
        </>
      )}
      {state === 'failed' && (
        <>
          <Text size="sm">{t('replay.notes.opened.wrong')}</Text>
          <Text size="xs" c="dimmed" mt={4}>{opened.message}</Text>
        </>
      )}
    </Alert>
  );
}
