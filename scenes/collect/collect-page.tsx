import { Container, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { AdaptCard } from './adapt-card.tsx';
import { CaptureCard } from './capture/capture-card.tsx';
import { useCollecting } from './collecting-context.ts';
import { EpisodesCard } from './episodes/episodes-card.tsx';
import { FolderCard } from './folder-card.tsx';
import { RatersCard } from './raters/raters-card.tsx';
import { TopBar } from './top-bar.tsx';
import classes from './collect-page.module.css';

/** Capturing on one side; on the other what was collected, what others say of it, and what is learnt from it. */
export function CollectPage() {
  const { t } = useTranslation();
  const { problems } = useCollecting();
  const list = useStore(problems.list);
  return (
    <>
      <a className="skip" href="#content">{t('app.skip')}</a>
      <TopBar />
      <Container component="main" id="content" size={1200} py="md">
        <Group justify="space-between" gap="sm" mb="md" align="start">
          <div className={classes.lead}>
            <Title order={1} fz={{ base: 28, sm: 34 }}>{t('gallery.collect.title')}</Title>
            <Text c="dimmed" maw="44rem">{t('collect.lead')}</Text>
          </div>
          <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
        </Group>
        <div className={classes.grid}>
          <Stack>
            {list.slice(-2).map((problem) => <ProblemNote key={problem.id} problem={problem} remedies={[]} onDismiss={() => problems.dismiss(problem.id)} />)}
            <CaptureCard />
            <AdaptCard />
          </Stack>
          <Stack>
            <EpisodesCard />
            <RatersCard />
            <FolderCard />
          </Stack>
        </div>
      </Container>
    </>
  );
}
