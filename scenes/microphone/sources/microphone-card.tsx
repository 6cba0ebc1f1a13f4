import { Card, Group, Progress, Stack, Switch, Text, Title } from '@mantine/core';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import { DevicePicker } from '../../shared/device-picker.tsx';
import { useListening, useListeningView } from '../listening-context.ts';

/** The microphone: on or off, which one, and what is missing where there is none. */
export function MicrophoneCard() {
  const { t } = useTranslation();
  const listening = useListening();
  const sense = useAgentState(({ senses }) => senses.voice);
  const { source, device, loading } = useListeningView((view) => view);
  const chosen = source === 'microphone';
  const status = chosen ? sense.status : 'off';
  const on = status === 'live' || status === 'starting';
  return (
    <Card withBorder radius="lg" padding="md" component="section">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h5">{t('microphone.source')}</Title>
        <Switch
          checked={on} label={t(`senses.status.${status}`)} labelPosition="left" data-testid="microphone" aria-label={`${t('microphone.source')}: ${t(on ? 'senses.turnOff' : 'senses.turnOn')}`}
          onChange={() => void (on ? listening.closeMicrophone() : listening.openMicrophone())}
        />
      </Group>
      <Stack gap="sm" mt="xs">
        {chosen && <DevicePicker key={status} sense="voice" value={device} onChange={(id) => void listening.openMicrophone(id)} />}
        <Text size="sm" c="dimmed">{t(source === 'files' ? 'microphone.rests' : on ? 'microphone.listening' : status === 'off' ? 'microphone.off' : 'microphone.without')}</Text>
        {status === 'starting' && loading !== null && <Progress value={loading * 100} size="xs" aria-label={t('stage.hearing')} />}
      </Stack>
    </Card>
  );
}
