import { Alert, Anchor, Button, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ProblemCode } from 'attune';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMeeting } from './meeting-context.ts';
import type { Problem } from './problems.ts';
import classes from './problem-notes.module.css';

interface ProblemNotesProps {
  /** Shows where another avatar can be chosen. */
  readonly onAvatar: () => void;
  readonly onRetryAvatar: () => void;
}

/** Problems in spite of which the sense goes on, so that there is nothing to go on without. */
const GOES_ON: readonly ProblemCode[] = ['model-missing', 'face-unseen', 'face-moving', 'echo-heard'];

/** What went wrong, one clear sentence each, with what to do as a button. Everything else goes on. */
export function ProblemNotes(props: ProblemNotesProps) {
  const problems = useStore(useMeeting().problems.list);
  return problems.slice(-2).map((problem) => <ProblemNote key={problem.id} problem={problem} {...props} />);
}

function ProblemNote({ problem, onAvatar, onRetryAvatar }: ProblemNotesProps & { problem: Problem }) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const [opened, { toggle }] = useDisclosure(false);
  const { id, subject, code, words, message } = problem;
  const dismiss = (): void => meeting.problems.dismiss(id);
  const remedy = remedyFor();

  function remedyFor(): readonly [label: string, act: () => void] | null {
    if (code === 'model-missing' || code === 'echo-heard') return null;
    if (code === 'face-unseen' || code === 'face-moving') return [t('problems.again'), meeting.calibrate];
    if (subject === 'face' || subject === 'voice') return [t('problems.again'), () => void meeting.open(subject)];
    if (subject === 'speech') return [t('problems.again'), () => meeting.chooseVoice(meeting.view.getState().voice)];
    if (words === 'avatar-first') return [t('problems.again'), onRetryAvatar];
    if (code === 'avatar-unreadable') return [t('problems.settings'), onAvatar];
    return null;
  }

  return (
    <Alert
      className={classes.note} variant="default" radius="lg" icon={<IconAlertCircle aria-hidden />} title={t(`problems.subject.${subject}`)}
      withCloseButton closeButtonLabel={t('problems.dismiss')} onClose={dismiss} data-testid="problem" data-code={words} data-subject={subject}
    >
      <Text size="sm">{t(`problems.codes.${words}`)}</Text>
      <Group gap="sm" mt="xs">
        {remedy && <Button size="compact-sm" onClick={() => {
          dismiss();
          remedy[1]();
        }}>{remedy[0]}</Button>}
        {(subject === 'face' || subject === 'voice') && !GOES_ON.includes(code) && <Button size="compact-sm" variant="default" onClick={() => {
          dismiss();
          void meeting.close(subject);
        }}>{t('problems.goOn')}</Button>}
        <Anchor component="button" type="button" size="sm" c="dimmed" aria-expanded={opened} onClick={toggle}>{t('problems.detail')}</Anchor>
      </Group>
      <Collapse expanded={opened}><Text size="xs" c="dimmed" mt="xs" className={classes.detail}>{message}</Text></Collapse>
    </Alert>
  );
}
