import { ActionIcon, Paper, TextInput, Tooltip } from '@mantine/core';
import { IconSend2, IconX } from '@tabler/icons-react';
import type { Caption } from 'attune';
import { useAgent, useAgentState } from 'attune/react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';

interface ComposerProps {
  /** What was heard and is to be put right; null for a message of its own. */
  readonly correcting: Caption | null;
  readonly onCorrected: () => void;
  /** Buttons behind the line; what is put right needs their room. */
  readonly children?: ReactNode;
}

/** One line to write on. Give it a key, so that it begins anew with what is to be corrected. */
export function Composer({ correcting, onCorrected, children }: ComposerProps) {
  const { t } = useTranslation();
  const agent = useAgent();
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
      {!correcting && children}
    </Paper>
  );
}
