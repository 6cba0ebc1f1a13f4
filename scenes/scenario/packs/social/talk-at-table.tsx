import { ActionIcon, Button, Chip, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSend2 } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { SocialPanelProps } from './panel-props.ts';
import classes from './panel.module.css';
import type { Room } from './use-room.ts';
import type { AtTable } from './use-table.ts';

/** What parts of the panel share: the table, and the room where people are at different places. */
export interface AtRoom {
  readonly at: AtTable;
  /** Null for people at this device. */
  readonly room: Room | null;
}

/** Seats at the beginning, and at most. */
const SEATS = { first: 3, most: 8 };
/** What was said last is shown; the rest is scrolled to. */
const SHOWN = 40;

/** Who speaks, what they say, and what was said. */
export function TalkAtTable({ table, language, agent, at, room }: SocialPanelProps & AtRoom) {
  const { t } = useTranslation('pack');
  const people = useSyncExternalStore(table.subscribe, () => table.people);
  const said = useSyncExternalStore(table.subscribe, () => table.said);
  const remote = room !== null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (!remote && table.people.length === 0) for (let i = 0; i < SEATS.first; i += 1) table.seat(null);
  }, [table, remote]);
  useEffect(() => {
    if (said.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [said]);
  const speaker = room ? people.find(({ seat }) => seat === room.seat) : people.find(({ seat }) => seat === chosen) ?? people[0];
  const name = speaker ? table.nameOf(speaker.seat, language) : '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!speaker || text.trim() === '') return;
    if (room) room.say(text.trim());
    else at.say(speaker.seat, text.trim());
    write('');
  };
  const write = (words: string): void => {
    setText(words);
    at.setBusy(words.trim() !== '');
  };
  return (
    <>
      {!remote && <Text size="sm" c="dimmed" mb="sm">{t('talk.help', { host: agent.state.character.name })}</Text>}
      {!remote && <Chip.Group value={speaker?.seat ?? ''} onChange={setChosen}>
        <Group gap={6} mb="sm" role="radiogroup" aria-label={t('talk.who')}>
          {people.map(({ seat }) => <Chip key={seat} value={seat} size="sm" variant="light" data-testid={`speaker-${seat}`}>{table.nameOf(seat, language)}</Chip>)}
          <Button size="compact-sm" radius="xl" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} disabled={people.length >= SEATS.most} onClick={() => setChosen(table.seat(null))} data-testid="add-seat">{t('talk.add')}</Button>
        </Group>
      </Chip.Group>}
      <form onSubmit={send}>
        <TextInput
          value={text} onChange={(event) => write(event.currentTarget.value)} aria-label={t('talk.says', { name })} placeholder={t('talk.says', { name })} maxLength={600} autoComplete="off" enterKeyHint="send" data-testid="table-words"
          rightSection={<ActionIcon type="submit" variant={text.trim() ? 'filled' : 'subtle'} radius="xl" aria-label={t('talk.send')} data-testid="table-send"><IconSend2 size={16} aria-hidden /></ActionIcon>}
        />
      </form>
      {said.length === 0 ? <Text size="sm" c="dimmed" mt="sm">{t('talk.nothing')}</Text> : (
        <ol className={classes.said} ref={list} data-testid="table-said" tabIndex={0} aria-label={t('talk.title')}>
          {said.slice(-SHOWN).map((words) => <li key={words.number}><Text span size="sm" fw={600}>{table.nameOf(words.seat, language)}</Text> <Text span size="sm">{words.text}</Text></li>)}
        </ol>
      )}
    </>
  );
}
