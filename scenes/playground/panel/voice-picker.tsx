import { Loader, Select, Stack, Text } from '@mantine/core';
import { LANGUAGES } from 'attune';
import { useTranslation } from 'react-i18next';
import { useMeeting, useMeetingView } from '../meeting-context.ts';
import { speakerOf, VOICE_CHOICES, type VoiceChoice } from '../voice-choice.ts';

/** Which voice speaks, where it runs, and who says what it can't. */
export function VoicePicker() {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const voice = useMeetingView((view) => view.voice);
  const preparing = useMeetingView((view) => view.loading.speech !== undefined);
  const { voices } = meeting;
  const speakers = voices ? LANGUAGES.map((language) => speakerOf(voices, language)) : [];
  const offered = VOICE_CHOICES.filter((each) => each !== 'browser' || (voices?.browser.voices().length ?? 0) > 0 || voice === 'browser');
  return (
    <Stack gap={4}>
      <Select
        label={t('settings.voice')} description={t('settings.voiceHelp')} allowDeselect={false} rightSection={preparing ? <Loader size={16} /> : undefined} data-testid="voice-choice"
        data={offered.map((value) => ({ value, label: t(`settings.voices.${value}`) }))} value={voice}
        onChange={(value) => meeting.chooseVoice(value as VoiceChoice)}
      />
      {speakers.map(({ language, by, name }) => (
        <Text key={language} size="xs" c="dimmed" data-testid={`speaker-${language}`}>{t(`settings.speakers.${by}`, { language: t(`settings.spoken.${language}`), name })}</Text>
      ))}
      {speakers.some(({ by }) => by === 'browser') && <Text size="xs" c="dimmed">{t('settings.voiceDeafens')}</Text>}
    </Stack>
  );
}
