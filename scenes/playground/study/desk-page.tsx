import { Badge, Button, Card, Center, Container, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LanguageSwitch } from '../../shared/language-switch.tsx';
import { ThemeSwitch } from '../../shared/theme-switch.tsx';
import { Wordmark } from '../../shared/wordmark.tsx';
import { ChoiceCard } from './choice-card.tsx';
import type { Desk } from './desk-store.ts';
import type { DeskView } from './desk-link.ts';
import { DeskConversation } from './desk-conversation.tsx';
import classes from './desk-page.module.css';

/** Where a researcher sees a meeting in another tab of this browser, and decides what the character does. */
export function DeskPage({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('desk.title')} · ${t('app.name')}`;
  }, [t]);
  return (
    <Container size={1240} py="md">
      <Group component="header" justify="space-between" mb="md">
        <Wordmark home="../" compact />
        <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
      </Group>
      <main>
        <Title order={1} fz={{ base: 24, sm: 28 }}>{t('desk.title')}</Title>
        <Text c="dimmed" mb="lg">{t('desk.lead')}</Text>
        <Meeting desk={desk} />
      </main>
    </Container>
  );
}

function Meeting({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const view = useStore(desk.state, (state) => state.view);
  const over = useStore(desk.state, (state) => state.over);
  if (!view) {
    return (
      <Center mih="40dvh">
        <Card withBorder radius="lg" padding="xl" maw={420} data-testid="desk-waiting">
          <Title order={2} size="h4">{t(over ? 'desk.over' : 'desk.waiting')}</Title>
          <Text mt="xs" c="dimmed">{t('desk.waitingHelp')}</Text>
          <Button mt="md" variant="default" component="a" href="./?study=wizard" target="_blank" leftSection={<IconExternalLink size={16} aria-hidden />}>{t('desk.open')}</Button>
        </Card>
      </Center>
    );
  }
  return (
    <div className={classes.grid}>
      <Stack gap="md" className={classes.column}>
        <NowCard desk={desk} view={view} />
        <DeskConversation view={view} />
      </Stack>
      <ChoiceCard desk={desk} view={view} />
    </div>
  );
}

/** Who decides, and what happens at this moment. */
function NowCard({ desk, view }: { desk: Desk; view: DeskView }) {
  const { t } = useTranslation();
  const { who, operated, awaits, player, agent, appears, crisis } = view;
  const now = [t(`desk.player.${player}`), t(`desk.agent.${agent}`, { name: who }), appears === null ? t('desk.unknown') : t('desk.appears', { emotion: appears === 'mixed' ? t('replay.mixed') : t(`emotions.${appears}`) })];
  return (
    <Card withBorder radius="lg" padding="md">
      <Switch size="md" checked={operated} label={t('desk.decide')} description={t('desk.decideHelp')} data-testid="desk-decide" onChange={(event) => desk.operate(event.currentTarget.checked)} />
      <Group gap={6} mt="md" role="status">
        {now.map((each) => <Badge key={each} variant="default" tt="none" fw={500} size="lg" radius="sm">{each}</Badge>)}
        {awaits && <Badge tt="none" size="lg" radius="sm" data-testid="desk-awaits">{t('desk.awaits')}</Badge>}
      </Group>
      {crisis && (
        <div className={classes.crisis} role="alert">
          <Text fw={650}>{t('desk.crisis')}</Text>
          <Text size="sm">{t('desk.crisisHelp')}</Text>
          <Button mt="xs" size="compact-md" variant="default" onClick={desk.endCrisis}>{t('desk.crisisOver')}</Button>
        </div>
      )}
    </Card>
  );
}
