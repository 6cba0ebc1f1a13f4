import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { MEMORY_SPANS, type MemorySpan } from 'attune/memory';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../shared/save-file.ts';
import { Section } from '../../shared/section.tsx';
import { useMeeting } from '../meeting-context.ts';
import { agentLanguage } from '../query.ts';
import { RememberedLine } from './remembered-line.tsx';

/** What the agent remembers of the player: theirs to read, change, take along and delete. */
export function RememberedSection() {
  const { t, i18n } = useTranslation();
  const { memory } = useMeeting();
  const name = useAgentState((state) => state.character.name);
  const span = useSyncExternalStore(memory.subscribe, () => memory.span);
  const entries = useSyncExternalStore(memory.subscribe, () => memory.entries);
  const [added, setAdded] = useState('');
  const language = agentLanguage(i18n.language);
  const add = (): void => {
    if (added.trim() !== '') memory.write(null, added, language);
    setAdded('');
  };
  return (
    <Section title={t('remembered.title', { name })}>
      <Stack gap="md">
        <div>
          <SegmentedControl
            fullWidth aria-label={t('remembered.span')} value={span} data-testid="memory-span"
            data={MEMORY_SPANS.map((value) => ({ value, label: t(`remembered.spans.${value}`) }))}
            onChange={(value) => void memory.remember(value as MemorySpan)}
          />
          <Text size="xs" c="dimmed" mt={6}>{t(`remembered.help.${span}`, { name })}</Text>
        </div>
        {span !== 'off' && (
          <>
            {entries.length === 0 ? <Text size="sm" c="dimmed">{t('remembered.empty')}</Text> : (
              <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }} data-testid="remembered">
                {entries.map((entry) => (
                  <RememberedLine key={entry.id} entry={entry} onWrite={(sentence) => memory.write(entry.id, sentence, language)} onDelete={() => memory.delete(entry.id)} />
                ))}
              </Stack>
            )}
            <form
              onSubmit={(event) => {
                event.preventDefault();
                add();
              }}
            >
              <Group gap="xs" wrap="nowrap" align="end">
                <TextInput
                  flex={1} label={t('remembered.add', { name })} placeholder={t('remembered.example')} value={added} maxLength={200} data-testid="remember-new"
                  onChange={(event) => setAdded(event.currentTarget.value)}
                />
                <Button type="submit" variant="default" disabled={added.trim() === ''}>{t('remembered.keep')}</Button>
              </Group>
            </form>
            <Text size="xs" c="dimmed">{t('remembered.never', { name })}</Text>
            <Group gap="sm">
              <Button
                variant="default" disabled={entries.length === 0} leftSection={<IconDownload size={16} aria-hidden />} data-testid="memory-export"
                onClick={() => saveFile('attune-memory.json', new Blob([memory.export()], { type: 'application/json' }))}
              >
                {t('remembered.export')}
              </Button>
              <Button
                variant="outline" color="red" disabled={entries.length === 0} leftSection={<IconTrash size={16} aria-hidden />} data-testid="memory-forget"
                onClick={() => void memory.clear()}
              >
                {t('remembered.forget')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Section>
  );
}
