import { IconMicrophone, IconNotes, IconCamera } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentForm, ConsentSwitch } from '../shared/consent.tsx';
import { beginCollecting, type Collecting } from './collecting.ts';
import { CollectingContext } from './collecting-context.ts';
import { CollectPage } from './collect-page.tsx';

const NOTHING = { face: false, voice: false, words: false };

/** Consent first; then episodes and their labels. `assets=URL` and `lang=en|zh` in the address are as everywhere. */
export function Collect() {
  const { t } = useTranslation();
  const [collecting, setCollecting] = useState<Collecting | null>(null);
  const [allowed, setAllowed] = useState(NOTHING);
  useEffect(() => {
    document.title = `${t('gallery.collect.title')} · ${t('app.name')}`;
  }, [t]);
  const begin = (what: typeof NOTHING): void => setCollecting(beginCollecting(new URLSearchParams(location.search).get('assets') ?? '../attune/', what));
  const allow = (what: keyof typeof NOTHING) => (checked: boolean): void => setAllowed((before) => ({ ...before, [what]: checked }));
  if (collecting) return <CollectingContext value={collecting}><CollectPage /></CollectingContext>;
  return (
    <ConsentForm title={t('collect.consent.title')} what={t('collect.consent.what')} why={t('collect.consent.why')} choose={t('collect.consent.choose')} onBegin={() => begin(allowed)} onWithout={() => begin(NOTHING)}>
      <ConsentSwitch words="camera" icon={IconCamera} checked={allowed.face} onChange={allow('face')} />
      <ConsentSwitch words="microphone" icon={IconMicrophone} help={t('collect.consent.microphoneHelp')} checked={allowed.voice} onChange={allow('voice')} />
      <ConsentSwitch words="words" icon={IconNotes} help={t('collect.consent.wordsHelp')} checked={allowed.words} onChange={allow('words')} />
    </ConsentForm>
  );
}
