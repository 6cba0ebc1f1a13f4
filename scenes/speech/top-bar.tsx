import { Container, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { percent } from '../shared/measures.ts';
import { Wordmark } from '../shared/wordmark.tsx';
import classes from './top-bar.module.css';
import { useVoicingView } from './voicing-context.ts';

/** Where one is, and whether anything sounds. */
export function TopBar() {
  const { t } = useTranslation();
  const stage = useVoicingView((view) => view.stage);
  const loading = useVoicingView((view) => view.loading);
  return (
    <header className={classes.bar}>
      <Container size={1440} py={8}>
        <Group justify="space-between" wrap="nowrap" gap="xs" mih={34}>
          <Wordmark home="../" compact />
          <Group gap={8} wrap="nowrap">
            {stage === 'speaking' && <span className={classes.light} aria-hidden />}
            <Text size="sm" role="status" data-testid="status" data-stage={stage}>{t(`speech.status.${loading === null ? stage : 'fetching'}`)}</Text>
            {loading !== null && <Text size="sm" c="dimmed" aria-hidden style={{ fontVariantNumeric: 'tabular-nums' }}>{percent(loading)}</Text>}
          </Group>
        </Group>
      </Container>
    </header>
  );
}
