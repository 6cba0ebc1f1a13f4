import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconBraces, IconCheck, IconCopy, IconFileText, IconShare2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { saveFile } from '../../shared/save-file.ts';
import { useLogView, useMeeting } from '../meeting-context.ts';
import { asJson, asText } from './write-transcript.ts';

/** Copies the conversation, or saves it as a file. It goes nowhere else. */
export function TakeAlong({ name }: { name: string }) {
  const { t, i18n } = useTranslation();
  const { transcript } = useMeeting();
  const study = useLogView((view) => view.study);
  const empty = useStore(transcript.turns, (turns) => turns.length === 0);
  const { copy, copied } = useClipboard({ timeout: 2000 });
  const text = (): string => asText(transcript, study, ({ speaker }) => (speaker === 'agent' ? name : t('caption.you')), (moment) => moment.toLocaleTimeString(i18n.language));
  const label = t(copied ? 'transcript.copied' : 'transcript.take');
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon size={36} radius="xl" variant="subtle" color="gray" aria-label={label} disabled={empty} data-testid="transcript-take">
            {copied ? <IconCheck size={19} aria-hidden /> : <IconShare2 size={19} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => copy(text())} data-testid="transcript-copy">{t('transcript.copy')}</Menu.Item>
        <Menu.Item leftSection={<IconFileText size={16} aria-hidden />} onClick={() => saveFile('conversation.txt', new Blob([text()], { type: 'text/plain' }))} data-testid="transcript-text">{t('transcript.saveText')}</Menu.Item>
        <Menu.Item leftSection={<IconBraces size={16} aria-hidden />} onClick={() => saveFile('conversation.json', new Blob([asJson(transcript, name, study)], { type: 'application/json' }))} data-testid="transcript-json">{t('transcript.saveJson')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
