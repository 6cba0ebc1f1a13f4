import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttuneProvider } from 'attune/react';
import { ConsentPage } from './consent-page.tsx';
import { handOut } from './handle.ts';
import { beginMeeting, type Consent, type Meeting } from './meeting.ts';
import { MeetingContext } from './meeting-context.ts';
import { MeetingPage } from './meeting-page.tsx';
import { agentLanguage, readQuery } from './query.ts';

const query = readQuery(location.search);

/** Consent first; then a meeting, as often as the player likes. See query.ts for the address, handle.ts for the console. */
export function Playground() {
  const { t, i18n } = useTranslation();
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const [number, setNumber] = useState(0);

  useEffect(() => {
    document.title = `${t('gallery.playground.title')} · ${t('app.name')}`;
  }, [t]);

  const begin = useCallback((consent: Consent) => {
    const begun = beginMeeting(query, agentLanguage(i18n.language), consent);
    handOut(begun);
    setMeeting(begun);
    setNumber((before) => before + 1);
  }, [i18n]);

  if (!meeting) return <ConsentPage onConsent={begin} />;
  return (
    <MeetingContext value={meeting} key={number}>
      <AttuneProvider agent={meeting.agent}>
        <MeetingPage query={query} onAgain={() => setMeeting(null)} />
      </AttuneProvider>
    </MeetingContext>
  );
}
