import { Alert, Container, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DropVeil } from '../shared/drop-veil.tsx';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { CompareCard } from './compare/compare-card.tsx';
import { EventsCard } from './events/events-card.tsx';
import { NotesCard } from './notes/notes-card.tsx';
import { OpenedNotes } from './notes/opened-notes.tsx';
import { NowCard } from './now/now-card.tsx';
import { useReplaying } from './replaying-context.ts';
import { SessionCard } from './session/session-card.tsx';
import { TimelineCard } from './timeline/timeline-card.tsx';
import { TopBar } from './top-bar.tsx';
import { useSessionFiles } from './use-session-files.ts';
import classes from './replay-page.module.css';

/** A session and its time line on one side; the moment that is looked at, notes and comparison on the other. */
export function ReplayPage() {
  const { t } = useTranslation();
  const { rootProps, inputProps, over, choose, tooMany, forgetTooMany } = useSessionFiles();
  const trace = useStore(useReplaying().first.view, (view) => view.trace);
  return (
    <div {...rootProps} className={classes.page}>
      <a className="skip" href="#content">{t('app.skip')}</a>
      <TopBar />
      <Container component="main" id="content" size={1800} py="md">
        <input {...inputProps} data-testid="file" />
        <Group justify="space-between" gap="sm" mb="md">
          <div>
            <Title order={1} fz={{ base: 28, sm: 34 }}>{t('gallery.replay.title')}</Title>
            <Text c="dimmed">{t('replay.lead')}</Text>
            <Text size="sm" c="dimmed">{t('replay.stays')}</Text>
          </div>
          <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
        </Group>
        <Stack>
          <SessionCard onChoose={choose} />
          {tooMany !== null && (
            <Alert variant="default" radius="lg" icon={<IconAlertCircle aria-hidden />} data-testid="too-many" title={t('replay.drop.tooMany', { files: tooMany })} withCloseButton closeButtonLabel={t('replay.notes.opened.close')} onClose={forgetTooMany}>
              <Text size="sm">{t('replay.drop.atMost')}</Text>
            </Alert>
          )}
          <OpenedNotes />
          {trace && (
            <div className={classes.grid}>
              <TimelineCard trace={trace} />
              <Stack className={classes.aside}>
                <NowCard trace={trace} />
                <NotesCard />
                <CompareCard />
              </Stack>
              <EventsCard trace={trace} />
            </div>
          )}
        </Stack>
      </Container>
      {over && <div className={classes.veil}><DropVeil title={t('replay.drop.title')} text={t('replay.drop.text')} /></div>}
    </div>
  );
}
