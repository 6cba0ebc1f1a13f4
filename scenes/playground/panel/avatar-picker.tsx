import { Button, FileButton, Group, Paper, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AvatarChoice, ownAvatar, shippedAvatar } from '../avatar-choice.ts';
import { useMeeting, useMeetingView } from '../meeting-context.ts';
import type { Query } from '../query.ts';
import classes from './avatar-picker.module.css';

interface AvatarPickerProps {
  readonly query: Query;
  readonly onAvatar: (change: (before: AvatarChoice) => AvatarChoice) => void;
}

/** Lets the player bring an avatar of their own. A file that can't be read changes nothing on stage. */
export function AvatarPicker({ query, onAvatar }: AvatarPickerProps) {
  const { t } = useTranslation();
  const { who } = useMeeting();
  const name = useAgentState((state) => state.character.name);
  const shown = useMeetingView((view) => view.avatar);
  const loading = useMeetingView((view) => view.loading.avatar !== undefined);
  const [over, setOver] = useState(false);
  const take = (file: File | null | undefined): void => {
    // The attempt stays: a new one would take the present avatar off the stage.
    if (file) onAvatar(({ attempt }) => ({ ...ownAvatar(file), attempt }));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div>
      <Text size="sm" fw={500}>{t('settings.avatar')}</Text>
      {shown && <Text size="sm">{shown.own ?? shown.name} <Text span size="xs" c="dimmed">{shown.authors.length > 0 && t('settings.by', { authors: shown.authors.join(', ') })}</Text></Text>}
      {shown && shown.lacks.length > 0 && <Text size="xs" c="dimmed">{t('settings.lacks', { parts: shown.lacks.join(', ') })}</Text>}
      <Paper
        className={classes.drop} data-over={over} radius="md" p="md" mt="xs" data-testid="avatar-drop"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)} onDrop={onDrop}
      >
        <Text size="xs" c="dimmed" mb="xs">{t('settings.avatarHelp')}</Text>
        <Group gap="xs">
          <FileButton onChange={take} accept=".vrm,model/gltf-binary" inputProps={{ 'data-testid': 'avatar-file' } as object}>
            {(props) => <Button {...props} size="compact-sm" variant="default" loading={loading} leftSection={<IconFileUpload size={16} aria-hidden />}>{t('settings.choose')}</Button>}
          </FileButton>
          {shown?.own && <Button size="compact-sm" variant="subtle" onClick={() => onAvatar(({ attempt }) => ({ ...shippedAvatar(query, who), attempt }))}>{t('settings.own', { name })}</Button>}
        </Group>
      </Paper>
    </div>
  );
}
