import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useAgent, useAgentState } from 'attune/react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveSessionMenu } from '../../shared/saved-session/save-session-menu.tsx';
import { useLogView, useMeeting } from '../meeting-context.ts';
import { Section } from '../../shared/section.tsx';
import { LearntSection } from './learnt.tsx';
import { RememberedSection } from './remembered.tsx';

/** What is kept, how to take it along, and how to make it go. @param remembers whether this page may remember players at all */
export function MemoryTab({ remembers }: { remembers: boolean }) {
  const { t } = useTranslation();
  const { log, erase } = useMeeting();
  const { recording, words, lines, complete } = useLogView((view) => view);
  const [deleted, setDeleted] = useState(false);
  return (
    <>
      {remembers && <RememberedSection />}
      <LearntSection />
      <Section title={t('memory.log')}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">{t('memory.logHelp')}</Text>
          <Switch
            checked={recording} label={t('memory.record')} data-testid="record"
            description={recording || lines > 0 ? t('memory.lines', { count: lines }) : t('memory.empty')}
            onChange={(event) => {
              setDeleted(false);
              log.record(event.currentTarget.checked);
            }}
          />
          {!complete && (recording || lines > 0) && <Text size="xs" c="dimmed">{t('memory.partial')}</Text>}
          <Switch checked={words} label={t('memory.words')} data-testid="record-words" onChange={(event) => log.recordWords(event.currentTarget.checked)} />
          <Group gap="sm">
            <SaveSessionMenu save={log.save} disabled={lines === 0} />
            <Button
              variant="outline" color="red" leftSection={<IconTrash size={16} aria-hidden />} data-testid="memory-delete"
              onClick={() => {
                erase();
                setDeleted(true);
              }}
            >
              {t('memory.delete')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed" role="status">{deleted ? t('memory.deleted') : t('memory.deleteHelp')}</Text>
        </Stack>
      </Section>
      <Said />
    </>
  );
}

function Said() {
  const { t } = useTranslation();
  const agent = useAgent();
  const name = useAgentState((state) => state.character.name);
  const captions = useSyncExternalStore(agent.subscribe, () => agent.captions);
  return (
    <Section title={t('memory.said')}>
      {captions.length === 0 && <Text size="sm" c="dimmed">{t('memory.saidEmpty')}</Text>}
      <Stack gap={6}>
        {captions.map(({ id, speaker, text }) => <Text key={id} size="sm"><b>{speaker === 'agent' ? name : t('caption.you')}</b> {text}</Text>)}
      </Stack>
    </Section>
  );
}
