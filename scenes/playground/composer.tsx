import { ActionIcon, Paper, TextInput, Tooltip } from '@mantine/core';
import { IconCamera, IconCameraOff, IconMicrophone, IconMicrophoneOff, IconPhoneOff, IconSend2 } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeeting } from './meeting-context.ts';
import type { OpenSense } from '../shared/senses.ts';
import classes from './composer.module.css';

/** One line: words, microphone, camera, end. */
export function Composer() {
  const { t } = useTranslation();
  const { agent, stop } = useMeeting();
  const name = useAgentState((state) => state.character.name);
  const [text, setText] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    agent.say(text);
    setText('');
  };
  return (
    <Paper component="form" onSubmit={send} className={classes.composer} shadow="md" radius="xl">
      <TextInput
        className={classes.field}
        variant="unstyled"
        size="md"
        data-testid="composer"
        aria-label={t('composer.placeholder', { name })}
        placeholder={t('composer.placeholder', { name })}
        value={text}
        maxLength={2000}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ActionIcon type="submit" size={40} radius="xl" variant={text.trim() ? 'filled' : 'subtle'} aria-label={t('composer.send')} data-testid="send">
        <IconSend2 size={20} aria-hidden />
      </ActionIcon>
      <SenseToggle sense="voice" />
      <SenseToggle sense="face" />
      <Tooltip label={t('composer.end')}>
        <ActionIcon size={40} radius="xl" variant="subtle" color="red" aria-label={t('composer.end')} onClick={() => void stop()}>
          <IconPhoneOff size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Paper>
  );
}

const LOOKS = {
  face: { on: IconCamera, off: IconCameraOff, open: 'composer.openCamera', close: 'composer.closeCamera' },
  voice: { on: IconMicrophone, off: IconMicrophoneOff, open: 'composer.openMicrophone', close: 'composer.closeMicrophone' },
} as const;

function SenseToggle({ sense }: { sense: OpenSense }) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const status = useAgentState((state) => state.senses[sense].status);
  const on = status === 'live' || status === 'starting';
  const { [on ? 'on' : 'off']: Icon, open, close } = LOOKS[sense];
  const label = t(on ? close : open);
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={40} radius="xl" variant={on ? 'light' : 'subtle'} color={on ? 'clay' : 'gray'} loading={status === 'starting'}
        aria-label={label} aria-pressed={on} data-testid={`toggle-${sense}`}
        onClick={() => void (on ? meeting.close(sense) : meeting.open(sense))}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
