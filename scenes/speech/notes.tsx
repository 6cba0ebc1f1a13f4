import { Alert, Text } from '@mantine/core';
import { IconInfoCircle, IconLanguageOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useVoicing, useVoicingView } from './voicing-context.ts';

/** Why there is nothing to hear or to see, and what went wrong. */
export function Notes() {
  const { t } = useTranslation();
  const { problems, say } = useVoicing();
  const note = useVoicingView((view) => view.note);
  const list = useStore(problems.list);
  const Icon = note === 'unspoken' ? IconLanguageOff : IconInfoCircle;
  return (
    <>
      {note && (
        <Alert variant="default" radius="lg" icon={<Icon aria-hidden />} title={t(`speech.notes.${note}.title`)} data-testid="note" data-note={note}>
          <Text size="sm">{t(`speech.notes.${note}.text`)}</Text>
        </Alert>
      )}
      {list.slice(-2).map((problem) => (
        <ProblemNote
          key={problem.id} problem={problem} onDismiss={() => problems.dismiss(problem.id)}
          remedies={problem.subject === 'speech' ? [{ label: t('problems.again'), act: () => void say() }] : []}
        />
      ))}
    </>
  );
}
