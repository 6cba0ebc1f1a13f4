import { useTranslation } from 'react-i18next';
import { useHost, useHostView } from '../host-context.ts';
import classes from './kiosk.module.css';

/** Each language in itself. It holds until the visit ends; nothing remembers it. */
const NAMES = { en: 'English', zh: '中文' } as const;

export function Languages() {
  const { t } = useTranslation();
  const host = useHost();
  const language = useHostView((view) => view.language);
  if (host.config.languages.length < 2) return null;
  return (
    <div className={classes.languages} role="group" aria-label={t('kiosk.language')}>
      {host.config.languages.map((each) => (
        <button key={each} type="button" className={classes.quiet} lang={each === 'zh' ? 'zh-Hans' : each} aria-pressed={each === language} data-testid={`language-${each}`} onClick={() => host.speak(each)}>{NAMES[each]}</button>
      ))}
    </div>
  );
}
