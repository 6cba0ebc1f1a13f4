import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { handOut } from './handle.ts';
import { readQuery } from './query.ts';
import { SpeechPage } from './speech-page.tsx';
import { beginVoicing } from './voicing.ts';
import { VoicingContext } from './voicing-context.ts';

const query = readQuery(location.search);
// No voice is fetched before something is to be said.
const voicing = beginVoicing(query);
handOut(voicing);

/** How a character's voice carries feeling. See query.ts for the address, handle.ts for the console. */
export function SpeechScene() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('gallery.speech.title')} · ${t('app.name')}`;
  }, [t]);
  return <VoicingContext value={voicing}><SpeechPage query={query} /></VoicingContext>;
}
