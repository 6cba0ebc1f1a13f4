import { Drawer, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery, useReducedMotion } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dock } from './dock.tsx';
import { DropVeil } from '../shared/drop-veil.tsx';
import type { Shot } from '../shared/stage/view.ts';
import { Label } from './label/label.tsx';
import { Panel } from './panel/panel.tsx';
import { type PanelPart, PART_SHOTS } from './panel/parts.ts';
import { ProblemNote } from './problem-note.tsx';
import type { Query } from './query.ts';
import { useRehearsal, useRehearsalView } from './rehearsal-context.ts';
import type { Orbiter } from './stage/orbiter.ts';
import { ViewButtons } from './stage/view-buttons.tsx';
import { TopBar } from './top-bar.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';
import classes from './avatars-page.module.css';

/** Three and everything that draws with it come after the page. */
const Stage = lazy(() => import('./stage/stage.tsx').then(({ Stage: component }) => ({ default: component })));

/** The avatar in its room, its label, and a panel with what it can be asked to do: beside it, or a sheet on a phone. */
export function AvatarsPage({ query }: { query: Query }) {
  const { t } = useTranslation();
  const { wishes } = useRehearsal();
  const wide = useMediaQuery('(min-width: 56em)', undefined, { getInitialValueInEffect: false });
  const reduced = useReducedMotion(false, { getInitialValueInEffect: false });
  const [opened, { open, close, toggle }] = useDisclosure(wide);
  // Beside the panel of a smaller screen an open label would stand before the face.
  const roomy = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  const [labelOpened, label] = useDisclosure(roomy);
  const [part, setPart] = useState<PanelPart>('feelings');
  const [shot, setShot] = useState<Shot>(PART_SHOTS.feelings);
  const [orbiter, setOrbiter] = useState<Orbiter | null>(null);
  const { rootProps, inputProps, over, choose } = useDroppedFiles();
  const go = useCallback((next: PanelPart) => {
    setPart(next);
    setShot(PART_SHOTS[next]);
  }, []);
  useEffect(() => wishes.setState({ still: reduced }), [reduced, wishes]);
  // Somebody's own file comes with its licence in sight.
  const stranger = useRehearsalView(({ shown }) => shown !== null && shown.character === null);
  const { open: openLabel } = label;
  useEffect(() => {
    if (stranger) openLabel();
  }, [stranger, openLabel]);
  useHotkeys([['Escape', close]], []);

  const panel = <Panel part={part} onPart={go} onClose={close} />;
  return (
    <div {...rootProps} className={classes.page} data-sheet={opened && !wide}>
      <input {...inputProps} data-testid="file" />
      <main className={classes.room}>
        <Suspense><Stage query={query} shot={shot} still={reduced} onOrbiter={setOrbiter} /></Suspense>
        <OnItsWay />
        <TopBar panelOpen={opened} onPanel={toggle} />
        <div className={classes.views}><ViewButtons shot={shot} onShot={setShot} orbiter={orbiter} /></div>
        <div className={classes.notes}><ProblemNote /></div>
        <div className={classes.lower}>
          {(wide || !opened) && <Label query={query} opened={labelOpened} onToggle={label.toggle} onFile={choose} />}
          {!wide && !opened && (
            <Dock onPart={(next) => {
              go(next);
              label.close();
              open();
            }} />
          )}
        </div>
        {over && <DropVeil title={t('avatars.drop.title')} text={t('avatars.drop.text')} />}
      </main>
      {wide
        ? opened && <aside className={classes.aside} aria-label={t('avatars.panel')}>{panel}</aside>
        : (
          <Drawer.Root opened={opened} onClose={close} position="bottom" size="56dvh" padding={0} transitionProps={{ duration: reduced ? 0 : 200 }}>
            <Drawer.Overlay backgroundOpacity={0} />
            <Drawer.Content aria-label={t('avatars.panel')}><Drawer.Body h="100%">{panel}</Drawer.Body></Drawer.Content>
          </Drawer.Root>
        )}
    </div>
  );
}

/** In the avatar's place while the first one is on its way; a thin line while another one comes. */
function OnItsWay() {
  const { t } = useTranslation();
  const share = useRehearsalView((view) => view.loading);
  const name = useRehearsalView((view) => view.choice.title);
  const alone = useRehearsalView((view) => view.shown === null);
  if (share === null) return null;
  const label = t('stage.preparing', { name });
  return (
    <Stack className={alone ? classes.middle : classes.line} align="center" gap="sm" role="status">
      <Text size={alone ? 'lg' : 'sm'}>{label}</Text>
      <Progress value={share * 100} size="sm" w={220} aria-label={label} />
    </Stack>
  );
}
