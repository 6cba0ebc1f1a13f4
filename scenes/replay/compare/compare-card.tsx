import { Button, Card, FileButton, Group, NumberInput, Progress, Text, Title } from '@mantine/core';
import { IconFileUpload, IconSparkles, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SAMPLE_MINUTES } from '../query.ts';
import { useReplaying } from '../replaying-context.ts';
import { Failure } from '../session/session-card.tsx';

/** Another sample than the first one. */
const OTHER_SEED = 2;

/** A second session, drawn behind the first and moved in time until they fit. */
export function CompareCard() {
  const { t, i18n } = useTranslation();
  const { second, comparison } = useReplaying();
  const { state, name, progress, failure } = useStore(second.view);
  const shift = useStore(comparison.shift);
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="compare" data-state={state}>
      <Title order={2} size="h5">{t('replay.compare.title')}</Title>
      <Text size="sm" c="dimmed" mt={4}>{t('replay.compare.help')}</Text>
      {state === 'shown' && (
        <>
          <Group gap={8} mt="sm" wrap="nowrap">
            <svg width={22} height={6} aria-hidden><line x2={22} y1={3} y2={3} style={{ stroke: 'var(--attune-second)' }} strokeWidth={2} strokeDasharray="2 2" /></svg>
            <Text size="sm" fw={600} truncate="end">{name || t('replay.session.sample')}</Text>
          </Group>
          <NumberInput
            mt="sm" size="sm" label={t('replay.compare.shift')} value={Math.round(10 * shift) / 10} step={0.5} decimalScale={1} suffix=" s" data-testid="shift"
            onChange={(value) => comparison.set(Number(value))}
          />
        </>
      )}
      {state === 'reading' && <Progress value={100 * progress} mt="sm" transitionDuration={0} aria-label={t('replay.session.progress')} />}
      {failure && <Failure name={name} failure={failure} />}
      <Group gap="xs" mt="sm">
        <FileButton onChange={(file) => file && void second.open(file)}>
          {(props) => <Button {...props} variant="default" size="compact-md" leftSection={<IconFileUpload size={16} aria-hidden />} data-testid="compare-choose">{t('replay.compare.choose')}</Button>}
        </FileButton>
        {state === 'empty' || state === 'failed'
          ? <Button variant="default" size="compact-md" leftSection={<IconSparkles size={16} aria-hidden />} data-testid="compare-sample" onClick={() => void second.sample(SAMPLE_MINUTES, i18n.language === 'zh' ? 'zh' : 'en', OTHER_SEED)}>{t('replay.compare.make')}</Button>
          : <Button variant="default" size="compact-md" leftSection={<IconX size={16} aria-hidden />} data-testid="compare-end" onClick={second.clear}>{t(state === 'reading' ? 'text.table.cancel' : 'replay.compare.end')}</Button>}
      </Group>
    </Card>
  );
}
