import { Button, Card, Center, Group, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconDownload, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../shared/save-file.ts';
import { useLogView, useMeeting, useMeetingView } from './meeting-context.ts';
import classes from './meeting-page.module.css';

/** After Stop: everything is released. What is left in memory can be deleted, or another meeting begun. */
export function StoppedPage({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const erased = useMeetingView((view) => view.stage === 'erased');
  const lines = useLogView((view) => view.lines);
  return (
    <Center component="main" mih="100dvh" p="md" className={classes.empty}>
      <Card withBorder radius="lg" padding="xl" maw={480} data-testid={erased ? 'erased' : 'stopped'}>
        <ThemeIcon size={44} radius="xl" variant="light">{erased ? <IconTrash aria-hidden /> : <IconCheck aria-hidden />}</ThemeIcon>
        <Title order={1} size="h2" mt="md">{t(erased ? 'stopped.deletedTitle' : 'stopped.title')}</Title>
        <Text mt="xs" role="status">{t(erased ? 'stopped.deletedText' : 'stopped.text')}</Text>
        <Group mt="lg" gap="sm">
          <Button autoFocus data-testid="again" onClick={onAgain}>{t('stopped.again')}</Button>
          {!erased && (
            <Button variant="outline" color="red" leftSection={<IconTrash size={16} aria-hidden />} data-testid="delete" onClick={meeting.erase}>{t('reading.delete')}</Button>
          )}
          {!erased && lines > 0 && (
            <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => saveFile('attune-log.jsonl', new Blob([meeting.log.text()], { type: 'application/jsonl' }))}>
              {t('stopped.export')}
            </Button>
          )}
        </Group>
      </Card>
    </Center>
  );
}
