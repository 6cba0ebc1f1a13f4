import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { saveFile } from '../../shared/save-file.ts';
import { useHost, useHostView } from '../host-context.ts';
import { offlineState } from '../offline/register.ts';
import classes from '../pages/kiosk.module.css';

/** Figures for the operator, behind the digits that the configuration names. */
export function HealthPage({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { pin } = useHost().config.operator;
  const [open, setOpen] = useState(false);
  return (
    <main className={classes.plain} data-testid="health">
      <h1 className={classes.title}>{t('kiosk.health.title')}</h1>
      {pin === undefined ? <p className={classes.text}>{t('kiosk.health.shut')}</p> : open ? <Figures /> : <Digits pin={pin} onRight={() => setOpen(true)} />}
      <button type="button" className={classes.quiet} data-testid="health-close" onClick={onClose}>{t('kiosk.health.close')}</button>
    </main>
  );
}

function Digits({ pin, onRight }: { pin: string; onRight: () => void }) {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const [wrong, setWrong] = useState(false);
  const check = (event: FormEvent): void => {
    event.preventDefault();
    if (digits === pin) onRight();
    else setWrong(true);
    setDigits('');
  };
  return (
    <form className={classes.writing} onSubmit={check}>
      <input type="password" inputMode="numeric" autoComplete="off" aria-label={t('kiosk.health.pin')} placeholder={t('kiosk.health.pin')} value={digits} data-testid="pin" onChange={(event) => setDigits(event.currentTarget.value)} />
      <button type="submit" className={classes.quiet}>{t('kiosk.health.open')}</button>
      {wrong && <span role="alert">{t('kiosk.health.wrong')}</span>}
    </form>
  );
}

const OFFLINE_WORDS = { unsupported: 'no', coming: 'coming', ready: 'yes', full: 'full', failed: 'no' } as const;

function Figures() {
  const { t } = useTranslation();
  const host = useHost();
  const record = useStore(host.health.record);
  const kiosk = useHostView((view) => view.kiosk);
  const offline = useStore(offlineState);
  const [now, setNow] = useState(() => ({ at: Date.now(), pictures: host.pictures, rate: 0 }));
  const [kept, setKept] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setNow((before) => ({ at: Date.now(), pictures: host.pictures, rate: (host.pictures - before.pictures) / Math.max(0.001, (Date.now() - before.at) / 1000) })), 2000);
    void navigator.storage?.estimate().then(({ usage = 0 }) => setKept(usage));
    return () => clearInterval(timer);
  }, [host]);
  const offlineWord = offline.newer ? 'waiting' : OFFLINE_WORDS[offline.stage];
  const rows = [
    ['running', t('kiosk.health.minutes', { minutes: Math.floor((now.at - host.health.since.getTime()) / 60_000) })],
    ['stage', t(`kiosk.health.stages.${kiosk.stage}`)],
    ['presence', t(`kiosk.health.${kiosk.present === null ? 'unknown' : kiosk.present ? 'yes' : 'no'}`)],
    ['pictures', now.rate.toFixed(0)],
    ['offline', t(`kiosk.health.${offlineWord}`)],
    ['storage', kept === null ? t('kiosk.health.unknown') : t('kiosk.health.megabytes', { megabytes: Math.round(kept / 1e6) })],
  ] as const;
  const save = (): void => saveFile('attune-kiosk-health.json', new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: 'application/json' }));
  return (
    <div data-testid="figures">
      <p className={classes.text}>{t('kiosk.health.privacy')}</p>
      <h2 className={classes.subtitle}>{t('kiosk.health.now')}</h2>
      <dl className={classes.figures}>{rows.map(([key, value]) => <div key={key}><dt>{t(`kiosk.health.${key}`)}</dt><dd data-testid={`figure-${key}`}>{value}</dd></div>)}</dl>
      <h2 className={classes.subtitle}>{t('kiosk.health.days')}</h2>
      <section className={classes.wide} aria-label={t('kiosk.health.days')} tabIndex={0}>
        <table className={classes.table}>
          <thead><tr>{['day', 'up', 'visits', 'mean', 'problems', 'errors', 'restarts', 'rate'].map((key) => <th key={key} scope="col">{t(`kiosk.health.${key}`)}</th>)}</tr></thead>
          <tbody>
            {record.days.toReversed().map((each) => (
              <tr key={each.day}>
                <th scope="row">{each.day}</th><td>{(each.up / 3600).toFixed(1)}</td><td>{each.visits}</td><td>{each.visits === 0 ? '–' : Math.round(each.visited / each.visits)}</td>
                <td>{each.problems}</td><td>{each.errors}</td><td>{each.restarts}</td><td>{each.rates === 0 ? '–' : `${(each.pictures / each.rates).toFixed(0)} (${(each.slowest ?? 0).toFixed(0)})`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2 className={classes.subtitle}>{t('kiosk.health.entries')}</h2>
      <ol className={classes.entries} data-testid="entries">
        {/* oxlint-disable-next-line react/no-array-index-key -- several may be of one second, and none ever changes */}
        {record.entries.toReversed().slice(0, 40).map((each, index) => <li key={`${each.at} ${index}`}><time>{each.at}</time> {t(`kiosk.health.kinds.${each.kind}`, { ...each })}</li>)}
      </ol>
      <div className={classes.row}>
        <button type="button" className={classes.quiet} data-testid="health-save" onClick={save}>{t('kiosk.health.save')}</button>
        <button type="button" className={classes.quiet} data-testid="health-reload" onClick={() => {
          host.health.note({ kind: 'restarted', what: 'page', why: 'operator' });
          location.replace(location.pathname);
        }}>{t('kiosk.health.reload')}</button>
      </div>
    </div>
  );
}
