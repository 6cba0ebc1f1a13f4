import { Card, Progress, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { percent } from '../shared/measures.ts';
import { useReading } from './reading-context.ts';

/** Which model reads, and how far the next one has come. */
export function ModelsCard() {
  const { t } = useTranslation();
  const { size, loading } = useStore(useReading().view);
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="models" data-size={size}>
      <Title order={2} size="h5">{t('text.models.title')}</Title>
      <Text size="sm" mt={4}>{t(`text.models.reads.${size}`)}</Text>
      {loading !== null && (
        <>
          <Progress value={loading * 100} size="xs" mt="sm" aria-label={t('text.models.loading')} />
          <Text size="sm" c="dimmed" mt={4}>{t('text.models.loading')}: {percent(loading)}</Text>
        </>
      )}
    </Card>
  );
}
