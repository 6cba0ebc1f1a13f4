import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hue } from '../../shared/senses.ts';
import { useMeeting, useMeetingView } from '../meeting-context.ts';

/** Takes the player's resting face on request, so that a face that looks sad at rest is not read as sad. */
export function RestingFace() {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const state = useMeetingView((view) => view.restingFace);
  const taking = typeof state === 'number';
  return (
    <Stack gap={6} data-testid="resting-face" data-state={taking ? 'taking' : state ?? 'none'}>
      <Text size="sm" role="status">{t(taking ? 'senses.resting.taking' : state === 'taken' ? 'senses.resting.taken' : 'senses.resting.help')}</Text>
      {taking && <Progress size={6} value={state * 100} color={hue('face')} aria-label={t('senses.resting.progress')} />}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" disabled={taking} onClick={meeting.calibrate} data-testid="calibrate">{t('senses.resting.take')}</Button>
        <Button size="compact-sm" variant="subtle" onClick={() => meeting.relearn('face')} data-testid="relearn">{t('senses.resting.forget')}</Button>
      </Group>
    </Stack>
  );
}
