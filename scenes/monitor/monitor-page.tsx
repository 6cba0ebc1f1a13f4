import { Alert as Note, Button, Container, Group, Loader, Paper, Tabs, Text, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { Wordmark } from '../shared/wordmark.tsx';
import { AlertList } from './alert-list.tsx';
import { BriefingCard } from './briefer/briefing-card.tsx';
import { ChartsCard } from './chart/charts-card.tsx';
import { Filters } from './filters.tsx';
import { LiveBadge } from './live-badge.tsx';
import { useMonitoring } from './monitoring-context.ts';
import type { Query } from './query.ts';
import { TextList } from './text-list.tsx';
import classes from './monitor-page.module.css';

/** What is said over time on one side; the briefing, alerts and texts on the other. */
export function MonitorPage({ query }: { readonly query: Query }) {
  const { t } = useTranslation();
  const { state, begin } = useMonitoring();
  const overview = useStore(state, (view) => view.overview);
  const fault = useStore(state, (view) => view.fault);
  const alerts = useStore(state, (view) => view.alerts);
  const [tab, setTab] = useState<string | null>('alerts');
  const aside = useRef<HTMLDivElement>(null);
  useEffect(() => state.subscribe((now, before) => {
    const isPicked = now.picked !== null && now.picked !== before.picked;
    if (isPicked || (now.filter.words !== '' && now.filter.words !== before.filter.words)) setTab('texts');
    // On a phone the texts lie below the charts.
    if (isPicked) aside.current?.scrollIntoView({ block: 'nearest' });
  }), [state]);
  return (
    <>
      <a className="skip" href="#content">{t('app.skip')}</a>
      <Container component="header" size={1800} py={8}>
        <Group justify="space-between" gap="xs">
          <Group gap="sm" wrap="nowrap"><Wordmark home="../" compact /><LiveBadge served={query.store} /></Group>
          <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
        </Group>
      </Container>
      <Container component="main" id="content" size={1800} pb="xl">
        <Title order={1} fz={{ base: 26, sm: 32 }}>{t('gallery.monitor.title')}</Title>
        <Text c="dimmed" maw="52rem" mb="md">{t(query.store ? 'monitor.leadStore' : 'monitor.leadDemo')}</Text>
        {fault !== null && (
          <Note color="red" icon={<IconAlertCircle aria-hidden />} title={t('monitor.fault')} mb="md" data-testid="fault">
            <Text size="sm">{fault}</Text>
            <Button size="compact-sm" mt="xs" onClick={() => void begin()}>{t('problems.again')}</Button>
          </Note>
        )}
        {overview === null && fault === null && <Group><Loader size="sm" /><Text role="status">{t('monitor.coming')}</Text></Group>}
        {overview && overview.extent === null && <Paper withBorder radius="lg" p="lg"><Text>{t('monitor.empty')}</Text></Paper>}
        {overview?.extent && (
          <div className={classes.grid}>
            <div className={classes.column}>
              <Filters overview={overview} />
              <ChartsCard served={query.store} />
            </div>
            <div className={classes.column}>
              <div className={classes.briefing}><BriefingCard query={query} /></div>
              <Paper ref={aside} withBorder radius="lg" p={{ base: 'sm', sm: 'lg' }}>
                <Tabs value={tab} onChange={setTab} keepMounted={false}>
                  <Tabs.List mb="sm">
                    <Tabs.Tab value="alerts" data-testid="tab-alerts">{t('monitor.alerts', { count: alerts?.length ?? 0 })}</Tabs.Tab>
                    <Tabs.Tab value="texts" data-testid="tab-texts">{t('monitor.texts')}</Tabs.Tab>
                  </Tabs.List>
                  <Tabs.Panel value="alerts"><AlertList /></Tabs.Panel>
                  <Tabs.Panel value="texts"><TextList /></Tabs.Panel>
                </Tabs>
              </Paper>
            </div>
          </div>
        )}
      </Container>
    </>
  );
}
