import { IconSend2, IconTrash } from '@tabler/icons-react';
import { useAgent, useAgentState } from 'attune/react';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { NAMES } from '../../playground/characters/characters.ts';
import { useHost, useHostView } from '../host-context.ts';
import { HelpNumbers } from './help-numbers.tsx';
import { Languages } from './languages.tsx';
import { SensesNote } from './senses-note.tsx';
import classes from './kiosk.module.css';

/** The conversation: what was said last, large; a line to write on, sentences to touch, and the way out. */
export function VisitPage() {
  const { t } = useTranslation();
  const host = useHost();
  const allowed = useHostView((view) => view.allowed);
  const on = allowed?.camera ? (allowed.microphone ? 'both' : 'camera') : allowed?.microphone ? 'voice' : 'neither';
  return (
    <section className={classes.panel} data-wide data-testid="visit">
      <HelpNumbers />
      <Problems />
      <Words />
      <Writing />
      <div className={classes.foot}>
        <SensesNote>{t(`kiosk.visit.${on}`)}</SensesNote>
        <Languages />
        <button type="button" className={classes.leave} data-testid="leave" onClick={host.leave}><IconTrash aria-hidden />{t('kiosk.visit.leave')}</button>
      </div>
    </section>
  );
}

/** The last two turns; captions are always there. */
function Words() {
  const { t } = useTranslation();
  const agent = useAgent();
  const name = useAgentState((state) => state.character.name);
  const captions = useSyncExternalStore(agent.subscribe, () => agent.captions);
  return (
    <div className={classes.words} role="log" aria-live="polite" aria-label={t('kiosk.visit.words')} data-testid="caption">
      {captions.slice(-2).map(({ id, speaker, text, heard }) => (
        // Guesses at what somebody is still saying would be read aloud again and again.
        <p key={`${id} ${heard?.final ?? true}`} data-speaker={speaker} aria-hidden={heard?.final === false || undefined}><strong>{speaker === 'agent' ? name : t('kiosk.visit.you')}</strong> {text}</p>
      ))}
    </div>
  );
}

function Writing() {
  const { t } = useTranslation();
  const agent = useAgent();
  const name = useHostView(({ who }) => NAMES[who.id]);
  const begun = useSyncExternalStore(agent.subscribe, () => agent.captions.some(({ speaker }) => speaker === 'player'));
  const [text, setText] = useState('');
  const label = t('kiosk.visit.write', { name });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    agent.say(text);
    setText('');
  };
  const starters = t('kiosk.visit.start', { returnObjects: true }) as readonly string[];
  return (
    <>
      {!begun && (
        <div className={classes.starters} role="group" aria-label={t('kiosk.visit.starters')}>
          {starters.map((each, index) => <button key={each} type="button" className={classes.quiet} data-testid={`starter-${index}`} onClick={() => agent.say(each)}>{each}</button>)}
        </div>
      )}
      <form className={classes.writing} onSubmit={send}>
        <input aria-label={label} placeholder={label} value={text} maxLength={400} autoComplete="off" spellCheck={false} enterKeyHint="send" data-testid="composer" onChange={(event) => setText(event.currentTarget.value)} />
        <button type="submit" className={classes.send} aria-label={t('kiosk.visit.send')} data-testid="send"><IconSend2 aria-hidden /></button>
      </form>
    </>
  );
}

const SPOKEN_OF = { face: 'camera', voice: 'microphone', speech: 'speech', avatar: 'avatar' } as const;

/** What does not work, in a sentence for visitors. What an operator can do about it is in the log. */
function Problems() {
  const { t } = useTranslation();
  const problems = useStore(useHost().problems.list);
  const told = [...new Set(problems.flatMap(({ subject }) => (subject in SPOKEN_OF ? [SPOKEN_OF[subject as keyof typeof SPOKEN_OF]] : [])))];
  return told.length === 0 ? null : <div role="status" data-testid="problem">{told.map((each) => <p key={each} className={classes.text}>{t(`kiosk.visit.problem.${each}`)}</p>)}</div>;
}
