import { Text } from '@mantine/core';
import { useAgent, useAgentState } from 'attune/react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './captions.module.css';

/** The newest words as a lower third, with who says them; the turn before stays for reading. */
export function Captions() {
  const { t } = useTranslation();
  const agent = useAgent();
  const name = useAgentState((state) => state.character.name);
  const captions = useSyncExternalStore(agent.subscribe, () => agent.captions);
  const shown = captions.slice(-2);
  return (
    <div className={classes.captions} role="log" aria-live="polite" aria-label={t('caption.region')} data-testid="caption">
      {shown.length === 0 && <Text className={classes.empty}>{t('caption.empty')}</Text>}
      {shown.map(({ id, speaker, text }, index) => (
        <div key={id} className={classes.line} data-speaker={speaker} data-newest={index === shown.length - 1}>
          <span className={classes.name}>{speaker === 'agent' ? name : t('caption.you')}</span>
          <span className={classes.text}>{text}</span>
        </div>
      ))}
    </div>
  );
}
