import { Badge, Text } from '@mantine/core';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import { hue } from '../../shared/senses.ts';
import { TimeChart } from '../../shared/time-chart.tsx';
import { useListening } from '../listening-context.ts';
import { type ChartProps, within } from './within.ts';

/** How likely each moment is speech, and the stretches that were taken for it. */
export function ActivityChart({ span }: ChartProps) {
  const { t } = useTranslation();
  const { measurements } = useListening();
  const { status, problem } = useAgentState(({ senses }) => senses.voice);
  const speaking = useAgentState(({ conversation }) => conversation.playerSpeaksSince !== null);
  const hops = within(measurements.hops, span);
  const degraded = status === 'live' && problem !== null;
  return (
    <Section
      title={t('microphone.activity.title')} colour={hue('voice')}
      aside={<Badge variant={speaking ? 'filled' : 'default'} tt="none" fw={500} size="lg" data-testid="speaking" data-speaking={speaking}>{t(speaking ? 'senses.speaking' : 'senses.silent')}</Badge>}
    >
      {degraded && <Text size="sm" mb="xs" data-testid="degraded">{t('microphone.activity.degraded')}</Text>}
      <TimeChart
        name="attune-speech" span={span} range={[0, 1]} ticks={[0, 0.5, 1]} times={hops.map(({ at }) => at)} stretches={measurements.utterances}
        lines={[{ label: t('microphone.activity.probability'), colour: hue('voice'), dash: [], mean: hops.map(({ stats }) => stats?.probability ?? null) }]}
      />
      <Text size="xs" c="dimmed" mt="xs">{t('microphone.activity.help')}</Text>
    </Section>
  );
}
