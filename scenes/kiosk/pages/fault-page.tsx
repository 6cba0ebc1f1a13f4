import type { AttuneError } from 'attune';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './kiosk.module.css';

/** The configuration is wrong: every fault on the screen, and in the console. */
export function FaultPage({ fault }: { fault: AttuneError }) {
  const { t } = useTranslation();
  useEffect(() => {
    // oxlint-disable-next-line no-console -- an operator looks for it there
    console.error(fault.message);
  }, [fault]);
  return (
    <main className={classes.plain} data-testid="fault">
      <h1 className={classes.title}>{t('kiosk.fault.title')}</h1>
      <p className={classes.text}>{t('kiosk.fault.text')}</p>
      <pre className={classes.fault} lang="en">{fault.message}</pre>
      <div className={classes.row}>
        <button type="button" className={classes.main} data-first onClick={() => location.reload()}>{t('kiosk.fault.again')}</button>
      </div>
    </main>
  );
}
