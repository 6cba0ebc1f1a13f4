import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AXES, type Axis, courseLine } from '../../shared/course.ts';
import { Section } from '../../shared/section.tsx';
import { TimeChart } from '../../shared/time-chart.tsx';
import type { Line } from '../../shared/uplot-options.ts';
import { useListening } from '../listening-context.ts';
import { type ChartProps, within } from './within.ts';

const STYLES = {
  valence: { colour: 'var(--sense-fused)', dash: [] },
  arousal: { colour: 'var(--attune-second)', dash: [5, 4] },
  dominance: { colour: 'var(--attune-third)', dash: [2, 3] },
} as const;

/** How the voice appeared to the agent, with how unsure it was. */
export function AffectChart({ span }: ChartProps) {
  const { t } = useTranslation();
  const { course, measurements } = useListening();
  const moments = within(course.moments, span);
  const line = (axis: Axis): Line => ({ label: t(`state.${axis}`), ...STYLES[axis], ...courseLine(moments, axis) });
  return (
    <Section title={t('microphone.affect.title')}>
      <TimeChart
        name="attune-affect" span={span} range={[-1, 1]} ticks={[-1, -0.5, 0, 0.5, 1]} times={moments.map(({ at }) => at)} stretches={measurements.utterances}
        lines={AXES.map(line)}
      />
      <Text size="xs" c="dimmed" mt="xs">{t('state.band')} {t('state.chartKeys')}</Text>
    </Section>
  );
}
