import { Alert, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRehearsal, useRehearsalView } from './rehearsal-context.ts';
import classes from './problem-note.module.css';

/** What did not work, why, and what to do. Everything else goes on. */
export function ProblemNote() {
  const { t } = useTranslation();
  const { view } = useRehearsal();
  const problem = useRehearsalView((each) => each.problem);
  if (!problem) return null;
  const { words, title, message } = problem;
  return (
    <Alert
      className={classes.note} variant="default" radius="lg" role="alert" icon={<IconAlertCircle aria-hidden />} title={t(`avatars.problems.${words}.title`, { title })}
      withCloseButton closeButtonLabel={t('problems.dismiss')} onClose={() => view.setState({ problem: null })} data-testid="problem" data-code={words}
    >
      <Text size="sm">{t(`avatars.problems.${words}.text`)}</Text>
      <Text size="xs" c="dimmed" mt={6} className={classes.detail}>{message}</Text>
    </Alert>
  );
}
