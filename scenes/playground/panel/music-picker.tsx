import { Select } from '@mantine/core';
import { AMBIENCE_VOLUMES, type AmbienceVolume } from 'attune/browser';
import { useTranslation } from 'react-i18next';
import { useMeeting, useMeetingView } from '../meeting-context.ts';

/** How loud the music is. */
export function MusicPicker() {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const music = useMeetingView((view) => view.music);
  return (
    <Select
      label={t('settings.music')} description={t('settings.musicHelp')} allowDeselect={false} data-testid="music"
      data={AMBIENCE_VOLUMES.map((value) => ({ value, label: t(`settings.volumes.${value}`) }))} value={music}
      onChange={(value) => meeting.chooseMusic(value as AmbienceVolume)}
    />
  );
}
