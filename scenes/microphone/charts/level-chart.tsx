import { Section } from '../../shared/section.tsx';
import { QUIETEST } from '../../shared/measures.ts';
import { hue } from '../../shared/senses.ts';
import { TimeChart } from '../../shared/time-chart.tsx';
import { useTranslation } from 'react-i18next';
import { useListening } from '../listening-context.ts';
import { LevelMeter } from './level-meter.tsx';
import { type ChartProps, within } from './within.ts';

/** How loud it is, against the room and the most that the microphone can take. */
export function LevelChart({ span }: ChartProps) {
  const { t } = useTranslation();
  const { measurements } = useListening();
  const hops = within(measurements.hops, span);
  return (
    <Section title={t('microphone.level.title')} colour={hue('voice')}>
      <LevelMeter />
      <TimeChart
        name="attune-level" span={span} range={[QUIETEST, 0]} unit="dB" digits={0} ticks={[-60, -40, -20, 0]} times={hops.map(({ at }) => at)}
        lines={[
          { label: t('microphone.level.level'), colour: hue('voice'), dash: [], mean: hops.map(({ stats }) => stats && Math.max(QUIETEST, stats.level)) },
          { label: t('microphone.level.room'), colour: 'var(--mantine-color-dimmed)', dash: [5, 4], mean: hops.map(({ stats }) => stats && Math.max(QUIETEST, stats.noiseFloor)) },
          { label: t('microphone.level.clipped'), colour: 'var(--mantine-color-red-6)', dash: [], dots: true, mean: hops.map(({ stats }) => (stats && stats.clipped > 0 ? -1 : null)) },
        ]}
      />
    </Section>
  );
}
