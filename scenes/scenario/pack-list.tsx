import { Anchor, Card, Container, Group, SimpleGrid, Text, ThemeIcon, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { Wordmark } from '../shared/wordmark.tsx';
import { PACK_IDS, PACKS } from './packs/packs.ts';
import classes from './pack-list.module.css';

/** All scenarios, where none is named in the address. */
export function PackList() {
  const { t } = useTranslation();
  const query = new URLSearchParams(location.search);
  return (
    <Container size="md" py="lg">
      <a className="skip" href="#packs">{t('app.skip')}</a>
      <Group component="header" justify="space-between" mb={{ base: 32, sm: 56 }}>
        <Wordmark home="../" />
        <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
      </Group>
      <main>
        <Title order={1} fz={{ base: 30, sm: 40 }}>{t('scenario.title')}</Title>
        <Text size="lg" c="dimmed" mt="sm" mb="xl" maw={620}>{t('scenario.lead')}</Text>
        <SimpleGrid id="packs" component="section" aria-label={t('scenario.title')} cols={{ base: 1, sm: 2 }} spacing="lg">
          {PACK_IDS.map((id) => {
            const { icon: PackIcon } = PACKS[id];
            const there = new URLSearchParams(query);
            there.set('pack', id);
            return (
              <Card key={id} component="article" withBorder padding="lg" radius="lg" className={classes.card} data-testid={`pack-${id}`}>
                <Group wrap="nowrap" align="flex-start">
                  <ThemeIcon size={44} radius="xl" variant="light"><PackIcon size={24} aria-hidden /></ThemeIcon>
                  <div>
                    <Title order={2} size="h4"><Anchor href={`?${there.toString()}`} inherit c="inherit" underline="never" className={classes.link}>{t(`scenario.packs.${id}.title`)}</Anchor></Title>
                    <Text mt={4}>{t(`scenario.packs.${id}.line`)}</Text>
                  </div>
                </Group>
              </Card>
            );
          })}
        </SimpleGrid>
      </main>
    </Container>
  );
}
