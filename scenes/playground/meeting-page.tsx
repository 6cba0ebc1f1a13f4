import { Drawer } from '@mantine/core';
import { useHotkeys, useMediaQuery, useReducedMotion } from '@mantine/hooks';
import type { Caption } from 'attune';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useXrSupport } from '../shared/use-xr-support.ts';
import { Captions } from './captions.tsx';
import type { Who } from './characters/characters.ts';
import { Composer } from '../shared/talk/composer.tsx';
import { ComposerControls } from './composer-controls.tsx';
import { TranscriptView } from './conversation/transcript-view.tsx';
import { HealthLine } from '../shared/health/health-line.tsx';
import { HelpCard } from './help/help-card.tsx';
import { AvatarOnItsWay, Loading } from './loading.tsx';
import { useMeeting, useMeetingView } from './meeting-context.ts';
import { type AvatarChoice, shippedAvatar } from './avatar-choice.ts';
import { Panel, type PanelTab } from './panel/panel.tsx';
import { ProblemNotes } from './problem-notes.tsx';
import type { Query } from './query.ts';
import { StoppedPage } from './stopped-page.tsx';
import { TopBar } from './top-bar.tsx';
import classes from './meeting-page.module.css';

/** Three and everything that draws with it come only once somebody begins. */
const Stage = lazy(() => import('./stage/stage.tsx').then(({ Stage: component }) => ({ default: component })));

interface MeetingPageProps {
  readonly query: Query;
  /** Meets somebody else. */
  readonly onWho: (who: Who) => void;
  readonly onAgain: () => void;
  readonly onErase: () => void;
}

/** What stands beside the room, or over it on a phone. */
type Aside = 'panel' | 'transcript';

/** The room: the avatar in its middle, captions and one line to write on below, everything else one tap away. */
export function MeetingPage({ query, onWho, onAgain, onErase }: MeetingPageProps) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const stage = useMeetingView((view) => view.stage);
  const wide = useMediaQuery('(min-width: 56em)', undefined, { getInitialValueInEffect: false });
  const [aside, setAside] = useState<Aside | null>(null);
  const [tab, setTab] = useState<PanelTab>('senses');
  const [avatar, setAvatar] = useState<AvatarChoice>(() => shippedAvatar(query, meeting.who));
  const [correcting, setCorrecting] = useState<Caption | null>(null);
  const [wish, setWish] = useState<boolean | null>(null);
  const reduced = useReducedMotion(false, { getInitialValueInEffect: false });
  const still = wish ?? reduced;
  const vr = useXrSupport('immersive-vr');
  const close = (): void => setAside(null);
  useHotkeys([['Escape', close]], []);
  useEffect(() => meeting.agent.setMotion(still ? 0 : 1), [meeting, still]);

  if (stage !== 'live') return <StoppedPage query={query} onAgain={onAgain} onErase={onErase} />;
  const opened = aside !== null;
  const title = t(aside === 'transcript' ? 'transcript.title' : 'panel.title');
  const showTab = (next: PanelTab): void => {
    setTab(next);
    setAside('panel');
  };
  const correct = (caption: Caption): void => {
    if (!wide) close();
    setCorrecting(caption);
  };
  const shown = aside === 'transcript' ? <TranscriptView onClose={close} onCorrect={correct} /> : (
    <Panel
      tab={tab} onTab={setTab} onClose={close} query={query} vr={vr}
      avatar={avatar} onAvatar={setAvatar} onWho={onWho} still={still} onStill={setWish}
    />
  );
  return (
    <div className={classes.page} data-sheet={opened && !wide ? aside : undefined}>
      <main className={classes.room}>
        <Suspense>
          <Stage query={query} choice={avatar} vr={vr === 'ready'} />
        </Suspense>
        <AvatarOnItsWay />
        <TopBar vr={vr} panelOpen={aside === 'panel'} onPanel={() => setAside(aside === 'panel' ? null : 'panel')} />
        <div className={classes.lower}>
          <div className={classes.notes}>
            {/* There is no room for it beside an open sheet. */}
            {(wide || !opened) && <HelpCard onCountry={() => showTab('settings')} />}
            <ProblemNotes onAvatar={() => showTab('settings')} onRetryAvatar={() => setAvatar((before) => ({ ...before, attempt: before.attempt + 1 }))} />
            <HealthLine />
            <Loading />
          </div>
          {(wide || aside !== 'transcript') && <Captions onCorrect={correct} onWhole={aside === 'transcript' ? null : () => setAside('transcript')} onWords={() => showTab('settings')} />}
          {(wide || !opened) && <Composer key={correcting?.id} correcting={correcting} onCorrected={() => setCorrecting(null)}><ComposerControls /></Composer>}
        </div>
      </main>
      {wide
        ? opened && <aside className={classes.aside} aria-label={title}>{shown}</aside>
        : (
          <Drawer.Root opened={opened} onClose={close} position="bottom" size={aside === 'transcript' ? '72dvh' : '60dvh'} padding={0} transitionProps={{ duration: still ? 0 : 200 }}>
            <Drawer.Overlay backgroundOpacity={0} />
            <Drawer.Content aria-label={title}><Drawer.Body h="100%">{shown}</Drawer.Body></Drawer.Content>
          </Drawer.Root>
        )}
    </div>
  );
}
