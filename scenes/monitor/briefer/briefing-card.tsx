import { Badge, Button, Group, Loader, Paper, Select, Text, Title } from '@mantine/core';
import { IconMoodEmpty, IconMoodSad, IconMoodSmile, IconPlayerStop, IconVolume } from '@tabler/icons-react';
import { type Briefing, briefingOf, NO_FILTER } from 'attune/monitor';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMonitoring } from '../monitoring-context.ts';
import type { Query } from '../query.ts';
import { lastVisit, rememberVisit } from './last-visit.ts';
import classes from './briefing-card.module.css';

/** Three and all that draws with it come only once somebody wants to be told. */
const Briefer = lazy(() => import('./briefer.tsx').then(({ Briefer: component }) => ({ default: component })));

const DAY = 24 * 3_600_000;
const BACK = { day: DAY, week: 7 * DAY, month: 30 * DAY } as const;
type Since = keyof typeof BACK | 'visit';
/** What was usual is looked for in so much time before. */
const BEFORE = 28 * DAY;
/** A visit that ended later than this before the newest of the data leaves nothing to tell. */
const SOON = 3_600_000;
const ICONS = { calm: IconMoodEmpty, concerned: IconMoodSad, glad: IconMoodSmile } as const;

/** What changed, in a few sentences; read, or told by Mira with a face that fits the news. */
export function BriefingCard({ query }: { readonly query: Query }) {
  const { t, i18n } = useTranslation();
  const { view, state } = useMonitoring();
  const overview = useStore(state, (each) => each.overview);
  const alerts = useStore(state, (each) => each.alerts);
  const [visit] = useState(() => (query.store ? lastVisit() : null));
  const now = overview?.extent?.to ?? 0;
  const [since, setSince] = useState<Since>(visit !== null && now - visit > SOON ? 'visit' : 'week');
  const [briefing, setBriefing] = useState<Briefing | null>(null);
  const [told, setTold] = useState<Briefing | null>(null);
  const [line, setLine] = useState<number | null>(null);
  const language = i18n.language === 'zh' ? 'zh' : 'en';

  useEffect(() => {
    if (!overview?.extent || alerts === null) return undefined;
    let stale = false;
    const from = since === 'visit' && visit !== null ? visit : now - BACK[since === 'visit' ? 'week' : since];
    void view.series(overview.entities.map(({ id }) => id), from - BEFORE, now, Math.ceil((now - from + BEFORE) / (6 * 3_600_000)), NO_FILTER).then(({ series }) => {
      if (!stale) setBriefing(briefingOf({ entities: overview.entities, alerts, series, since: from, away: since === 'visit', now }));
    }, () => undefined);
    if (query.store) rememberVisit(now);
    return () => {
      stale = true;
    };
  }, [view, overview, alerts, since, visit, now, query.store]);

  const Mood = ICONS[briefing?.tone ?? 'calm'];
  return (
    <Paper withBorder radius="lg" p={{ base: 'sm', sm: 'lg' }} data-testid="briefing" data-tone={briefing?.tone}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="h5">{t('monitor.briefing.title')}</Title>
        {briefing && <Badge variant="default" tt="none" fw={500} leftSection={<Mood size={14} aria-hidden />}>{t(`monitor.briefing.tones.${briefing.tone}`)}</Badge>}
      </Group>
      {told && <Suspense fallback={null}><Briefer briefing={told} query={query} onLine={setLine} /></Suspense>}
      {!briefing && <Loader size="sm" aria-label={t('monitor.coming')} />}
      <div role="log" aria-live="polite" aria-label={t('monitor.briefing.title')}>
        {briefing?.lines.map(({ words, tone }, i) => <Text key={words.en} size="sm" className={classes.line} data-tone={tone} data-now={told !== null && line === i} data-testid="briefing-line">{words[language]}</Text>)}
      </div>
      <Group gap="xs" mt="sm" align="flex-end" justify="space-between">
        <Select
          size="xs" w={150} label={t('monitor.briefing.since')} value={since} allowDeselect={false} onChange={(value) => setSince(value as Since)}
          data={[...(visit === null ? [] : ['visit']), ...Object.keys(BACK)].map((value) => ({ value, label: t(`monitor.briefing.back.${value as Since}`) }))}
        />
        {told
          ? <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={() => setTold(null)} data-testid="put-away">{t('monitor.briefing.putAway')}</Button>
          : <Button leftSection={<IconVolume size={16} aria-hidden />} disabled={!briefing} onClick={() => setTold(briefing)} data-testid="brief">{t('monitor.briefing.tell')}</Button>}
      </Group>
      <Text size="xs" c="dimmed" mt="xs">{t('monitor.briefing.note')}</Text>
    </Paper>
  );
}
