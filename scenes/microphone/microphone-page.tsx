import { Container, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DropVeil } from '../shared/drop-veil.tsx';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { Charts } from './charts/charts.tsx';
import { ProblemNotes } from './problem-notes.tsx';
import { LastUtterance } from './reading/last-utterance.tsx';
import { Appearance } from './reading/appearance.tsx';
import { SpokenWords } from './reading/spoken-words.tsx';
import { FilesCard } from './sources/files-card.tsx';
import { MicrophoneCard } from './sources/microphone-card.tsx';
import { TopBar } from './top-bar.tsx';
import { useSoundFiles } from './use-sound-files.ts';
import classes from './microphone-page.module.css';

/** Where the voice comes from, what is measured in it, and how it appears. */
export function MicrophonePage() {
  const { t } = useTranslation();
  const { rootProps, inputProps, over, choose } = useSoundFiles();
  return (
    <div {...rootProps} className={classes.page}>
      <a className="skip" href="#content">{t('app.skip')}</a>
      <TopBar />
      <Container component="main" id="content" size={1440} py="md">
        <input {...inputProps} data-testid="file" />
        <Group justify="space-between" gap="sm" mb="md">
          <div>
            <Title order={1} fz={{ base: 28, sm: 34 }}>{t('gallery.microphone.title')}</Title>
            <Text c="dimmed">{t('microphone.lead')}</Text>
          </div>
          <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
        </Group>
        <div className={classes.grid}>
          <Stack className={classes.sources}>
            <ProblemNotes />
            <MicrophoneCard />
            <FilesCard onChoose={choose} />
          </Stack>
          <div className={classes.charts}><Charts /></div>
          <Stack className={classes.reading}>
            <Appearance />
            <SpokenWords />
            <LastUtterance />
          </Stack>
        </div>
      </Container>
      {over && <div className={classes.veil}><DropVeil title={t('microphone.drop.title')} text={t('microphone.drop.text')} /></div>}
    </div>
  );
}
