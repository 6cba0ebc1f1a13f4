import { Container, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { ComposerCard } from './composer-card.tsx';
import { Notes } from './notes.tsx';
import type { Query } from './query.ts';
import { StageCard } from './stage/stage-card.tsx';
import { TimelineCard } from './timeline/timeline-card.tsx';
import { ToneCard } from './tone/tone-card.tsx';
import { TopBar } from './top-bar.tsx';
import classes from './speech-page.module.css';

/** What is said and what it looks like on one side; who says it and how on the other. */
export function SpeechPage({ query }: { query: Query }) {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <a className="skip" href="#content">{t('app.skip')}</a>
      <TopBar />
      <Container component="main" id="content" size={1440} py="md">
        <Group justify="space-between" gap="sm" mb="md">
          <div>
            <Title order={1} fz={{ base: 28, sm: 34 }}>{t('gallery.speech.title')}</Title>
            <Text c="dimmed">{t('speech.lead')}</Text>
          </div>
          <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
        </Group>
        <div className={classes.grid}>
          <Stack><ComposerCard /><Notes /></Stack>
          <Stack className={classes.aside}><StageCard query={query} /><ToneCard /></Stack>
          <div className={classes.picture}><TimelineCard /></div>
        </div>
      </Container>
    </div>
  );
}
