import { ActionIcon, Paper, Text, TextInput, Tooltip } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff, IconSend2 } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import type { SceneAgent } from 'attune/three';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';

/** The newest words, and one line for those of the player. */
export function Composer({ agent }: { readonly agent: SceneAgent }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const name = useAgentState((state) => state.character.name);
  const hears = useAgentState((state) => state.senses.voice.status === 'live');
  const captions = useSyncExternalStore(agent.subscribe, () => agent.captions);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    agent.say(text);
    setText('');
  };
  const label = t('composer.placeholder', { name });
  const microphone = t(hears ? 'xr.panel.hearsHelp' : 'xr.panel.hear');
  return (
    <>
      <div role="log" aria-live="polite" aria-label={t('caption.region')} className={classes.captions} data-testid="caption">
        {captions.slice(-2).map(({ id, speaker, text: said }) => (
          <Text key={id} className={classes.line} data-speaker={speaker}><span className={classes.name}>{speaker === 'agent' ? name : t('caption.you')}</span>{said}</Text>
        ))}
      </div>
      <Paper component="form" onSubmit={send} className={classes.form} shadow="md" radius="xl">
        <TextInput variant="unstyled" size="md" className={classes.field} aria-label={label} placeholder={label} value={text} maxLength={2000} autoComplete="off" data-testid="composer" onChange={(event) => setText(event.currentTarget.value)} />
        <Tooltip label={microphone}>
          <ActionIcon size={40} radius="xl" variant={hears ? 'light' : 'subtle'} color="gray" aria-label={microphone} aria-pressed={hears} data-testid="microphone" onClick={() => void (hears ? agent.close('voice') : agent.open('voice'))}>
            {hears ? <IconMicrophone size={20} aria-hidden /> : <IconMicrophoneOff size={20} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        <ActionIcon type="submit" size={40} radius="xl" aria-label={t('composer.send')} disabled={text.trim() === ''}><IconSend2 size={20} aria-hidden /></ActionIcon>
      </Paper>
    </>
  );
}
