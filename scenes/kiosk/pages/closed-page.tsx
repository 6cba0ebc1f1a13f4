import { quietUntil, wallTime } from 'attune/kiosk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../host-context.ts';
import classes from './kiosk.module.css';

/** Quiet hours: a dark screen on which nothing moves. */
export function ClosedPage() {
  const { t } = useTranslation();
  const { config } = useHost();
  const [until] = useState(() => quietUntil(config.quietHours, wallTime(new Date(), config.timeZone)));
  return (
    <section className={classes.closed} data-testid="closed">
      <h1 className={classes.title}>{t('kiosk.closed.title')}</h1>
      <p className={classes.lead}>{until ? t('kiosk.closed.text', { time: until.time }) : t('kiosk.closed.open')}</p>
      <p className={classes.text}>{t('kiosk.closed.off')}</p>
    </section>
  );
}
