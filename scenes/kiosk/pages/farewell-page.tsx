import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFocusFirst } from './use-focus-first.ts';
import classes from './kiosk.module.css';

/** The visit is over, and nothing of it is left. */
export function FarewellPage() {
  const { t } = useTranslation();
  const heading = useFocusFirst();
  return (
    <section className={classes.panel} data-testid="farewell">
      <h1 ref={heading} tabIndex={-1} className={classes.title}>{t('kiosk.farewell.title')}</h1>
      <p className={classes.lead} role="status"><IconCheck aria-hidden /> {t('kiosk.farewell.text')}</p>
    </section>
  );
}
