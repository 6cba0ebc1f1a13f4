import { Button, Card, Center, Group, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconListCheck, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveSessionMenu } from '../shared/saved-session/save-session-menu.tsx';
import { useLogView, useMeeting } from './meeting-context.ts';
import type { Query } from './query.ts';
import { PetsForm } from './study/pets-form.tsx';
import classes from './meeting-page.module.css';

interface StoppedPageProps {
  readonly query: Query;
  readonly onAgain: () => void;
  readonly onErase: () => void;
}

/** After Stop: everything is released. What is left in memory can be deleted, or another meeting begun. */
export function StoppedPage({ query, onAgain, onErase }: StoppedPageProps) {
  const { t } = useTranslation();
  const { log } = useMeeting();
  const lines = useLogView((view) => view.lines);
  const answered = useLogView((view) => view.study?.answers['pets'] !== undefined);
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <Ending testId="questionnaire" icon={<IconListCheck aria-hidden />} title={t('pets.title')}>
        <PetsForm
          seed={query.seed} onLeave={() => setAsking(false)}
          onAnswered={(answers) => {
            log.answer('pets', answers);
            setAsking(false);
          }}
        />
      </Ending>
    );
  }
  return (
    <Ending
      testId="stopped" icon={<IconCheck aria-hidden />} title={t('stopped.title')} text={t('stopped.text')}
      more={query.pets && (
        <Paper withBorder radius="md" p="md" mt="lg">
          <Text size="sm" role="status">{t(answered ? 'pets.thanks' : 'pets.invite')}</Text>
          {!answered && <Button mt="sm" size="compact-md" variant="light" data-testid="pets-open" onClick={() => setAsking(true)}>{t('pets.open')}</Button>}
          {answered && lines === 0 && <Button mt="sm" size="compact-md" variant="light" data-testid="pets-save" onClick={() => void log.save('json')}>{t('pets.save')}</Button>}
        </Paper>
      )}
    >
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

interface EndingProps {
  readonly testId: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

function Ending({ testId, icon, title, text, more, children }: EndingProps) {
  return (
    <Center component="main" mih="100dvh" p="md" className={classes.empty}>
      <Card withBorder radius="lg" padding="xl" maw={text === undefined ? 640 : 480} w={text === undefined ? '100%' : undefined} data-testid={testId}>
        <ThemeIcon size={44} radius="xl" variant="light">{icon}</ThemeIcon>
        <Title order={1} size="h2" mt="md">{title}</Title>
        {text === undefined ? children : (
          <>
            <Text mt="xs" role="status">{text}</Text>
            {more}
            <Group mt="lg" gap="sm">{children}</Group>
          </>
        )}
      </Card>
    </Center>
  );
}
