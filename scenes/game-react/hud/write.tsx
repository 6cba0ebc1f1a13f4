import { ActionIcon, Paper, TextInput } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Story } from '../story/story.ts';
import classes from './write.module.css';

/** Words of the player's own, to whom they face. */
export function Write({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const facing = useStore(story.view, ({ evening }) => evening.facing);
  const [text, setText] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    story.write(text);
    setText('');
  };
  const label = t('inn.write', { name: t(`inn.people.${facing}`) });
  return (
    <Paper component="form" onSubmit={send} className={classes.write} radius="xl">
      <TextInput
        className={classes.field} variant="unstyled" size="md" aria-label={label} placeholder={label} data-testid="write" value={text} maxLength={2000} autoComplete="off" enterKeyHint="send"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ActionIcon type="submit" size={40} radius="xl" variant={text.trim() ? 'filled' : 'subtle'} aria-label={t('inn.send')}><IconSend2 size={20} aria-hidden /></ActionIcon>
    </Paper>
  );
}
