import { Group, Progress, Text } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconClock, IconPlayerPlayFilled, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clockFace } from '../../shared/uplot-options.ts';
import type { SoundFile } from '../sound-file.ts';

const ICONS = { waiting: IconClock, decoding: IconClock, playing: IconPlayerPlayFilled, read: IconCheck, stopped: IconPlayerStop, failed: IconAlertCircle };

/** One file: its name, how far it has come, and why it could not be read. */
export function FileRow({ file: { name, state, length, position, failure } }: { file: SoundFile }) {
  const { t } = useTranslation();
  const StateIcon = ICONS[state];
  return (
    <li data-testid="file-row" data-state={state}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <StateIcon size={16} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm" truncate="end" miw={0} title={name}>{name}</Text>
            <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
              {length !== null && state === 'playing' ? t('microphone.files.position', { position: clockFace(position), length: clockFace(length) }) : t(`microphone.files.states.${state}`)}
            </Text>
          </Group>
          {state === 'playing' && <Progress size={4} mt={4} value={(100 * position) / (length || 1)} transitionDuration={0} aria-label={t('microphone.files.progress', { name })} />}
          {failure && <Text size="sm" mt={2} role="alert">{t(`microphone.files.failures.${failure}`, { name })}</Text>}
        </div>
      </Group>
    </li>
  );
}
