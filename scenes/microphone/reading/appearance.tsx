import { Card, Space, Text, Title } from '@mantine/core';
import { type Belief, certainty } from 'attune';
import { useTranslation } from 'react-i18next';
import { AXES } from '../../shared/course.ts';
import { EmotionList } from '../../shared/emotion-list.tsx';
import { Figures } from '../../shared/figures.tsx';
import { Unknown } from '../../shared/unknown.tsx';
import { useAppears } from '../../shared/use-appears.ts';
import { usePulse } from '../../shared/use-pulse.ts';
import { useListening } from '../listening-context.ts';

const asFigure = (belief: Belief): string | null => (certainty(belief) > 0.1 ? `${belief.mean.toFixed(2)} ± ${Math.sqrt(belief.variance).toFixed(2)}` : null);

/** How the voice appears now, in words before numbers; unknown is told as unknown. */
export function Appearance() {
  const { t } = useTranslation();
  const { agent, clock, measurements } = useListening();
  usePulse(clock, 3);
  const estimate = agent.state.affect.senses.voice ?? null;
  const appears = useAppears('microphone')(estimate);
  const ruled = measurements.utterances.at(-1)?.signals.at(-1)?.expression === null;
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="appearance">
      <Title order={2} size="h5" mb="xs">{t('microphone.appears.title')}</Title>
      {appears === null ? <Unknown /> : <Text fw={600} mb="sm" data-testid="appears">{appears}</Text>}
      {appears !== null && <EmotionList estimate={estimate} />}
      <Space h="sm" />
      <Figures rows={AXES.map((axis) => [t(`state.${axis}`), (estimate && asFigure(estimate[axis])) ?? t('state.unknown')])} />
      {ruled && <Text size="sm" c="dimmed" mt="xs" data-testid="no-model">{t('microphone.appears.noModel')}</Text>}
    </Card>
  );
}
