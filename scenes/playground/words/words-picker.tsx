import { Alert, Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPlugConnected } from '@tabler/icons-react';
import { createBrowserModel, hasBrowserModel } from 'attune/browser';
import { useAgentState } from 'attune/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeeting, useMeetingView } from '../meeting-context.ts';
import { type Tried, tryModel } from './try-model.ts';
import { asksModel, leaves, modelFor, type WordsChoice, type WordsSource } from './words-choice.ts';

const SOURCES: readonly WordsSource[] = ['written', 'endpoint', 'browser'];

/** Where the words come from. A model is off until it is chosen, and what that means for the player's words is said before. */
export function WordsPicker() {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const name = useAgentState((state) => state.character.name);
  const language = useAgentState((state) => state.language);
  const choice = useMeetingView((view) => view.words);
  const [tried, setTried] = useState<Tried | null>(null);
  const [trying, setTrying] = useState(false);
  const change = (part: Partial<WordsChoice>): void => {
    setTried(null);
    meeting.chooseWords(part);
  };
  const attempt = async (): Promise<void> => {
    setTrying(true);
    setTried(null);
    try {
      if (choice.source === 'browser') await createBrowserModel({ language, onProgress: (share) => meeting.load('page', share) }).prepare();
      const model = modelFor(choice, language);
      if (model) setTried(await tryModel(model));
    } catch {
      setTried({ outcome: 'failed', why: 'unavailable', status: null });
    } finally {
      meeting.load('page', null);
      setTrying(false);
    }
  };
  return (
    <Stack gap="xs">
      <Select
        label={t('words.label')} description={t(`words.help.${choice.source}`, { name })} allowDeselect={false} data-testid="words" value={choice.source}
        data={SOURCES.filter((each) => each !== 'browser' || hasBrowserModel()).map((value) => ({ value, label: t(`words.sources.${value}`) }))}
        onChange={(value) => change({ source: value as WordsSource })}
      />
      {choice.source === 'endpoint' && (
        <>
          <TextInput label={t('words.url')} description={t('words.urlHelp')} value={choice.url} spellCheck={false} autoComplete="off" onChange={(event) => change({ url: event.currentTarget.value.trim(), mayLeave: false })} data-testid="words-url" />
          <TextInput label={t('words.model')} placeholder="llama3.2" value={choice.model} spellCheck={false} autoComplete="off" onChange={(event) => change({ model: event.currentTarget.value.trim() })} data-testid="words-model" />
          {leaves(choice.url) && (
            <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} title={t('words.leaving')} data-testid="words-leaving">
              <Stack gap="xs">
                <Text size="sm">{t('words.leavingHelp', { server: new URL(choice.url, document.baseURI).host })}</Text>
                <Text size="sm">{t('words.policyHelp')}</Text>
                <Switch checked={choice.mayLeave} label={t('words.mayLeave')} onChange={(event) => change({ mayLeave: event.currentTarget.checked })} />
              </Stack>
            </Alert>
          )}
        </>
      )}
      {choice.source !== 'written' && (
        <Group gap="sm">
          <Button size="compact-md" variant="default" loading={trying} disabled={!asksModel(choice)} leftSection={<IconPlugConnected size={16} aria-hidden />} onClick={() => void attempt()} data-testid="words-try">{t('words.try')}</Button>
          {!asksModel(choice) && <Text size="xs" c="dimmed">{t('words.incomplete')}</Text>}
        </Group>
      )}
      <div role="status" data-testid="words-tried">{tried && <Result tried={tried} />}</div>
    </Stack>
  );
}

function Result({ tried }: { tried: Tried }) {
  const { t } = useTranslation();
  if (tried.outcome === 'answered') {
    return <Alert color="teal" variant="light" icon={<IconCheck aria-hidden />} title={t('words.answered', { seconds: tried.seconds.toFixed(1) })}>“{tried.text}”</Alert>;
  }
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('words.notAnswered')}>
      <Text size="sm">{t(tried.outcome === 'blocked' ? 'words.blocked' : 'words.failed')}</Text>
      {tried.outcome === 'failed' && <Text size="xs" c="dimmed" mt={4}>{t(`words.whys.${tried.why}`, { status: tried.status })}</Text>}
    </Alert>
  );
}
