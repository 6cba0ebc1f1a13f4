import { Card, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Figures } from '../../shared/figures.tsx';
import { percent } from '../../shared/measures.ts';
import { useReading } from '../reading-context.ts';
import { EmotionBars } from './emotion-bars.tsx';
import { summarise } from './summarise.ts';

/** All texts of the file together. */
export function SummaryCard() {
  const { t, i18n } = useTranslation();
  const { results, done } = useStore(useReading().table.view);
  if (done === 0) return null;
  const summary = summarise(results);
  const { read, counts, valence, full } = summary;
  const number = (value: number): string => value.toLocaleString(i18n.language);
  const signed = (value: number): string => value.toFixed(2);
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="summary">
      <Title order={2} size="h5" mb="xs">{t('text.summary.title')}</Title>
      <EmotionBars summary={summary} />
      <Figures rows={[
        [t('text.summary.read'), number(read)],
        [t('text.summary.unknown'), read === 0 ? null : percent(counts.unknown / read)],
        [t('text.summary.valence'), valence && t('text.summary.interval', { mean: signed(valence.mean), low: signed(valence.mean - valence.half), high: signed(valence.mean + valence.half), n: number(valence.n) })],
        [t('text.summary.full'), t('text.summary.models', { full: number(full), light: number(read - full) })],
      ]} />
    </Card>
  );
}
