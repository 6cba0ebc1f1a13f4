import { Button, Card, Center, Group, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveSessionMenu } from '../shared/saved-session/save-session-menu.tsx';
import { useLogView, useMeeting } from './meeting-context.ts';
import classes from './meeting-page.module.css';

interface StoppedPageProps {
  readonly onAgain: () => void;
  readonly onErase: () => void;
}

/** After Stop: everything is released. What is left in memory can be deleted, or another meeting begun. */
export function StoppedPage({ onAgain, onErase }: StoppedPageProps) {
  const { t } = useTranslation();
  const { log } = useMeeting();
  const lines = useLogView((view) => view.lines);
  return (
    <Ending testId="stopped" icon={<IconCheck aria-hidden />} title={t('stopped.title')} text={t('stopped.text')}>
      <Button autoFocus data-testid="again" onClick={onAgain}>{t('stopped.again')}</Button>
      <Button variant="outline" color="red" leftSection={<IconTrash size={16} aria-hidden />} data-testid="delete" onClick={onErase}>{t('reading.delete')}</Button>
      {lines > 0 && <SaveSessionMenu save={log.save} />}
    </Ending>
  );
}

/** After Delete: there is no meeting any more, not even in memory. */
export function ErasedPage({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Ending testId="erased" icon={<IconTrash aria-hidden />} title={t('stopped.deletedTitle')} text={t('stopped.deletedText')}>
      <Button autoFocus data-testid="again" onClick={onAgain}>{t('stopped.again')}</Button>
    </Ending>
  );
}

function Ending({ testId, icon, title, text, children }: { testId: string; icon: ReactNode; title: string; text: string; children: ReactNode }) {
  return (
    <Center component="main" mih="100dvh" p="md" className={classes.empty}>
      <Card withBorder radius="lg" padding="xl" maw={480} data-testid={testId}>
        <ThemeIcon size={44} radius="xl" variant="light">{icon}</ThemeIcon>
        <Title order={1} size="h2" mt="md">{title}</Title>
        <Text mt="xs" role="status">{text}</Text>
        <Group mt="lg" gap="sm">{children}</Group>
      </Card>
    </Center>
  );
}
