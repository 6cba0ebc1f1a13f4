import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttuneProvider } from 'attune/react';
import { FIRST, meetable, type Who } from './characters/characters.ts';
import { ConsentPage } from './consent-page.tsx';
import { handOut, takeBack } from './handle.ts';
import { beginMeeting, type Consent, type Meeting } from './meeting.ts';
import { MeetingContext } from './meeting-context.ts';
import { MeetingPage } from './meeting-page.tsx';
import { agentLanguage, readQuery } from './query.ts';
import { ErasedPage } from './stopped-page.tsx';

const query = readQuery(location.search, navigator.languages);

/** Only researchers need it. */
const ResearchersDesk = lazy(async () => {
  const [{ DeskPage }, { createDesk }] = await Promise.all([import('./study/desk-page.tsx'), import('./study/desk-store.ts')]);
  const desk = createDesk();
  return { default: () => <DeskPage desk={desk} /> };
});

/** See query.ts for the address, handle.ts for the console. */
export function Playground() {
  return query.desk ? <Suspense><ResearchersDesk /></Suspense> : <Meetings />;
}

/** Consent first; then a meeting, as often as the player likes. */
function Meetings() {
  const { t, i18n } = useTranslation();
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const [number, setNumber] = useState(0);
  const [erased, setErased] = useState(false);
  const [who, setWho] = useState<Who>(FIRST);
  const [consent, setConsent] = useState<Consent | null>(null);
  /** The country that was chosen last holds for the next meeting, too. */
  const locale = useRef(query.locale);

  useEffect(() => {
    document.title = `${t('gallery.playground.title')} · ${t('app.name')}`;
  }, [t]);

  useEffect(() => {
    // Where the address asks for somebody who is not here, Mira is.
    void meetable(query.character, query.assets).then(setWho, () => undefined);
  }, []);

  const begin = useCallback((allowed: Consent, whom: Who) => {
    const begun = beginMeeting({ ...query, locale: locale.current }, agentLanguage(i18n.language), allowed, whom);
    begun.view.subscribe((view) => (locale.current = view.locale));
    handOut(begun);
    setConsent(allowed);
    setMeeting(begun);
    setNumber((before) => before + 1);
  }, [i18n]);

  /** A new meeting with somebody else, by what was allowed before. */
  const meetAnother = (whom: Who): void => {
    setWho(whom);
    if (!meeting || !consent) return;
    const { face, voice } = meeting.agent.state.senses;
    const open = (status: string): boolean => status === 'live' || status === 'starting';
    const { devices } = meeting.view.getState();
    void meeting.stop();
    begin({ ...consent, face: open(face.status), voice: open(voice.status), words: meeting.log.view.getState().words, memory: meeting.memory.span === 'device', devices }, whom);
  };

  // A stopped agent takes no event any more, so it is let go of as a whole, with the console's handle on it.
  const erase = (): void => {
    meeting?.erase();
    takeBack();
    setMeeting(null);
    setErased(true);
  };

  if (erased) return <ErasedPage onAgain={() => setErased(false)} />;
  if (!meeting) return <ConsentPage mode={query.mode} remembers={query.remembers} people={query.people} who={who} assets={query.assets} onWho={setWho} onConsent={(allowed) => begin(allowed, who)} />;
  return (
    <MeetingContext value={meeting} key={number}>
      <AttuneProvider agent={meeting.agent}>
        <MeetingPage query={query} onWho={meetAnother} onAgain={() => setMeeting(null)} onErase={erase} />
      </AttuneProvider>
    </MeetingContext>
  );
}
