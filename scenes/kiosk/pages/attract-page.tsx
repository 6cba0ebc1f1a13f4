import { useTranslation } from 'react-i18next';
import { NAMES } from '../../playground/characters/characters.ts';
import { useHost, useHostView } from '../host-context.ts';
import { SensesNote } from './senses-note.tsx';
import classes from './kiosk.module.css';

/** Nobody visits: the character is there, and says how to begin, in every language. */
export function AttractPage() {
  const { t, i18n } = useTranslation();
  const host = useHost();
  const name = useHostView(({ who }) => NAMES[who.id]);
  const watching = useHostView((view) => view.watching);
  return (
    <section className={classes.panel} data-testid="attract">
      <h1 className={classes.title}>{t('kiosk.attract.title', { name })}</h1>
      <p className={classes.lead}>{t('kiosk.attract.lead')}</p>
      <div className={classes.row}>
        {host.config.languages.map((language, index) => {
          const say = i18n.getFixedT(language);
          return (
            <button key={language} type="button" className={classes.main} data-first={index === 0} lang={language === 'zh' ? 'zh-Hans' : language} data-testid={`begin-${language}`} onClick={() => host.speak(language)}>
              {say('kiosk.attract.begin')}<small>{say('kiosk.attract.key')}</small>
            </button>
          );
        })}
      </div>
      <SensesNote>{t(watching ? 'kiosk.attract.watching' : 'kiosk.attract.off')}</SensesNote>
    </section>
  );
}
