import { Card, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Figures } from '../../shared/figures.tsx';
import { decibels, percent } from '../../shared/measures.ts';
import { useAppears } from '../../shared/use-appears.ts';
import { usePulse } from '../../shared/use-pulse.ts';
import { useListening } from '../listening-context.ts';
import { summarise } from './summarise.ts';

/** The figures of the utterance that was heard last. */
export function LastUtterance() {
  const { t } = useTranslation();
  const { clock, measurements: { utterances, hops } } = useListening();
  usePulse(clock, 3);
  const appears = useAppears('microphone');
  const last = utterances.findLast(({ to }) => to !== null);
  const sum = last && summarise(last, hops);
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="utterance">
      <Title order={2} size="h5" mb="xs">{t('microphone.utterance.title')}</Title>
      {!sum && <Text size="sm" c="dimmed">{t('microphone.utterance.none')}</Text>}
      {sum && <Text size="sm" mb="xs">{appears(sum.estimate) ?? t('microphone.utterance.unknown')}</Text>}
      {sum && (
        <Figures rows={[
          [t('microphone.utterance.length'), `${sum.length.toFixed(2)} s`],
          [t('senses.loudness'), sum.loudness === null ? null : decibels(sum.loudness)],
          [t('senses.pitch'), sum.pitch === null ? null : `${Math.round(sum.pitch)} Hz`],
          [t('microphone.utterance.range'), sum.range === null ? null : t('microphone.utterance.semitones', { value: sum.range.toFixed(1) })],
          [t('senses.voiced'), sum.voiced === null ? null : percent(sum.voiced)],
          [t('senses.quality'), sum.quality === null ? null : percent(sum.quality)],
          [t('microphone.utterance.first'), sum.first === null ? null : `${sum.first.toFixed(2)} s`],
        ]} />
      )}
    </Card>
  );
}
