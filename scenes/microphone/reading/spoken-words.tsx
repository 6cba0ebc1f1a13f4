import { Card, Group, Progress, Stack, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { percent } from '../../shared/measures.ts';
import { usePulse } from '../../shared/use-pulse.ts';
import { useListening, useListeningView } from '../listening-context.ts';
import classes from './spoken-words.module.css';

/** How many speeches are shown, the newest first. */
const SHOWN = 6;

/** The words of each speech as far as they were made out, and how sure of them the recogniser is. */
export function SpokenWords() {
  const { t } = useTranslation();
  const { clock, measurements: { utterances }, makeOutWords } = useListening();
  const { words: on, loadingWords } = useListeningView((view) => view);
  usePulse(clock, 4);
  const spoken = utterances.filter(({ words, awaited }) => words || awaited).slice(-SHOWN).toReversed();
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="words">
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} size="h5">{t('microphone.words.title')}</Title>
        <Switch checked={on} aria-label={t('microphone.words.switch')} onChange={(event) => makeOutWords(event.currentTarget.checked)} data-testid="words-on" />
      </Group>
      <Stack gap="xs">
        {loadingWords !== null && <Progress value={loadingWords * 100} size="xs" aria-label={t('stage.words')} />}
        {spoken.length === 0 && <Text size="sm" c="dimmed">{t(on ? 'microphone.words.none' : 'microphone.words.off')}</Text>}
        {spoken.map(({ from, words }) => (
          <div key={from} data-testid="spoken" data-final={words?.final ?? false}>
            <Text size="sm">
              {words?.text.slice(0, words.stable)}
              {!words?.final && <span className={classes.tentative}>{words?.text.slice(words.stable)} …</span>}
            </Text>
            {words?.final && <Text size="xs" c="dimmed">{t('microphone.words.sure', { share: percent(words.confidence) })}</Text>}
          </div>
        ))}
      </Stack>
    </Card>
  );
}
