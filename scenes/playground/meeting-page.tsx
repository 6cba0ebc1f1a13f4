import { Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery, useReducedMotion } from '@mantine/hooks';
import type { Caption } from 'attune';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Captions } from './captions.tsx';
import { Composer } from './composer.tsx';
import { AvatarOnItsWay, Loading } from './loading.tsx';
import { useMeeting, useMeetingView } from './meeting-context.ts';
import { type AvatarChoice, shippedAvatar } from './avatar-choice.ts';
import { Panel, type PanelTab } from './panel/panel.tsx';
import { ProblemNotes } from './problem-notes.tsx';
import type { Query } from './query.ts';
import { StoppedPage } from './stopped-page.tsx';
import { TopBar } from './top-bar.tsx';
import { useVrSupport } from './use-vr-support.ts';
import classes from './meeting-page.module.css';

/** Three and everything that draws with it come only once somebody begins. */
const Stage = lazy(() => import('./stage/stage.tsx').then(({ Stage: component }) => ({ default: component })));

/** The room: the avatar in its middle, captions and one line to write on below, everything else one tap away. */
export function MeetingPage({ query, onAgain, onErase }: { query: Query; onAgain: () => void; onErase: () => void }) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const stage = useMeetingView((view) => view.stage);
  const wide = useMediaQuery('(min-width: 56em)', undefined, { getInitialValueInEffect: false });
  const [opened, { toggle, open, close }] = useDisclosure(false);
  const [tab, setTab] = useState<PanelTab>('senses');
  const [avatar, setAvatar] = useState<AvatarChoice>(() => shippedAvatar(query));
  const [correcting, setCorrecting] = useState<Caption | null>(null);
  const [wish, setWish] = useState<boolean | null>(null);
  const reduced = useReducedMotion(false, { getInitialValueInEffect: false });
  const still = wish ?? reduced;
  const vr = useVrSupport();
  useHotkeys([['Escape', close]], []);
  useEffect(() => meeting.agent.setMotion(still ? 0 : 1), [meeting, still]);

  if (stage !== 'live') return <StoppedPage onAgain={onAgain} onErase={onErase} />;
  const panel = (
    <Panel
      tab={tab} onTab={setTab} onClose={close} query={query} vr={vr}
      avatar={avatar} onAvatar={setAvatar} still={still} onStill={setWish}
    />
  );
  return (
    <div className={classes.page} data-sheet={opened && !wide}>
      <main className={classes.room}>
        <Suspense>
          <Stage query={query} choice={avatar} vr={vr === 'ready'} />
        </Suspense>
        <AvatarOnItsWay />
        <TopBar vr={vr} panelOpen={opened} onPanel={toggle} />
        <div className={classes.lower}>
          <div className={classes.notes}>
            <ProblemNotes onAvatar={() => {
              setTab('settings');
              open();
            }} onRetryAvatar={() => setAvatar((before) => ({ ...before, attempt: before.attempt + 1 }))} />
            <Loading />
          </div>
          <Captions onCorrect={(caption) => {
            if (!wide) close();
            setCorrecting(caption);
          }} />
          {(wide || !opened) && <Composer key={correcting?.id} correcting={correcting} onCorrected={() => setCorrecting(null)} />}
        </div>
      </main>
      {wide
        ? opened && <aside className={classes.aside} aria-label={t('panel.title')}>{panel}</aside>
        : (
          <Drawer.Root opened={opened} onClose={close} position="bottom" size="60dvh" padding={0} transitionProps={{ duration: still ? 0 : 200 }}>
            <Drawer.Overlay backgroundOpacity={0} />
            <Drawer.Content aria-label={t('panel.title')}><Drawer.Body h="100%">{panel}</Drawer.Body></Drawer.Content>
          </Drawer.Root>
        )}
    </div>
  );
}
