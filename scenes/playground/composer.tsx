import { ActionIcon, Paper, TextInput, Tooltip } from '@mantine/core';
import { IconCamera, IconCameraOff, IconMicrophone, IconMicrophoneOff, IconPhoneOff, IconSend2, IconX } from '@tabler/icons-react';
import type { Caption } from 'attune';
import { useAgentState } from 'attune/react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeeting } from './meeting-context.ts';
import type { OpenSense } from '../shared/senses.ts';
import classes from './composer.module.css';

interface ComposerProps {
  /** What was heard and is to be put right; null for a message of its own. */
  readonly correcting: Caption | null;
  readonly onCorrected: () => void;
}

/** One line: words, microphone, camera, end. Give it a key, so that it begins anew with what is to be corrected. */
export function Composer({ correcting, onCorrected }: ComposerProps) {
  const { t } = useTranslation();
  const { agent } = useMeeting();
  const name = useAgentState((state) => state.character.name);
  const [text, setText] = useState(correcting?.text ?? '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (correcting) field.current?.focus();
  }, [correcting]);
  const finish = (): void => {
    setText('');
    onCorrected();
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    agent.say(text, correcting ? { corrects: correcting.id } : {});
    finish();
  };
  const giveUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !correcting) return;
    event.stopPropagation();
    finish();
  };
  const label = t(correcting ? 'composer.correct' : 'composer.placeholder', { name });
  return (
    <Paper component="form" onSubmit={send} className={classes.composer} shadow="md" radius="xl">
      <TextInput
        className={classes.field}
        variant="unstyled"
        size="md"
        data-testid="composer"
        ref={field}
        aria-label={label}
        placeholder={label}
        onKeyDown={giveUp}
        value={text}
        maxLength={2000}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {correcting && (
        <Tooltip label={t('composer.leave')}>
          <ActionIcon size={40} radius="xl" variant="subtle" color="gray" aria-label={t('composer.leave')} onClick={finish}><IconX size={20} aria-hidden /></ActionIcon>
        </Tooltip>
      )}
      <ActionIcon type="submit" size={40} radius="xl" variant={text.trim() ? 'filled' : 'subtle'} aria-label={t('composer.send')} data-testid="send">
        <IconSend2 size={20} aria-hidden />
      </ActionIcon>
      {/* What is put right needs the room. */}
      {!correcting && <Controls />}
    </Paper>
  );
}

function Controls() {
  const { t } = useTranslation();
  const { stop } = useMeeting();
  const readsSenses = useAgentState((state) => state.compliance.mode !== 'text-only');
  return (
    <>
      {readsSenses && <SenseToggle sense="voice" />}
      {readsSenses && <SenseToggle sense="face" />}
      <Tooltip label={t('composer.end')}>
        <ActionIcon size={40} radius="xl" variant="subtle" color="red" aria-label={t('composer.end')} onClick={() => void stop()}>
          <IconPhoneOff size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
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
