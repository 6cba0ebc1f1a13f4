import { Badge, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMonitoring } from './monitoring-context.ts';
import classes from './monitor-page.module.css';

/** Whether what is shown is new as it comes, as it was stored, or made up; and how many alerts came meanwhile. */
export function LiveBadge({ served }: { readonly served: boolean }) {
  const { t } = useTranslation();
  const { overview, heard, fresh } = useStore(useMonitoring().state);
  const kind = !served ? 'madeUp' : !overview?.live ? 'stored' : heard ? 'live' : 'lost';
  return (
    <>
      <Badge variant="default" size="lg" fw={500} tt="none" leftSection={kind === 'live' && <span className={classes.light} aria-hidden />} data-testid="live" data-kind={kind}>
        {t(`monitor.live.${kind}`)}{fresh.length > 0 && ` · ${t('monitor.newAlerts', { count: fresh.length })}`}
      </Badge>
      <VisuallyHidden aria-live="polite">{fresh.length > 0 && t('monitor.newAlerts', { count: fresh.length })}</VisuallyHidden>
    </>
  );
}
