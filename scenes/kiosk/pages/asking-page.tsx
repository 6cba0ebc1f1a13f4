import { type SyntheticEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost, useHostView } from '../host-context.ts';
import classes from './kiosk.module.css';

const keepToItself = (event: SyntheticEvent): void => event.stopPropagation();

/** Asks a visitor who does nothing whether they are still there. Any touch, key or word says so. */
export function AskingPage() {
  const { t } = useTranslation();
  const host = useHost();
  const left = useHostView((view) => view.left) ?? 0;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={classes.asking} aria-labelledby="asking-title" aria-describedby="asking-text" data-testid="asking" onCancel={host.sign}>
      <h1 id="asking-title" className={classes.title}>{t('kiosk.asking.title')}</h1>
      <p id="asking-text" className={classes.lead}>{t('kiosk.asking.text', { count: left })}</p>
      <div className={classes.row}>
        <button type="button" className={classes.main} data-first data-testid="stay" onClick={host.sign}>{t('kiosk.asking.stay')}</button>
        {/* The one touch or key that does not say that somebody wants to go on. */}
        <button type="button" className={classes.main} data-testid="asking-leave" onPointerDown={keepToItself} onKeyDown={keepToItself} onClick={host.leave}>{t('kiosk.asking.leave')}</button>
      </div>
    </dialog>
  );
}
