import { Alert, Anchor, Button, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from './problems.ts';
import classes from './problem-note.module.css';

export interface Remedy {
  readonly label: string;
  readonly act: () => void;
}

interface ProblemNoteProps {
  readonly problem: Problem;
  /** What can be done about it; the first one stands out. */
  readonly remedies: readonly Remedy[];
  readonly onDismiss: () => void;
}

/** What went wrong in one clear sentence, with what to do as buttons. */
export function ProblemNote({ problem: { subject, words, message }, remedies, onDismiss }: ProblemNoteProps) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <Alert
      className={classes.note} variant="default" radius="lg" icon={<IconAlertCircle aria-hidden />} title={t(`problems.subject.${subject}`)}
      withCloseButton closeButtonLabel={t('problems.dismiss')} onClose={onDismiss} data-testid="problem" data-code={words} data-subject={subject}
    >
      <Text size="sm">{t(`problems.codes.${words}`)}</Text>
      <Group gap="sm" mt="xs">
        {remedies.map(({ label, act }, index) => (
          <Button key={label} size="compact-sm" {...(index > 0 ? { variant: 'default' } : {})} onClick={() => {
            onDismiss();
            act();
          }}>{label}</Button>
        ))}
        <Anchor component="button" type="button" size="sm" c="dimmed" aria-expanded={opened} onClick={toggle}>{t('problems.detail')}</Anchor>
      </Group>
      <Collapse expanded={opened}><Text size="xs" c="dimmed" mt="xs" className={classes.detail}>{message}</Text></Collapse>
    </Alert>
  );
}
