import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { endingOf } from '../story/evening.ts';
import type { Story } from '../story/story.ts';

interface EndingProps {
  readonly story: Story;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

/** How the evening ended. */
export function Ending({ story, onAgain, onLeave }: EndingProps) {
  const { t } = useTranslation();
  const evening = useStore(story.view, (view) => view.evening);
  const ending = endingOf(evening);
  if (!ending) return null;
  return (
    <Paper w="min(46rem, 100%)" p="lg" radius="lg" data-testid="ending" data-ending={ending} role="status" style={{ background: 'var(--attune-veil)' }}>
      <Title order={2} size="h3">{t(`inn.endings.${ending}.title`)}</Title>
      <Text mt={4}>{t(`inn.endings.${ending}.text`, { count: evening.coins })}</Text>
      <Group mt="md"><Button onClick={onAgain} data-testid="again">{t('inn.again')}</Button><Button variant="default" onClick={onLeave}>{t('inn.leave')}</Button></Group>
    </Paper>
  );
}
