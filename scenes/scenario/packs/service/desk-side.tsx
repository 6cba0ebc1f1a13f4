import { Alert, Badge, Button, Group, List, Paper, Stack, Text, Textarea } from '@mantine/core';
import { IconCheck, IconHeadset, IconHeadsetOff, IconSend2 } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { assist, type ServiceState, summarise } from 'attune/scenario';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../../../shared/measures.ts';
import { Section } from '../../../shared/section.tsx';
import type { PanelProps } from '../scene-pack.ts';
import type { MoodSince } from './mood-course.ts';
import { MoodStrip } from './mood-strip.tsx';

interface DeskSideProps extends PanelProps<ServiceState> {
  readonly course: readonly MoodSince[];
}

/** What the person at the desk sees: the matter, the mood over the call, and answers to send. Whoever takes over decides what is said. */
export function DeskSide({ content, language, scenario, state, finding, agent, course }: DeskSideProps) {
  const { t } = useTranslation('pack');
  const [own, setOwn] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const awaits = useAgentState(({ operator }) => operator?.awaits != null);
  const now = useAgentState(({ at }) => Math.floor(at));
  const { stage, matters, suggestions, ...rest } = assist(state, finding, content, scenario.slots);
  const present = stage === 'with-person';
  const takeOver = (next: boolean): void => {
    scenario.take({ type: 'person', present: next }, language);
    agent.operate(next);
  };
  const send = (words: string): void => {
    try {
      agent.choose({ strategy: 'act', act: 'answer', words });
      setRefused(null);
      setOwn('');
    } catch (thrown) {
      setRefused((thrown as Error).message);
    }
  };
  return (
    <>
      <Section title={t('desk.call')} aside={(
        <Button
          size="compact-md" variant={present ? 'default' : 'filled'} leftSection={present ? <IconHeadsetOff size={16} aria-hidden /> : <IconHeadset size={16} aria-hidden />}
          data-testid="take-over" onClick={() => takeOver(!present)}
        >{t(present ? 'desk.giveBack' : 'desk.takeOver')}</Button>
      )}>
        <List size="sm" spacing={4} data-testid="summary">{summarise({ stage, matters, suggestions, ...rest }, language).map((sentence) => <List.Item key={sentence}>{sentence}</List.Item>)}</List>
      </Section>
      <Section title={t('desk.mood')}><MoodStrip course={course} now={now} /></Section>
      <Section title={t('desk.matters')}>
        {matters.length === 0 && <Text size="sm" c="dimmed">{t('desk.none')}</Text>}
        {matters.map(({ title, result }) => (
          <Group key={title} justify="space-between" wrap="nowrap" mb={4} data-testid="matter" data-result={result}>
            <Text size="sm">{title}</Text>
            <Badge tt="none" fw={500} variant={result === 'given-up' ? 'light' : 'default'} style={{ flex: 'none' }} leftSection={result === 'answered' && <IconCheck size={12} aria-hidden />}>{t(`results.${result}`)}</Badge>
          </Group>
        ))}
      </Section>
      <Section title={t('desk.answers')}>
        <Text size="sm" c="dimmed" mb="xs" role="status" data-testid="desk-waits" data-awaits={awaits}>{t(!present ? 'desk.readOnly' : awaits ? 'desk.awaits' : 'desk.listening')}</Text>
        <Stack gap="xs">
          {suggestions.map(({ title, confidence, says }) => (
            <Paper key={title} withBorder radius="md" p="sm" data-testid="suggestion">
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <Text size="sm" fw={600}>{title}</Text>
                <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>{percent(confidence)}</Text>
              </Group>
              <Text size="sm" mt={2}>{says}</Text>
              {present && <Button mt={6} size="compact-sm" variant="light" leftSection={<IconSend2 size={14} aria-hidden />} onClick={() => send(says)} data-testid="send-suggestion">{t('desk.send')}</Button>}
            </Paper>
          ))}
          {present && (
            <>
              <Textarea autosize minRows={2} maxLength={600} label={t('desk.own')} value={own} onChange={(event) => setOwn(event.currentTarget.value)} data-testid="own-words" />
              <Button disabled={own.trim() === ''} leftSection={<IconSend2 size={16} aria-hidden />} onClick={() => send(own.trim())} data-testid="send-own" style={{ alignSelf: 'flex-start' }}>{t('desk.send')}</Button>
            </>
          )}
          {refused !== null && <Alert color="red" variant="light" title={t('desk.refused')}>{refused}</Alert>}
        </Stack>
      </Section>
    </>
  );
}
