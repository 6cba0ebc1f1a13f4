import { Button, Card, Group, SegmentedControl } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '../../shared/save-file.ts';
import { usePulse } from '../../shared/use-pulse.ts';
import { LONGEST } from '../listening.ts';
import { useListening } from '../listening-context.ts';
import { MEASURED, measuredRows } from '../measured-rows.ts';
import { ActivityChart } from './activity-chart.tsx';
import { AffectChart } from './affect-chart.tsx';
import { LevelChart } from './level-chart.tsx';
import { PitchChart } from './pitch-chart.tsx';

/** How often each stretch of time is drawn again, per second: about as often as it moves by a pixel or two. */
const RATES = { 15: 10, 60: 6, [LONGEST]: 2 } as const;
type Stretch = keyof typeof RATES;
/** Whoever wants less motion gets a new picture once a second. */
const CALM = 1;

/** What is measured, over time; all charts show the same stretch of it. */
export function Charts() {
  const { t } = useTranslation();
  const { clock, measurements } = useListening();
  const reduced = useReducedMotion(false, { getInitialValueInEffect: false });
  const [stretch, setStretch] = useState<Stretch>(15);
  usePulse(clock, reduced ? CALM : RATES[stretch]);
  const { hops, readings } = measurements;
  // Time stands still while nothing is heard, so that what was measured stays in sight.
  const now = Math.max(stretch, hops.at(-1)?.at ?? 0);
  const span = [now - stretch, now] as const;
  return (
    <Card withBorder radius="lg" padding="md">
      <Group justify="space-between" gap="sm" mb="lg">
        <SegmentedControl
          size="xs" aria-label={t('microphone.stretch')} value={String(stretch)} onChange={(value) => setStretch(Number(value) as Stretch)}
          data={[['15', 'seconds15'], ['60', 'minute'], [String(LONGEST), 'minutes5']].map(([value = '', words = '']) => ({ value, label: t(`microphone.stretches.${words}`) }))}
        />
        <Button
          variant="default" size="compact-md" leftSection={<IconDownload size={16} aria-hidden />} disabled={readings.length === 0} data-testid="export"
          onClick={() => saveCsv('attune-voice.csv', MEASURED, measuredRows(readings))}
        >
          {t('microphone.export')}
        </Button>
      </Group>
      <LevelChart span={span} />
      <PitchChart span={span} />
      <ActivityChart span={span} />
      <AffectChart span={span} />
    </Card>
  );
}
