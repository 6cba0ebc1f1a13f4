import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttuneProvider } from 'attune/react';
import { ConsentPage } from './consent-page.tsx';
import { handOut, takeBack } from './handle.ts';
import { beginMeeting, type Consent, type Meeting } from './meeting.ts';
import { MeetingContext } from './meeting-context.ts';
import { MeetingPage } from './meeting-page.tsx';
import { agentLanguage, readQuery } from './query.ts';
import { ErasedPage } from './stopped-page.tsx';

const query = readQuery(location.search);

/** Consent first; then a meeting, as often as the player likes. See query.ts for the address, handle.ts for the console. */
export function Playground() {
  const { t, i18n } = useTranslation();
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const [number, setNumber] = useState(0);
  const [erased, setErased] = useState(false);

  useEffect(() => {
    document.title = `${t('gallery.playground.title')} · ${t('app.name')}`;
  }, [t]);

  const begin = useCallback((consent: Consent) => {
    const begun = beginMeeting(query, agentLanguage(i18n.language), consent);
    handOut(begun);
    setMeeting(begun);
    setNumber((before) => before + 1);
  }, [i18n]);

  // A stopped agent takes no event any more, so it is let go of as a whole, with the console's handle on it.
  const erase = (): void => {
    meeting?.erase();
    takeBack();
    setMeeting(null);
    setErased(true);
  };

  if (erased) return <ErasedPage onAgain={() => setErased(false)} />;
  if (!meeting) return <ConsentPage onConsent={begin} />;
  return (
    <MeetingContext value={meeting} key={number}>
      <AttuneProvider agent={meeting.agent}>
        <MeetingPage query={query} onAgain={() => setMeeting(null)} onErase={erase} />
      </AttuneProvider>
    </MeetingContext>
  );
}
