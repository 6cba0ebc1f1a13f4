import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileUpload, IconPlayerStopFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useListening } from '../listening-context.ts';
import { FileRow } from './file-row.tsx';

/** Sound files, read one after the other just as a microphone would be. */
export function FilesCard({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation();
  const { queue } = useListening();
  const files = useStore(queue.files);
  const busy = files.some(({ state }) => state === 'waiting' || state === 'decoding' || state === 'playing');
  return (
    <Card withBorder radius="lg" padding="md" component="section">
      <Title order={2} size="h5">{t('microphone.files.title')}</Title>
      <Text size="sm" c="dimmed" mt={4}>{t('microphone.files.help')}</Text>
      <Group gap="sm" mt="sm">
        <Button variant="default" leftSection={<IconFileUpload size={16} aria-hidden />} data-testid="choose" onClick={onChoose}>{t('microphone.files.choose')}</Button>
        {busy && <Button variant="light" color="red" leftSection={<IconPlayerStopFilled size={14} aria-hidden />} data-testid="stop-files" onClick={() => void queue.stop()}>{t('microphone.files.stop')}</Button>}
      </Group>
      {files.length > 0 && (
        <Stack component="ul" gap="sm" mt="md" mb={0} p={0} mah={280} style={{ listStyle: 'none', overflowY: 'auto' }} tabIndex={0} aria-label={t('microphone.files.title')}>
          {files.toReversed().map((file) => <FileRow key={file.id} file={file} />)}
        </Stack>
      )}
    </Card>
  );
}
