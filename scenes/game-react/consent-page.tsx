import { IconCamera, IconMicrophone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentForm, ConsentSwitch } from '../shared/consent.tsx';
import type { OpenSense } from '../shared/senses.ts';

/** What happens here, and which senses the player allows; none is needed. */
export function ConsentPage({ onBegin }: { readonly onBegin: (allowed: readonly OpenSense[]) => void }) {
  const { t } = useTranslation();
  const [camera, setCamera] = useState(false);
  const [microphone, setMicrophone] = useState(false);
  return (
    <ConsentForm
      title={t('inn.consent.title')} what={t('inn.consent.what')} why={t('inn.consent.why')} choose={t('inn.consent.choose')}
      onBegin={() => onBegin([...(camera ? ['face' as const] : []), ...(microphone ? ['voice' as const] : [])])} onWithout={() => onBegin([])}
    >
      <ConsentSwitch words="camera" icon={IconCamera} checked={camera} onChange={setCamera} />
      <ConsentSwitch words="microphone" icon={IconMicrophone} checked={microphone} onChange={setMicrophone} />
    </ConsentForm>
  );
}
