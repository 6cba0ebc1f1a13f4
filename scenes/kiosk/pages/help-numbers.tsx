import { helpFor } from 'attune';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import { firstLocale, helpIn } from '../../playground/help/country.ts';
import { useHost } from '../host-context.ts';
import classes from './kiosk.module.css';

/** Where people answer, while somebody may be in danger: numbers to read, since nothing here leads out. */
export function HelpNumbers() {
  const { t } = useTranslation();
  const { config } = useHost();
  const crisis = useAgentState((state) => state.safety.crisis);
  const language = useAgentState((state) => state.language);
  if (!crisis) return null;
  const resources = helpFor(crisis.kind, language, helpIn(config.locale ?? firstLocale(navigator.languages)));
  return (
    <aside className={classes.help} aria-label={t('kiosk.help.title')} data-testid="help">
      <strong>{t('kiosk.help.title')}</strong>
      {resources.map(({ name, contact }) => <span key={`${name} ${contact}`}>{name}: <strong>{contact}</strong></span>)}
      <span>{t('kiosk.help.emergency')}</span>
    </aside>
  );
}
