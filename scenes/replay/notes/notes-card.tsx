import { ActionIcon, Button, Card, Group, Menu, Stack, Text, Textarea, TextInput, Title, Tooltip } from '@mantine/core';
import { IconBracketsContain, IconDownload, IconMapPin, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { saveFile } from '../../shared/save-file.ts';
import { useReplaying } from '../replaying-context.ts';
import { timeLabel } from '../timeline/time-label.ts';
import { notesCsv, notesJson } from './notes-file.ts';
import type { Note } from './notes.ts';

/** What a person noted by hand, each with a name and a note; saved as a file, kept nowhere else. */
export function NotesCard() {
  const { t } = useTranslation();
  const { notes, timeline, first } = useReplaying();
  const list = useStore(notes.list);
  const name = useStore(first.view, (view) => view.name);
  const base = `${name.replace(/\.\w+$/, '') || 'attune-sample'}-notes`;
  const addShown = (): void => {
    const { window } = timeline.view.getState();
    notes.add(window.from, window.to);
  };
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="notes">
      <Title order={2} size="h5">{t('replay.notes.title')}</Title>
      <Text size="sm" c="dimmed" mt={4}>{t('replay.notes.help')}</Text>
      <Group gap="xs" mt="sm">
        <Button variant="default" size="compact-md" leftSection={<IconMapPin size={16} aria-hidden />} data-testid="note-moment" onClick={() => notes.add(timeline.view.getState().cursor)}>{t('replay.notes.moment')}</Button>
        <Button variant="default" size="compact-md" leftSection={<IconBracketsContain size={16} aria-hidden />} data-testid="note-stretch" onClick={addShown}>{t('replay.notes.stretch')}</Button>
        {list.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" size="compact-md" leftSection={<IconDownload size={16} aria-hidden />} data-testid="notes-export">{t('replay.notes.save')}</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item data-testid="notes-csv" onClick={() => saveFile(`${base}.csv`, new Blob([notesCsv(list)], { type: 'text/csv' }))}>CSV</Menu.Item>
              <Menu.Item data-testid="notes-json" onClick={() => saveFile(`${base}.json`, new Blob([notesJson(name, list)], { type: 'application/json' }))}>JSON</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {list.length > 0 && <Stack component="ol" gap="md" m={0} mt="md" p={0} style={{ listStyle: 'none' }}>{list.map((note) => <NoteRow key={note.id} note={note} />)}</Stack>}
    </Card>
  );
}

function NoteRow({ note: { id, from, to, label, text } }: { note: Note }) {
  const { t } = useTranslation();
  const { notes, timeline } = useReplaying();
  const time = to === from ? timeLabel(from, 0.1) : t('replay.notes.span', { from: timeLabel(from, 0.1), to: timeLabel(to, 0.1) });
  return (
    <li data-testid="note">
      <Group justify="space-between" wrap="nowrap" gap="xs" mb={4}>
        <Button variant="subtle" size="compact-sm" px={4} style={{ fontVariantNumeric: 'tabular-nums' }} aria-label={t('replay.jump', { time })} onClick={() => timeline.look(from)}>{time}</Button>
        <Tooltip label={t('replay.notes.remove')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('replay.notes.removeAt', { time })} onClick={() => notes.remove(id)}><IconTrash size={16} aria-hidden /></ActionIcon>
        </Tooltip>
      </Group>
      <TextInput size="xs" value={label} placeholder={t('replay.notes.label')} aria-label={`${t('replay.notes.label')}, ${time}`} maxLength={80} data-testid="note-label" onChange={({ currentTarget }) => notes.change(id, { label: currentTarget.value })} />
      <Textarea size="xs" mt={4} value={text} placeholder={t('replay.notes.text')} aria-label={`${t('replay.notes.text')}, ${time}`} autosize minRows={1} maxRows={6} data-testid="note-text" onChange={({ currentTarget }) => notes.change(id, { text: currentTarget.value })} />
    </li>
  );
}
