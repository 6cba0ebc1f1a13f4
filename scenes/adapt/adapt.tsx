import { STYLE_RESPECTS } from 'attune';
import { INTERVALS, type TasteKind } from 'attune/adapt';
import { Button, Container, Group, Paper, SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Figures } from '../shared/figures.tsx';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { percent } from '../shared/measures.ts';
import { Section } from '../shared/section.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { Wordmark } from '../shared/wordmark.tsx';
import { beginMeeting } from './meeting.ts';
import { ProgressChart } from './progress-chart.tsx';
import { TasteRow } from './taste-row.tsx';
import classes from './adapt.module.css';

const meeting = beginMeeting();

/** What an adaptation learns of a simulated person, in words and in plots. */
export function AdaptScene() {
  const { t } = useTranslation();
  const { kind, who, knowledge, sides, spans, changedAt } = useStore(meeting.view);
  const [truth, setTruth] = useState(false);
  useEffect(() => {
    document.title = `${t('gallery.adapt.title')} · ${t('app.name')}`;
  }, [t]);
  const { count, within, squared, squaredOfMean } = knowledge.calibration.satisfaction;
  return (
    <>
      <a className="skip" href="#content">{t('app.skip')}</a>
      <Container component="header" size={1200} py={8}><Group justify="space-between"><Wordmark home="../" /><Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group></Group></Container>
      <Container component="main" id="content" size={1200} py="md">
        <Title order={1} fz={{ base: 28, sm: 34 }}>{t('gallery.adapt.title')}</Title>
        <Text c="dimmed" maw="46rem" mb="lg">{t('adapt.lead')}</Text>
        <div className={classes.grid}>
          <Stack>
            <Paper withBorder radius="lg" p="lg">
              <Section title={t('adapt.who')}>
                <Stack gap="sm">
                  <SegmentedControl fullWidth value={String(who)} onChange={(next) => meeting.meet(kind, Number(next))} data={['1', '2', '3', '4']} aria-label={t('adapt.who')} data-testid="who" />
                  <SegmentedControl fullWidth value={kind} onChange={(next) => meeting.meet(next as TasteKind, who)} data={(['linear', 'curved'] as const).map((value) => ({ value, label: t(`adapt.kinds.${value}`) }))} aria-label={t('adapt.kind')} />
                  <Text size="xs" c="dimmed">{t('adapt.kindHelp')}</Text>
                  <Group gap="xs">
                    {[1, 50, 500].map((turns) => <Button key={turns} variant={turns === 50 ? 'filled' : 'default'} onClick={() => meeting.live(turns)} data-testid={`live-${turns}`}>{t('adapt.turns', { count: turns })}</Button>)}
                  </Group>
                  <Group gap="xs">
                    <Button variant="default" onClick={() => meeting.change()} data-testid="change">{t('adapt.change')}</Button>
                    <Button variant="outline" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => meeting.forget()} data-testid="forget">{t('adapt.forget')}</Button>
                  </Group>
                </Stack>
              </Section>
              <Section title={t('adapt.right')}>
                <Figures rows={[
                  [t('adapt.met'), knowledge.turns], [t('adapt.rated'), count],
                  ...INTERVALS.map(({ holds }, at) => [t('adapt.within', { share: percent(holds) }), count === 0 ? null : percent(within[at as 0 | 1 | 2] / count)] as const),
                  [t('adapt.error'), count === 0 ? null : Math.sqrt(squared / count).toFixed(3)], [t('adapt.errorOfMean'), count === 0 ? null : Math.sqrt(squaredOfMean / count).toFixed(3)],
                  [t('adapt.noticed'), knowledge.changes.length === 0 ? t('adapt.never') : knowledge.changes.join(', ')],
                ]} />
              </Section>
            </Paper>
          </Stack>
          <Stack>
            <Paper withBorder radius="lg" p="lg">
              <Section title={t('adapt.progress')}><ProgressChart spans={spans} changedAt={changedAt} /></Section>
              <Section title={t('adapt.learnt')} aside={<Switch label={t('adapt.truth')} checked={truth} onChange={(event) => setTruth(event.currentTarget.checked)} data-testid="truth" />}>
                <Text size="sm" c="dimmed" mb="sm">{t('adapt.legend')}</Text>
                {STYLE_RESPECTS.map((respect) => <TasteRow key={respect} respect={respect} sides={sides[respect]} tried={knowledge.tried[respect]} truth={truth} />)}
              </Section>
            </Paper>
          </Stack>
        </div>
      </Container>
    </>
  );
}
