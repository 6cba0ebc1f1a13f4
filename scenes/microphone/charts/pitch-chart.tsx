import { Text } from '@mantine/core';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import { hue } from '../../shared/senses.ts';
import { TimeChart } from '../../shared/time-chart.tsx';
import { useListening } from '../listening-context.ts';
import { type ChartProps, within } from './within.ts';

/** The melody of the voice; equal steps in semitones are equally high, gaps are unvoiced. */
export function PitchChart({ span }: ChartProps) {
  const { t } = useTranslation();
  const { measurements } = useListening();
  const live = useAgentState(({ senses }) => senses.voice.status === 'live');
  const hops = within(measurements.hops, span);
  const pitch = hops.at(-1)?.stats?.pitch;
  return (
    <Section title={t('senses.pitch')} colour={hue('voice')} aside={live && <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>{pitch ? `${Math.round(pitch)} Hz` : t('microphone.unvoiced')}</Text>}>
      <TimeChart
        name="attune-pitch" span={span} range={[60, 500]} logarithmic unit="Hz" digits={0} ticks={[75, 150, 300]} times={hops.map(({ at }) => at)}
        stretches={measurements.utterances}
        lines={[{ label: t('senses.pitch'), colour: hue('voice'), dash: [], mean: hops.map(({ stats }) => stats?.pitch ?? null) }]}
      />
    </Section>
  );
}
