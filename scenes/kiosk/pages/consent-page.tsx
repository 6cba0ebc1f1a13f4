import { IconEar, IconEye, IconMessage, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NAMES, PORTRAITS } from '../../playground/characters/characters.ts';
import { useHost, useHostView } from '../host-context.ts';
import type { Allowed } from '../visit.ts';
import { Languages } from './languages.tsx';
import { useFocusFirst } from './use-focus-first.ts';
import classes from './kiosk.module.css';

const CHOICES = [
  { key: 'both', icon: IconUsers, allowed: { camera: true, microphone: true } },
  { key: 'voice', icon: IconEar, allowed: { camera: false, microphone: true } },
  { key: 'camera', icon: IconEye, allowed: { camera: true, microphone: false } },
  { key: 'neither', icon: IconMessage, allowed: { camera: false, microphone: false } },
] as const;

/** Says what is read and what becomes of it, and asks. One touch is the answer; nothing is chosen beforehand. */
export function ConsentPage() {
  const { t } = useTranslation();
  const host = useHost();
  const { id } = useHostView(({ who }) => who);
  const heading = useFocusFirst();
  const { senses, mode } = host.config;
  const offered = (allowed: Allowed): boolean => mode === 'text-only' ? !allowed.camera && !allowed.microphone : (!allowed.camera || senses.camera) && (!allowed.microphone || senses.microphone);
  // To be seen and not heard is offered where there is no microphone.
  const choices = CHOICES.filter(({ key, allowed }) => offered(allowed) && (key !== 'camera' || !senses.microphone));
  return (
    <section className={classes.panel} data-wide data-testid="consent">
      <h1 ref={heading} tabIndex={-1} className={classes.title}>{t('kiosk.consent.title', { name: NAMES[id] })}</h1>
      <p className={classes.text}>{t('kiosk.consent.ai', { name: NAMES[id] })}</p>
      <p className={classes.text}>{t('kiosk.consent.here')}</p>
      {host.characters.length > 1 && (
        <div className={classes.people} role="group" aria-label={t('kiosk.consent.who')}>
          {host.characters.map((each) => (
            <button key={each} type="button" className={classes.person} aria-pressed={each === id} data-testid={`meet-${each}`} onClick={() => host.meet(each)}>
              <img src={PORTRAITS[each]} alt="" width={96} height={96} />{NAMES[each]}
            </button>
          ))}
        </div>
      )}
      <h2 className={classes.subtitle}>{t('kiosk.consent.choose')}</h2>
      <div className={classes.choices}>
        {choices.map(({ key, icon: Icon, allowed }) => (
          <button key={key} type="button" className={classes.choice} data-testid={`consent-${key}`} onClick={() => host.consent(allowed)}>
            <Icon aria-hidden /><span><strong>{t(`kiosk.consent.${key}`)}</strong><span>{t(`kiosk.consent.${key === 'both' && mode === 'expression-reactive' ? 'bothReactive' : `${key}Help`}`)}</span></span>
          </button>
        ))}
      </div>
      <div className={classes.foot}><Languages /><button type="button" className={classes.quiet} data-testid="consent-leave" onClick={host.leave}>{t('kiosk.consent.leave')}</button></div>
    </section>
  );
}
