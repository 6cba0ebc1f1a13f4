import type { Caption } from 'attune';
import { useCaptions } from 'attune/react';
import type { SceneAgent } from 'attune/three';
import { useTranslation } from 'react-i18next';
import { PEOPLE, type Person } from '../story/evening.ts';
import classes from './captions.module.css';

/** The newest words of all three, with who says them. */
export function Captions({ people }: { readonly people: Readonly<Record<Person, SceneAgent>> }) {
  const { t } = useTranslation();
  const said: Readonly<Record<Person, readonly Caption[]>> = { emil: useCaptions(people.emil), mira: useCaptions(people.mira) };
  // Both are on one clock.
  const shown = PEOPLE.flatMap((person) => said[person].map((caption) => ({ person, caption }))).sort((a, b) => a.caption.at - b.caption.at).slice(-2);
  return (
    <div className={classes.captions} role="log" aria-live="polite" aria-label={t('caption.region')} data-testid="caption">
      {shown.length === 0 && <p className={classes.story}><strong>{t('inn.story.title')}.</strong> {t('inn.story.text')} <span className={classes.keys}>{t('inn.story.keys')}</span></p>}
      {shown.map(({ person, caption: { id, speaker, text, heard } }, at) => (
        // Guesses at what somebody is still saying would be read aloud again and again.
        <p key={`${person} ${id} ${heard?.final ?? true}`} className={classes.line} data-speaker={speaker === 'agent' ? person : 'you'} data-newest={at === shown.length - 1} aria-hidden={heard?.final === false || undefined}>
          <span className={classes.name}>{speaker === 'agent' ? t(`inn.people.${person}`) : t('inn.you')}</span> {text}
        </p>
      ))}
    </div>
  );
}
