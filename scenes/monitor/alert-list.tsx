import { Badge, Button, Group, Loader, Text, UnstyledButton } from '@mantine/core';
import { type Alert, alertSentence } from 'attune/monitor';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { momentWords } from './chart/time-marks.ts';
import { useMonitoring } from './monitoring-context.ts';
import classes from './monitor-page.module.css';

const PAGE = 12;
/** Around an alert so much is shown, in milliseconds. */
const AROUND = 4 * 24 * 3_600_000;

/** What was unusual, in words, the newest first; a press shows it in the charts, with its texts. */
export function AlertList() {
  const { t, i18n } = useTranslation();
  const { state, time, pickAlert } = useMonitoring();
  const { alerts, overview, shown, picked, fresh } = useStore(state);
  const [most, setMost] = useState(PAGE);
  const all = (alerts ?? []).filter(({ entity }) => shown.includes(entity)).toReversed();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const nameOf = (id: string): string => overview?.entities.find((each) => each.id === id)?.name ?? id;
  const look = (alert: Alert): void => {
    time.show({ from: alert.onsetAt - AROUND, to: Math.max(alert.untilAt, alert.noticedAt) + AROUND });
    pickAlert(alert);
  };
  if (alerts === null) return <Loader size="sm" aria-label={t('monitor.coming')} />;
  if (all.length === 0) return <Text c="dimmed" size="sm">{t('monitor.noAlerts')}</Text>;
  return (
    <>
      {all.slice(0, most).map((alert) => (
        <UnstyledButton key={alert.id} className={classes.alert} onClick={() => look(alert)} data-testid="alert" data-picked={picked?.alert?.id === alert.id}>
          <Group gap={8} wrap="nowrap" align="flex-start">
            <AlertMark alert={alert} />
            <div>
              <Text size="sm" span>{alertSentence(alert, nameOf(alert.entity), language)}</Text>
              <Text size="xs" c="dimmed">{momentWords(alert.noticedAt, i18n.language)} · {t('monitor.score', { score: alert.score.toFixed(1) })}{fresh.includes(alert.id) && <Badge ml={6} size="xs" variant="light">{t('monitor.new')}</Badge>}</Text>
            </div>
          </Group>
        </UnstyledButton>
      ))}
      {all.length > most && <Button variant="subtle" fullWidth mt="xs" onClick={() => setMost(most + PAGE)}>{t('monitor.more', { count: all.length - most })}</Button>}
    </>
  );
}

/** The same shapes as in the charts. */
function AlertMark({ alert: { kind, direction } }: { readonly alert: Alert }) {
  const shape = kind === 'volume' ? 'M7 2 12 7 7 12 2 7Z' : direction > 0 ? 'M1 11H13L7 2Z' : 'M1 3H13L7 12Z';
  return <svg viewBox="0 0 14 14" className={classes.mark} aria-hidden><path d={shape} /></svg>;
}
