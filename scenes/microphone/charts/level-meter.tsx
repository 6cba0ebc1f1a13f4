import { Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import { decibels, loudnessShare, QUIETEST } from '../../shared/measures.ts';
import { useListening } from '../listening-context.ts';
import classes from './level-meter.module.css';

/** A clipped moment is too short to be seen unless its sign stays on, in seconds. */
const HELD = 2;

/** The level now, where the room ends, and a sign when the sound was cut off. */
export function LevelMeter() {
  const { t } = useTranslation();
  const { measurements: { hops } } = useListening();
  const live = useAgentState(({ senses }) => senses.voice.status === 'live');
  const stats = (live && hops.at(-1)?.stats) || null;
  const clipped = live && hops.slice(-HELD * 16).some((hop) => hop.stats !== null && hop.stats.clipped > 0);
  return (
    <>
      <div
        className={classes.track} role="meter" aria-label={t('senses.level')} aria-valuemin={QUIETEST} aria-valuemax={0} data-testid="level"
        aria-valuenow={Math.round(Math.max(QUIETEST, stats?.level ?? QUIETEST))} aria-valuetext={stats ? decibels(stats.level) : t('state.nothing')}
      >
        {stats && <div className={classes.level} style={{ width: `${loudnessShare(stats.level) * 100}%` }} />}
        {stats && <div className={classes.room} style={{ insetInlineStart: `${loudnessShare(stats.noiseFloor) * 100}%` }} />}
      </div>
      <Group justify="space-between" gap="xs" mt={4} mb="xs" mih={26}>
        <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {stats ? t('microphone.level.now', { level: decibels(stats.level), room: decibels(stats.noiseFloor) }) : t('microphone.nothing')}
        </Text>
        {clipped && <Badge color="red" variant="light" tt="none" leftSection={<IconAlertTriangle size={13} aria-hidden />} data-testid="clipped">{t('microphone.level.tooLoud')}</Badge>}
      </Group>
    </>
  );
}
