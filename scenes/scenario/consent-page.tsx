import { Alert, Loader } from '@mantine/core';
import type { ComplianceMode } from 'attune';
import { IconAlertCircle, IconCamera, IconMicrophone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentForm, ConsentSwitch } from '../shared/consent.tsx';
import type { OpenSense } from '../shared/senses.ts';
import type { PackId } from './packs/packs.ts';

interface ConsentPageProps {
  readonly pack: PackId;
  /** What may be read of the player. */
  readonly mode: ComplianceMode;
  readonly opening: boolean;
  /** Why the pack could not be opened. */
  readonly fault: string | null;
  readonly onBegin: (allowed: readonly OpenSense[]) => void;
}

/** What the scenario is, what is read and why, and which senses the player allows; none is needed. */
export function ConsentPage({ pack, mode, opening, fault, onBegin }: ConsentPageProps) {
  const { t } = useTranslation();
  const [camera, setCamera] = useState(false);
  const [microphone, setMicrophone] = useState(false);
  const reads = mode !== 'text-only';
  return (
    <ConsentForm
      title={t(`scenario.packs.${pack}.title`)} what={t(`scenario.consent.what.${mode}`)} why={t(`scenario.packs.${pack}.why`)} choose={t('scenario.consent.choose')}
      before={fault === null ? opening && <Loader size="sm" aria-label={t('scenario.opening')} /> : <Alert color="red" icon={<IconAlertCircle aria-hidden />} style={{ whiteSpace: 'pre-line' }}>{fault}</Alert>}
      onBegin={() => onBegin([...(camera && reads ? ['face' as const] : []), ...(microphone && reads ? ['voice' as const] : [])])} onWithout={() => onBegin([])}
    >
      {reads && <ConsentSwitch words="camera" icon={IconCamera} checked={camera} onChange={setCamera} />}
      {reads && <ConsentSwitch words="microphone" icon={IconMicrophone} checked={microphone} onChange={setMicrophone} />}
    </ConsentForm>
  );
}
