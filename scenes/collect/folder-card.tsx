import { Button, FileButton, Group, Paper, Text } from '@mantine/core';
import { IconDownload, IconFolderOpen } from '@tabler/icons-react';
import { asProblem } from 'attune';
import { type DataSetFiles, readDataSet, writeDataSet } from 'attune/collect';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../shared/save-file.ts';
import { Section } from '../shared/section.tsx';
import { useCollecting, useCollectingView } from './collecting-context.ts';

/** More than any folder of episodes has; an archive that unfolds to more is none. */
const MOST_BYTES = 200e6;

/** Takes the episodes along as a folder, and takes such a folder in. */
export function FolderCard() {
  const { t } = useTranslation();
  const { add, problems } = useCollecting();
  const episodes = useCollectingView((view) => view.episodes);
  const save = (): void => {
    const files = Object.fromEntries(Object.entries(writeDataSet(episodes)).map(([name, text]) => [`attune-episodes/${name}`, strToU8(text)]));
    saveFile('attune-episodes.zip', new Blob([zipSync(files) as Uint8Array<ArrayBuffer>], { type: 'application/zip' }));
  };
  const open = async (file: File | null): Promise<void> => {
    try {
      if (file) add(readDataSet(unfold(new Uint8Array(await file.arrayBuffer()))));
    } catch (thrown) {
      problems.add('page', asProblem(thrown, 'bad-input', 'The file is no folder of episodes'));
    }
  };
  return (
    <Paper withBorder radius="lg" p="lg">
      <Section title={t('collect.folder.title')}>
        <Text size="sm" c="dimmed" mb="sm">{t('collect.folder.help')}</Text>
        <Group gap="xs">
          <Button leftSection={<IconDownload size={18} aria-hidden />} disabled={episodes.length === 0} onClick={save} data-testid="save">{t('collect.folder.save')}</Button>
          <FileButton accept=".zip,application/zip" onChange={(file) => void open(file)} inputProps={{ 'aria-label': t('collect.folder.open') }}>
            {(props) => <Button {...props} variant="default" leftSection={<IconFolderOpen size={18} aria-hidden />}>{t('collect.folder.open')}</Button>}
          </FileButton>
        </Group>
      </Section>
    </Paper>
  );
}

function unfold(archive: Uint8Array): DataSetFiles {
  let bytes = 0;
  const files = unzipSync(archive, { filter: ({ name, originalSize }) => /\.jsonl?$/.test(name) && (bytes += originalSize) < MOST_BYTES });
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name.replace(/^.*\//, ''), strFromU8(content)]));
}
