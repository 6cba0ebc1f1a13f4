import { Stack } from '@mantine/core';
import { IconCamera, IconMicrophone, IconNotes } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentForm, ConsentSwitch } from '../shared/consent.tsx';
import { DevicePicker } from '../shared/device-picker.tsx';
import { AGENT_NAME, type Consent } from './meeting.ts';

const NOTHING: Consent = { face: false, voice: false, words: false, devices: { face: null, voice: null } };
const CHOICES = [['face', 'camera', IconCamera], ['voice', 'microphone', IconMicrophone], ['words', 'words', IconNotes]] as const;

/** Which senses the player allows. */
export function ConsentPage({ onConsent }: { onConsent: (consent: Consent) => void }) {
  const { t } = useTranslation();
  const [consent, setConsent] = useState(NOTHING);
  const name = AGENT_NAME;
  const setDevice = (sense: 'face' | 'voice') => (id: string | null) => setConsent((before) => ({ ...before, devices: { ...before.devices, [sense]: id } }));
  return (
    <ConsentForm
      title={t('consent.title', { name })} what={t('consent.what', { name })} why={t('consent.why')} choose={t('consent.choose')}
      onBegin={() => onConsent(consent)} onWithout={() => onConsent(NOTHING)}
    >
      {CHOICES.map(([key, words, icon]) => (
        <Stack key={key} gap="xs">
          <ConsentSwitch words={words} icon={icon} checked={consent[key]} onChange={(checked) => setConsent((before) => ({ ...before, [key]: checked }))} />
          {key !== 'words' && consent[key] && <DevicePicker sense={key} value={consent.devices[key]} onChange={setDevice(key)} />}
        </Stack>
      ))}
    </ConsentForm>
  );
}
