import { Button, Card, Chip, Group, Text, Textarea } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { AGENT_VOICES } from 'attune/browser';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useVoicing, useVoicingView, useWish } from './voicing-context.ts';
import { type AgentVoice, MOST_CHARACTERS } from './wishes.ts';

/** What is said, and by whom. */
export function ComposerCard() {
  const { t } = useTranslation();
  const { wishes, say, stop } = useVoicing();
  const text = useWish((wish) => wish.text);
  const voice = useWish((wish) => wish.voice);
  const stage = useVoicingView((view) => view.stage);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (stage === 'speaking') stop();
    else if (text.trim() !== '') void say();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While a Chinese word is put together, Enter only accepts it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (text.trim() !== '') void say();
  };
  const speakAs = (next: string): void => {
    wishes.setState({ voice: next as AgentVoice });
    // A voice is chosen by how it sounds.
    if (text.trim() !== '') void say();
  };
  return (
    <Card withBorder radius="lg" padding="md" component="section">
      <form onSubmit={submit}>
        <Textarea
          label={t('speech.sentence')} description={t('speech.sentenceHelp')} inputWrapperOrder={['label', 'input', 'description']} autosize minRows={1} maxRows={4}
          value={text} maxLength={MOST_CHARACTERS} onChange={(event) => wishes.setState({ text: event.currentTarget.value })} onKeyDown={onKeyDown} data-testid="sentence"
        />
        <Group justify="space-between" gap="sm" mt="sm" align="flex-end">
          <div>
            <Text size="sm" fw={500} id="voices" mb={4}>{t('speech.voice')}</Text>
            <Chip.Group value={voice} onChange={speakAs}>
              <Group gap={6} role="radiogroup" aria-labelledby="voices">
                {AGENT_VOICES.map((each) => <Chip key={each} value={each} size="sm" data-testid={`voice-${each}`}>{t(`speech.voices.${each}`)}</Chip>)}
              </Group>
            </Chip.Group>
          </div>
          <Button
            type="submit" miw={120} loading={stage === 'making'} disabled={text.trim() === ''} data-testid="say"
            leftSection={stage === 'speaking' ? <IconPlayerStopFilled size={16} aria-hidden /> : <IconPlayerPlayFilled size={16} aria-hidden />}
          >
            {t(stage === 'speaking' ? 'speech.stop' : 'speech.say')}
          </Button>
        </Group>
      </form>
    </Card>
  );
}
