import { Anchor, Container, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { Wordmark } from '../shared/wordmark.tsx';
import { SceneCard } from './scene-card.tsx';
import { SCENES } from './scenes.ts';

export function Gallery() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('app.name')} · ${t('gallery.title')}`;
  }, [t]);
  return (
    <Container size="lg" py="lg">
      <a className="skip" href="#scenes">{t('app.skip')}</a>
      <Group component="header" justify="space-between" mb={{ base: 40, sm: 72 }}>
        <Wordmark />
        <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
      </Group>
      <main>
        <Title order={1} fz={{ base: 34, sm: 48 }} lh={1.15} maw={640}>{t('gallery.title')}</Title>
        <Text size="lg" c="dimmed" mt="sm" mb={{ base: 32, sm: 48 }} maw={620}>{t('gallery.lead')}</Text>
        <SimpleGrid id="scenes" component="section" aria-label={t('gallery.scenes')} cols={{ base: 1, sm: 2 }} spacing="xl">
          {SCENES.map((scene) => <SceneCard key={scene.id} scene={scene} />)}
        </SimpleGrid>
      </main>
      <Group component="footer" mt={{ base: 48, sm: 72 }}><Anchor href="THIRD-PARTY-LICENSES.txt" size="sm" c="dimmed">{t('gallery.licences')}</Anchor></Group>
    </Container>
  );
}
