import { IconEar, IconMicrophone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentForm, ConsentSwitch } from '../shared/consent.tsx';
import { DevicePicker } from '../shared/device-picker.tsx';

/** Whether the microphone may be used. Files can be read without it. */
export function ConsentPage({ onBegin }: { onBegin: (microphone: boolean, device: string | null) => void }) {
  const { t } = useTranslation();
  const [allowed, setAllowed] = useState(false);
  const [device, setDevice] = useState<string | null>(null);
  return (
    <ConsentForm
      title={t('microphone.consent.title')} what={t('microphone.consent.what')} whatIcon={IconEar} why={t('microphone.consent.why')} choose={t('microphone.consent.choose')}
      onBegin={() => onBegin(allowed, device)} onWithout={() => onBegin(false, null)}
    >
      <ConsentSwitch words="microphone" icon={IconMicrophone} checked={allowed} onChange={setAllowed} />
      {allowed && <DevicePicker sense="voice" value={device} onChange={setDevice} />}
    </ConsentForm>
  );
}
