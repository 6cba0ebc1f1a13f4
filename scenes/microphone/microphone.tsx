import { AttuneProvider } from 'attune/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentPage } from './consent-page.tsx';
import { handOut } from './handle.ts';
import { beginListening, type Listening } from './listening.ts';
import { ListeningContext } from './listening-context.ts';
import { MicrophonePage } from './microphone-page.tsx';
import { readQuery } from './query.ts';

const { assets } = readQuery(location.search);

/** Consent first; then what is heard in a voice. See query.ts for the address, handle.ts for the console. */
export function Microphone() {
  const { t } = useTranslation();
  const [listening, setListening] = useState<Listening | null>(null);

  useEffect(() => {
    document.title = `${t('gallery.microphone.title')} · ${t('app.name')}`;
  }, [t]);

  const begin = (microphone: boolean, device: string | null): void => {
    const begun = beginListening(assets, microphone, device);
    handOut(begun);
    setListening(begun);
  };

  if (!listening) return <ConsentPage onBegin={begin} />;
  return (
    <ListeningContext value={listening}>
      <AttuneProvider agent={listening.agent}><MicrophonePage /></AttuneProvider>
    </ListeningContext>
  );
}
